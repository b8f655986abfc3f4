import type { Member } from '../member.ts';
import type { Municipality } from '../municipality.ts';
import { leadNote, rosterTrouble, tidied } from './roster-change.ts';

const town = (code: string, name: string, supported = true): Municipality => ({ code, name, area: '佐久', supported });
const person = (id: string, over: Partial<Member> = {}): Member => ({
  ...{ id, name: `${id} 花子`, role: 'municipal', office: '総務課', municipalities: ['203033'] },
  ...{ email: `${id}@town.example.jp`, chat: 'teams', lead: false, active: true },
  ...over,
});
const lead = person('lead', { lead: true });
const second = person('second');
const office = person('office', { role: 'secretariat', municipalities: [] });
const other = person('other', { role: 'secretariat', municipalities: [] });
const roster = (...members: Member[]) => ({
  members,
  municipalities: [town('203033', '小海町'), town('203041', '川上村'), town('202011', '長野市', false)],
});
const all = roster(lead, second, office, other);
const gone = (one: Member) => ({ ...one, active: false });

it.each<[string, Member, Member, RegExp]>([
  ['the lead goes', lead, gone(lead), /主担当がいなくなります.*担当変更 小海町/],
  ['the lead is no lead any more', lead, { ...lead, lead: false }, /主担当がいなくなります/],
  ['the lead moves to another municipality', lead, { ...lead, municipalities: ['203041'] }, /主担当がいなくなります/],
  ['oneself', office, gone(office), /ご自身/],
  ['oneself becomes another role', office, { ...office, role: 'prefecture' }, /ご自身/],
  ['somebody else’s address', second, { ...second, email: 'LEAD@town.example.jp' }, /lead 花子さん/],
  ['name and office of somebody else', second, { ...second, name: 'lead花子' }, /すでに名簿にいます/],
  ['no municipality', second, { ...second, municipalities: [] }, /担当市町村が要ります/],
  ['one that is not supported', second, { ...second, municipalities: ['202011'] }, /支援対象外/],
])('is refused: %s', (_what, before, after, expected) => {
  expect(rosterTrouble(before, after, office, all)).toMatch(expected);
});

it('keeps one of the secretariat, and somebody to ask in each municipality', () => {
  expect(rosterTrouble(office, gone(office), office, roster(lead, office))).toMatch(/先に「名簿追加」/);
  expect(rosterTrouble(second, gone(second), office, roster(second, office))).toMatch(/小海町の担当の方が1人も/);
  expect(rosterTrouble(second, gone(second), office, all)).toBeUndefined();
  expect(rosterTrouble(other, gone(other), office, all)).toBeUndefined();
});

it('asks nothing of who left before, and lets what does not touch the others be', () => {
  expect(rosterTrouble(gone(lead), lead, office, roster(second, office))).toBeUndefined();
  expect(
    rosterTrouble(lead, { ...lead, email: 'new@town.example.jp', name: '小海 花子' }, office, all),
  ).toBeUndefined();
});

it('says when a lead is away, now or later, and nothing of a leave that is over', () => {
  const away = (from: string, until: string) => leadNote({ ...lead, leave: [{ from, until }] }, '2026-11-24');
  expect(away('2026-12-01', '2026-12-03')).toContain('12/1(火)から12/3(木)');
  expect(away('2026-11-20', '2026-11-24')).toContain('休みです');
  expect(away('2026-11-01', '2026-11-20')).toBeUndefined();
});

it('lets an expert be without a municipality where 専門 is filled in, and not otherwise', () => {
  const expert = person('expert', { role: 'expert' });
  const pool = { ...expert, municipalities: [] };
  expect(rosterTrouble(expert, pool, office, all)).toMatch(/担当市町村が要ります/);
  expect(rosterTrouble(expert, { ...pool, expertise: ['S1-3'] }, office, all)).toBeUndefined();
});

it('ends a term with the municipality it is of: who comes back is not held to it', () => {
  const term = (municipality: string) => ({ municipality, from: '2026-10-01', until: '2026-11-30' });
  const expert = person('expert', { role: 'expert', terms: [term('203033'), term('203041')] });
  expect(tidied(expert).terms).toEqual([term('203033')]);
  expect(tidied({ ...expert, municipalities: ['202011'] })).not.toHaveProperty('terms');
});
