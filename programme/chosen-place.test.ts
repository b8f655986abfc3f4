import { chosenPlace, isSure, placeToKeep } from './chosen-place.ts';
import type { Member } from './member.ts';

const expert: Member = {
  ...{
    id: 'member-expert',
    name: '柳沢 陽子',
    role: 'expert',
    office: '派遣人材',
    municipalities: ['203033', '203041'],
  },
  ...{ chat: 'teams', lead: false, active: true },
};
const now = new Date('2026-11-24T10:00:00+09:00');
const ago = (minutes: number, said = true) => ({
  ...{ member: expert.id, municipality: '203033', said },
  at: new Date(now.getTime() - minutes * 60_000).toISOString(),
});
const chosen = (minutes: number, said = true) => chosenPlace(ago(minutes, said), expert, now);

describe('the municipality last spoken of', () => {
  it('stays chosen for half an hour', () => {
    expect([chosen(30)?.municipality, chosen(31)]).toEqual(['203033', undefined]);
  });

  it.each([
    ['who serves one', { ...expert, municipalities: ['203033'] }],
    ['who no longer serves it', { ...expert, municipalities: ['203041', '202011'] }],
    ['somebody else in the same chat', { ...expert, id: 'member-other' }],
    ['an officer', { ...expert, role: 'municipal' as const }],
  ])('is not chosen for %s', (_who, who) => expect(chosenPlace(ago(1), who, now)).toBeUndefined());

  it('needs no question before a report where it was said just now', () => {
    const all = [chosen(10), chosen(11), chosen(1, false)];
    expect(all.map((each) => each && isSure(each))).toEqual([true, false, false]);
  });

  it('is kept where it is another one, is said for the first time, or was said a while ago', () => {
    const kept = (place: ReturnType<typeof chosen>, named: unknown, pressed = false) =>
      placeToKeep(named, expert, place, { now, pressed })?.said;
    expect(kept(undefined, '203033')).toBe(true);
    expect(kept(chosen(5), '203033')).toBeUndefined();
    expect(kept(chosen(5), '203041', true)).toBe(false);
    expect(kept(chosen(5, false), '203033')).toBe(true);
    expect(kept(chosen(11), '203033', true)).toBe(true);
    expect(kept(undefined, '202011')).toBeUndefined();
  });
});
