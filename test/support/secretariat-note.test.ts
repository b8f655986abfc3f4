import { HOME } from '../../demo/programme.ts';
import { instantOf } from '../../programme/day.ts';
import { deliveriesFrom } from '../../programme/delivery.ts';
import { MEMBERS, municipal, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { type House, openHouse } from '../house.ts';
import { visitOf } from './said-of-visits.ts';

/** What the secretariat is told of cases, 1:1 and once. From Tuesday, 24 November 2026. */
describe('what the secretariat is told of cases', () => {
  let house: House;
  let office: Person;
  let case_ = '';
  beforeAll(async () => {
    house = await openHouse({ history: false, allInTeams: true });
    office = house.secretariat();
    await office.install();
    const members = (await house.service.store.members.list(MEMBERS)).map(({ value }) => value);
    const of = (role: string) =>
      members.find((one) => one.role === role && one.municipalities.includes(HOME))?.id ?? '';
    const pair = { municipality: HOME, expert: of('expert'), officer: of('municipal') };
    // Said on Tuesday evening, after the office has closed.
    const { record, rating } = visitOf(pair, '2026-11-24', { score: 5, wish: 'replace' });
    await house.service.store.visitRecords.put(record, 'absent');
    await house.service.store.ratings.put(rating, 'absent');
    case_ = `mismatch-${HOME}-${pair.expert}-${record.id}`;
  });

  afterAll(() => house.close());

  async function at(moment: string): Promise<string> {
    house.at(`${moment}:00+09:00`);
    const before = office.got().length;
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
    return office.got().slice(before).join('\n');
  }
  const notes = async (partition: string) =>
    (await house.service.store.deliveries.list(partition, deliveriesFrom(instantOf('2026-11-01'))))
      .map(({ value }) => value)
      .filter(({ job }) => job === 'secretariat-note');

  it('of a new case when an office is next open, with nothing of it in the notification or the delivery', async () => {
    expect(await at('2026-11-24T18:30')).not.toContain('申出');
    const morning = await at('2026-11-25T09:05');
    expect(morning).toContain('新しい申出が始まりました');
    expect(await notes(municipal(HOME))).toEqual([]);
    const [note] = await notes(PROGRAMME);
    const { item: _item, ...around } = note ?? { item: undefined };
    expect(JSON.stringify(around)).not.toMatch(new RegExp(`mismatch|${HOME}`));
  });

  it('of 聞き取り on the day it is due, and of nothing the day after', async () => {
    expect(await at('2026-12-01T09:05')).toContain('双方への聞き取りの期限は今日です');
    expect(await at('2026-12-02T09:05')).not.toContain('聞き取り');
  });

  it('of one that is older than twenty open days: once, to the 主担当 of the secretariat', async () => {
    expect(await at('2026-12-23T09:05')).toContain('申出から20開庁日を過ぎても解決していません');
    expect(await at('2026-12-24T09:05')).not.toContain('20開庁日');
  });

  it('of the day of the follow-up, also where it is resolved', async () => {
    house.at('2026-12-24T10:00:00+09:00');
    const done = { measure: 'improvement', resolvedOn: '2026-12-24', followUpOn: '2027-01-25' };
    await office.ask('record-mismatch', { mismatch: case_, part: 'measure', ...done });
    expect(await at('2027-01-25T09:05')).toContain('対応のあとの様子');
  });

  it('nobody else was told, by any card or by any delivery', async () => {
    const all = await house.service.store.deliveries.list(PROGRAMME, deliveriesFrom(instantOf('2026-11-01')));
    const told = new Set(
      all.filter(({ value }) => value.job === 'secretariat-note').map(({ value }) => value.recipient.id),
    );
    const members = await house.service.store.members.list(MEMBERS);
    const roles = members.filter(({ value }) => told.has(value.id)).map(({ value }) => value.role);
    expect(new Set(roles)).toEqual(new Set(['secretariat']));
  });
});
