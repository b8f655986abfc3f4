import { fundingRecordId } from '../../programme/funding/funding-record.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { type House, openHouse } from '../house.ts';
import { initiated } from '../operations/initiated.ts';

const HOME = '203033';

describe('the questions of the budget season', () => {
  let house: House;
  let hanako: Person;
  beforeAll(async () => {
    house = await openHouse({ history: false, allInTeams: true, now: '2026-09-28T10:00:00+09:00' });
    hanako = house.officer();
    await hanako.install();
  });
  afterAll(() => house.close());

  async function at(moment: string): Promise<string> {
    house.at(`${moment}:00+09:00`);
    const before = hanako.got().length;
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
    return hanako.got().slice(before).join('\n');
  }
  const answers = async () =>
    (await house.service.store.fundingRecords.get(PROGRAMME, fundingRecordId(2026, HOME)))?.value.answers ?? [];

  it('at the end of September, once, and one tap answers', async () => {
    expect(await at('2026-09-29T09:05')).not.toContain('経費を要求しますか');
    expect(await at('2026-09-30T09:05')).toContain('来年度の予算に、取組の経費を要求しますか');
    expect(await at('2026-09-30T11:05')).not.toContain('経費を要求しますか');
    const tapped = { municipality: HOME, question: 'request', answer: 'considering' };
    expect((await hanako.ask('answer-budget', tapped)).words).toContain('記録しました');
    expect(await answers()).toMatchObject([{ question: 'request', answer: 'considering' }]);
    expect(await at('2026-10-01T09:05')).not.toContain('経費を要求しますか');
  });

  it('in the middle of October only where an initiative has no funding', async () => {
    await initiated(house.service.store, HOME, 'member-planted');
    expect(await at('2026-10-15T09:05')).not.toContain('財源の欄が空');
  });

  it('on the last open day of November about what became of it; why says it', async () => {
    expect(await at('2026-11-27T09:05')).not.toContain('予算要求の結果');
    expect(await at('2026-11-30T09:05')).toContain('予算要求の結果はどうなりましたか');
    expect((await hanako.say('なぜ')).words).toContain('予算のお尋ね');
  });

  it('nothing more once it was not asked for', async () => {
    await hanako.ask('answer-budget', { municipality: HOME, question: 'outcome', answer: 'notRequested' });
    expect(await at('2027-01-29T09:05')).not.toContain('査定の結果');
    expect(await at('2027-03-10T09:05')).not.toContain('議決');
    expect(await answers()).toHaveLength(2);
  });
});
