import { addDays, type Day } from '../day.ts';
import type { Member } from '../member.ts';
import type { Municipality } from '../municipality.ts';
import type { Term } from '../term.ts';

/** How far ahead the secretariat looks for a municipality that nobody will serve. */
export const LOOKS_AHEAD_DAYS = 60;

/** An expert of a municipality; without a term for as long as the roster lists it. */
export type Serving = { readonly expert: Member; readonly term: Term | undefined };

/** Who serves a municipality, who will, and the first day on which nobody does. */
export type Coverage = {
  readonly municipality: Municipality;
  readonly now: readonly Serving[];
  readonly next: readonly Serving[];
  readonly openFrom: Day | undefined;
};

type Span = { readonly today: Day; readonly start: Day; readonly end: Day };

/** @param members as the roster has them, with all of their terms */
export function coverageOf(municipality: Municipality, members: readonly Member[], span: Span): Coverage {
  const all = servingsOf(municipality.code, members);
  const { today } = span;
  const now = all.filter(({ term }) => term === undefined || (term.from <= today && today <= term.until));
  const next = all.filter(({ term }) => term !== undefined && term.from > today);
  return { municipality, now, next, openFrom: openFrom(all, span) };
}

/** By name: nobody stands before anybody else. */
function servingsOf(code: string, members: readonly Member[]): readonly Serving[] {
  const here = members.filter(
    ({ active, role, municipalities }) => active && role === 'expert' && municipalities.includes(code),
  );
  return here
    .toSorted((a, b) => a.name.localeCompare(b.name, 'ja'))
    .flatMap((expert): Serving[] => {
      const terms = (expert.terms ?? []).filter(({ municipality }) => municipality === code);
      return terms.length === 0 ? [{ expert, term: undefined }] : terms.map((term) => ({ expert, term }));
    });
}

/** While the programme runs, and no further ahead than people can plan. */
function openFrom(servings: readonly Serving[], { today, start, end }: Span): Day | undefined {
  const ahead = addDays(today, LOOKS_AHEAD_DAYS);
  const last = end < ahead ? end : ahead;
  let day = start > today ? start : today;
  while (day <= last) {
    const there = servings.filter(({ term }) => term === undefined || (term.from <= day && day <= term.until));
    if (there.length === 0) return day;
    if (there.some(({ term }) => term === undefined)) return undefined;
    day = addDays(
      there
        .map(({ term }) => term?.until ?? day)
        .toSorted()
        .at(-1) ?? day,
      1,
    );
  }
  return undefined;
}

/** What is uncovered first, by the day from which it is; the rest by 団体コード. */
export function byOpenDay(a: Coverage, b: Coverage): number {
  const key = ({ openFrom: day = '~', municipality }: Coverage) => `${day} ${municipality.code}`;
  return key(a) < key(b) ? -1 : 1;
}
