import { checkedDayTrouble, type Saying } from './checked-day.ts';
import { type Day, fullDate } from './day.ts';

/** One part of dated data, as the command that changes it calls it. */
export type PartOfTerms<T, N extends string> = {
  readonly name: N;
  readonly label: string;
  readonly hint?: string;
  /** Of a part that is a day. */
  day?(terms: T): Day | undefined;
  say(terms: T): string;
  /** @returns what is wrong with it, in a sentence, where it cannot be so */
  set(terms: T, said: string, saying: Saying): T | string;
};

export const dayInFull = (day: Day | undefined): string => (day === undefined ? '' : fullDate(day));

/** Who has compared the data with what was published, and when; both follow from one day that is said. */
export function checkedPart<T extends { readonly checkedOn?: Day | undefined }>(
  set: (terms: T, checkedOn: Day) => T,
): PartOfTerms<T, 'checked'> {
  return {
    ...{ name: 'checked', label: '確認日' },
    say: ({ checkedOn }) => dayInFull(checkedOn),
    day: ({ checkedOn }) => checkedOn,
    set: (terms, checkedOn, saying) =>
      checkedDayTrouble(checkedOn, saying) ?? { ...set(terms, checkedOn), checkedBy: saying.by },
  };
}

/** The terms with all that was said of them, or the first part that cannot be so. */
export function withParts<T extends object, N extends string>(
  before: T,
  parts: readonly PartOfTerms<T, N>[],
  said: Readonly<Partial<Record<N, unknown>>>,
  saying: Saying,
): { readonly after: T } | { readonly part: PartOfTerms<T, N>; readonly trouble: string } {
  let after = before;
  for (const part of parts.filter(({ name }) => said[name] !== undefined)) {
    const next = part.set(after, String(said[part.name] ?? ''), saying);
    if (typeof next === 'string') return { part, trouble: next };
    after = next;
  }
  return { after };
}

/** What is different, part by part; what nobody knows is 未確認. */
export function termsChanged<T>(before: T, after: T, parts: readonly PartOfTerms<T, string>[]) {
  return parts.flatMap((part) => {
    const [was, is] = [part.say(before) || '未確認', part.say(after) || '未確認'];
    return was === is ? [] : [{ what: part.label, before: was, after: is }];
  });
}
