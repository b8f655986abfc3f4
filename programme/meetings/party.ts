import { z } from 'zod';

/** The circles a meeting can be for, in the order in which they are named. */
export const circleNames = {
  prefecture: '県',
  secretariat: '事務局',
  all: '全市町村',
  supported: '支援対象',
  experts: '派遣人材',
} as const;
export type Circle = keyof typeof circleNames;
export const circles = Object.keys(circleNames) as readonly Circle[];

/** One of those a meeting is for: a circle, a municipality (団体コード), or a person of the roster by their id. */
export const Party = z.string().regex(new RegExp(`^(?:${circles.join('|')}|\\d{6}|member-[\\w-]+)$`));

/** For whom a meeting is: a set, in the one order that `audienceOf` gives it. */
export const MeetingAudience = z.array(Party).min(1);
export type MeetingAudience = readonly string[];

export const isTown = (party: string): boolean => /^\d{6}$/.test(party);
export const isPerson = (party: string): boolean => party.startsWith('member-');
export const isCircle = (party: string): party is Circle => party in circleNames;

/** Each once: circles, then municipalities, then people. The same set is the same list. */
export function audienceOf(parties: Iterable<string>): MeetingAudience {
  const all = new Set(parties);
  const others = [...all].filter((party) => !isCircle(party)).toSorted();
  return [...circles.filter((circle) => all.has(circle)), ...others.filter(isTown), ...others.filter(isPerson)];
}

/** Whether it is for municipalities as such, and not for some by name. */
export const isForTowns = (audience: MeetingAudience): boolean =>
  audience.includes('all') || audience.includes('supported');
