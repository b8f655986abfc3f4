import { editDistance } from '../../../programme/edit-distance.ts';
import { may, type Permission } from '../../../programme/may.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { TurnStart } from '../../turn.ts';
import type { MunicipalityName, NamedMunicipalities } from '../names/municipality-names.ts';
import { tolerance } from '../names/near.ts';
import type { Option } from '../parts/reading.ts';
import type { Span } from '../parts/span.ts';
import { keyOf } from '../text/fold.ts';

/** The municipality a sentence is about: named, one of several, or unnamed. */
export type MunicipalityMeant = { readonly code?: string; readonly options?: readonly Option[]; readonly guess?: true };

/**
 * What is named in so many words is taken as said, and refused later where it is not theirs. Only what somebody may see
 * is ever offered.
 */
export function whereIn(
  spans: readonly Span[],
  unread: readonly string[],
  needs: Permission,
  towns: NamedMunicipalities,
  turn: TurnStart,
): MunicipalityMeant {
  const named = spans.flatMap((span) => (span.kind === 'town' ? [span.towns] : []));
  const open = towns.all.filter(({ code }) => may(turn.who, needs, code, turn.room.audience));
  if (named.length === 0) return guessed(unread, open);
  const codes = [...new Set(named.map((each) => codesOf(each, open)).map((each) => each.join(' ')))];
  const all = codes.flatMap((each) => each.split(' '));
  const [only] = all;
  return all.length === 1 && only !== undefined
    ? { code: only }
    : { options: optionsOf(open.filter(({ code }) => all.includes(code))) };
}

/** In so many words, or the only one of those meant that the person may see. */
function codesOf(names: readonly MunicipalityName[], open: readonly Municipality[]): readonly string[] {
  const full = names.filter(({ how }) => how === 'full');
  const codes = [...new Set((full.length > 0 ? full : names).map(({ code }) => code))];
  const seen = codes.filter((code) => open.some((town) => town.code === code));
  return seen.length > 0 ? seen : codes.slice(0, 1);
}

/** A word that ends like a municipality and is one sign off one: もしかして. */
function guessed(unread: readonly string[], open: readonly Municipality[]): MunicipalityMeant {
  const words = unread.flatMap((gap) =>
    [...gap.matchAll(/[\p{Script=Han}ぁ-んー]{1,6}[町村市]/gu)].map(([word]) => word),
  );
  const near = open.filter(({ name }) => words.some((word) => endsNear(word, keyOf(name))));
  return near.length === 0 ? {} : { options: optionsOf(near.slice(0, 5)), guess: true };
}

const endsNear = (word: string, name: string): boolean =>
  [word, word.slice(-name.length)].some((said) => editDistance(said, name, tolerance(name)) <= 1 && name.length > 2);

const optionsOf = (towns: readonly Municipality[]): readonly Option[] =>
  towns.map(({ code, name, area }) => ({ label: `${name}（${area}）`, input: { municipality: code } }));
