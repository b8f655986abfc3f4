import { holdersOf, holdsDuty } from './duty.ts';
import type { Member } from './member.ts';

const member = (id: string, more: Partial<Member> = {}): Member => ({
  ...{
    id,
    name: id,
    role: 'secretariat',
    office: '事務局',
    municipalities: [],
    chat: 'teams',
    lead: false,
    active: true,
  },
  ...more,
});

it('a roster without the column keeps nobody from anything, an empty cell does', () => {
  expect(holdsDuty(member('a'), 'pm')).toBe(true);
  expect(holdsDuty(member('a', { duties: [] }), 'pm')).toBe(false);
  expect(holdsDuty(member('a', { duties: ['contact', 'pm'] }), 'pm')).toBe(true);
});

it('turns to those who are named, else to the 主担当, else to everybody', () => {
  const [named, lead, other] = [member('n', { duties: ['pm'] }), member('l', { lead: true }), member('o')];
  expect(holdersOf('pm', [other, lead, named])).toEqual([named]);
  expect(holdersOf('pm', [other, lead])).toEqual([lead]);
  expect(holdersOf('pm', [other])).toEqual([other]);
  expect(holdersOf('pm', [member('x', { duties: [] })])).toEqual([]);
});
