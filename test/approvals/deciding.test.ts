import { FILINGS, filingState } from '../../programme/filing.ts';
import { collectionOf, MEMBERS } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { handIn, pleas, withPleas } from './plea.ts';

const NOW = '2026-11-24T10:00:00+09:00';

onBothChats({ has: withPleas, history: false, allInTeams: true }, (house) => {
  let lead: Person;
  let colleague: Person;
  let office: Person;
  let by: string;
  beforeAll(async () => {
    house.at(NOW);
    lead = house.prefecture();
    colleague = house.person('pref-2@pref.example.jp');
    office = house.secretariat();
    for (const person of [lead, colleague, office]) await person.install();
    const members = await house.service.store.members.list(MEMBERS);
    by = members.find(({ value }) => value.email === 'office-1@office.example.jp')?.value.id ?? '';
  });
  const store = () => house.service.store;
  const kept = async (id: string) => {
    const found = await collectionOf(store(), pleas).get(FILINGS, id);
    if (!found) throw new Error(`no ${id}`);
    return found.value;
  };
  const hand = (id: string, what: string, at = '2026-11-24T01:00:00.000Z', more: { from?: string } = {}) =>
    handIn(store(), id, what, { by, at, ...more });
  const tickAt = async (moment: string) => {
    house.at(moment);
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  };
  const got = (person: Person, ...words: string[]) =>
    person.got().filter((each) => words.every((word) => each.includes(word)));

  it('is told to who leads in the prefecture, decided in one tap, and told to the PM', async () => {
    await hand('plea-1', 'プロジェクター2台');
    await tickAt('2026-11-24T10:05:00+09:00');
    expect(got(lead, '備品の届の提出', 'プロジェクター2台')).toHaveLength(1);
    expect(got(colleague, 'プロジェクター2台')).toEqual([]);
    await lead.ask('show-waiting', { filing: 'plea-1' });
    const { words } = await lead.press('承認');
    expect(words).toContain('「承認」を記録しました');
    expect(words).toContain('文書番号を教えてください');
    expect(filingState(await kept('plea-1'))).toBe('approve');
    await lead.press('文書未受領');
    expect(lead.sees()).toContain('「文書未受領」のままにしました');
    await tickAt('2026-11-24T10:10:00+09:00');
    expect(got(office, '備品の届の決定', '「承認」となりました')).toHaveLength(1);
  });
});
