import type { Day } from '../day.ts';
import { searchable, wordsSought } from '../searchable.ts';

/** Something that can be found by its words. */
export type Findable = {
  /** What kind of thing it is: 会議, 相談. */
  readonly kind: string;
  readonly title: string;
  /** Whatever else is said of it, by which it is found too. */
  readonly texts: readonly (string | undefined)[];
  /** 市町村名, where it is of one. */
  readonly town?: string | undefined;
  /** Of what day it is; what has none stands before what has. */
  readonly day?: Day | undefined;
};

/** What was found, with the words around the first that stands in no title. */
export type FoundByWord<T extends Findable = Findable> = { readonly of: T; readonly around: string | undefined };

/**
 * Those that have every word that is sought, in their title, their town or their texts: first those that have one in
 * their title, then the newest; never by how much there is of anything.
 */
export function foundAmong<T extends Findable>(all: readonly T[], query: string): readonly FoundByWord<T>[] {
  const words = wordsSought(query);
  if (words.length === 0) return [];
  const found = all.flatMap((of) => {
    const title = searchable(`${of.kind} ${of.title} ${of.town ?? ''}`);
    const texts = of.texts.flatMap((text) => (text ? [{ text, plain: searchable(text) }] : []));
    const isThere = (word: string) => title.includes(word) || texts.some(({ plain }) => plain.includes(word));
    if (!words.every(isThere)) return [];
    const inTitle = words.some((word) => searchable(of.title).includes(word));
    const beside = words.find((word) => !title.includes(word));
    const where = beside === undefined ? undefined : texts.find(({ plain }) => plain.includes(beside));
    return [{ of, inTitle, around: where && aroundWord(where.text, beside ?? '') }];
  });
  const order = (day: Day | undefined) => day ?? '9999';
  return found
    .toSorted((a, b) => Number(b.inTitle) - Number(a.inTitle) || order(b.of.day).localeCompare(order(a.of.day)))
    .map(({ of, around }) => ({ of, around }));
}

/** How many characters are shown before and after a word. */
const BEFORE = 16;
const AFTER = 40;

/** The line in which a word stands, cut to what a phone shows. Where folding moves places, the line from its beginning. */
function aroundWord(text: string, word: string): string {
  const line = text.split(/\r?\n/).find((each) => searchable(each).includes(word)) ?? text;
  const at = searchable(line).length === line.length ? searchable(line).indexOf(word) : 0;
  const from = Math.max(0, at - BEFORE);
  const until = at + word.length + AFTER;
  return `${from > 0 ? '…' : ''}${line.slice(from, until).trim()}${until < line.length ? '…' : ''}`;
}
