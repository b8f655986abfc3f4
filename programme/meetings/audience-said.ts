import type { Member } from '../member.ts';
import { plainName } from '../person-name.ts';
import { type Circle, circleNames, circles, isCircle } from './party.ts';

const words: ReadonlyMap<string, Circle> = new Map([
  ...circles.map((circle) => [circleNames[circle], circle] as const),
  ['全員', 'all'],
  ['すべての市町村', 'all'],
  ['支援対象市町村', 'supported'],
  ['支援対象の市町村', 'supported'],
]);

/** A circle by its name, or as a card gives it back. */
export function circleSaid(word: string): Circle | undefined {
  return isCircle(word) ? word : words.get(word.normalize('NFKC').replace(/\s/g, ''));
}

/** People, as they are found by name. */
export type Callable<P> = readonly { readonly one: P; readonly name: string; readonly full: string }[];

/** Prepared once: a text may hold many words, and each of them may be somebody. */
export function callable<P extends Pick<Member, 'name' | 'office'>>(people: readonly P[]): Callable<P> {
  return people.map((one) => ({ one, name: plainName(one.name), full: plainName(`${one.office}${one.name}`) }));
}

/** Those who are called so; of several of one name the one whose office stands before it. */
export function peopleSaid<P>(said: string, people: Callable<P>): readonly P[] {
  const plain = plainName(said).replace(/(さん|様)$/, '');
  const named = people.filter(({ name }) => name === plain);
  return (named.length > 0 ? named : people.filter(({ full }) => full === plain)).map(({ one }) => one);
}

/** What one name may be made of: 小海町 総務課 情報係 小海 花子. */
const MOST_PIECES = 6;

/**
 * The parts of what was said, between 「、」; and, where a part means nothing as a whole, between the blanks and the と
 * in it. A name may have blanks of its own: of several readings the longest one counts.
 * @param most after so many parts that mean nothing, the rest is not looked at
 */
export function partsSaid(said: string, means: (part: string) => boolean, most = Number.POSITIVE_INFINITY): string[] {
  const found: string[] = [];
  let lost = 0;
  for (const part of said.split(/[、､,，・;；/／\n]+/)) {
    for (const piece of piecesOf(part.trim(), means)) {
      if (lost === most) return found;
      found.push(piece);
      if (!means(piece)) lost++;
    }
  }
  return found;
}

function* piecesOf(part: string, means: (part: string) => boolean): Generator<string> {
  const isWhole = part === '' || means(part);
  if (isWhole && part !== '') yield part;
  if (isWhole) return;
  const pieces = part.split(/\s+/);
  for (let from = 0; from < pieces.length; ) {
    const rest = pieces.slice(from, from + MOST_PIECES);
    const longest = rest.map((_, at) => rest.slice(0, rest.length - at)).find((run) => means(run.join(' ')));
    yield* longest ? [longest.join(' ')] : joinedByAnd(pieces[from] ?? '', means);
    from += longest?.length ?? 1;
  }
}

function joinedByAnd(piece: string, means: (part: string) => boolean): readonly string[] {
  const parts = piece.split('と').filter((part) => part !== '');
  return parts.every(means) ? parts : [piece];
}
