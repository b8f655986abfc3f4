import { INQUIRIES } from '../../programme/reports/inquiry.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const WORDS = '小海町の標準化';

onBothChats({ allInTeams: true }, (house) => {
  let prefecture: Person;
  let office: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    prefecture = house.prefecture();
    office = house.secretariat();
    for (const person of [prefecture, office]) await person.install();
  });

  const kept = async (words: string) => {
    const all = (await house.service.store.inquiries.list(PROGRAMME, INQUIRIES)).map(({ value }) => value);
    return all.filter(({ text }) => text === words);
  };
  const one = async (words: string) => {
    const [found] = await kept(words);
    if (!found) throw new Error(`nobody asked ${words}`);
    return found;
  };
  const tickAt = async (moment: string) => {
    house.at(moment);
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  };
  const got = (person: Person, title: string, ...more: string[]) =>
    person.got().filter((words) => [title, ...more].every((each) => words.includes(each)));

  describe('a 臨時報告', () => {
    it('is asked by the prefecture with its municipality and its day', async () => {
      const { words } = await prefecture.say(`臨時報告 ${WORDS} 11/30まで`);
      expect(words).toContain('臨時報告を求めました');
      expect(words).toContain('11/25(水)までに受領し、11/30(月)までに回答します');
      expect(await kept(WORDS)).toEqual([
        expect.objectContaining({ direction: 'special', municipality: '203033', due: '2026-11-30' }),
      ]);
    });
  });
});
