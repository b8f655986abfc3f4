import { may } from '../../../programme/may.ts';
import type { Command } from '../../command.ts';
import type { Wish } from '../../inputs/wish.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import { plainOf } from './fold.ts';

/** More than this is text; nobody wishes at such length. */
const LONGEST = 200;

/**
 * The sentence as it would be typed, for who may do what it wishes; undefined where it is no wish of theirs. What the
 * wish does not explain stays in it, to be told as unused.
 */
export function wishTyped(
  text: string,
  registry: Registry,
  { who, room }: TurnStart,
  which: 'first' | 'others',
): string | undefined {
  const said = plainOf(text).trim();
  if (said.length > LONGEST) return undefined;
  const wish = wishesOf(registry)[which].find(
    ({ like, needs, unless, ofAnybody }) =>
      like.test(said) &&
      (ofAnybody || may(who, needs, undefined, room.audience)) &&
      (unless === undefined || !may(who, unless, undefined, room.audience)),
  );
  return wish && apart(said.replace(wish.like, wish.as));
}

type Wished = Wish & Pick<Command, 'needs'>;
const known = new WeakMap<Registry, Readonly<Record<'first' | 'others', readonly Wished[]>>>();

/** What people wish for, and what it takes to be given it. */
function wishesOf(registry: Registry) {
  const last = known.get(registry);
  if (last) return last;
  const all = registry.commands.flatMap(({ wished = [], needs }) => wished.map((wish) => ({ ...wish, needs })));
  const wishes = { first: all.filter(({ first }) => first), others: all.filter(({ first }) => !first) };
  known.set(registry, wishes);
  return wishes;
}

/** 小海町のS1-3: words of their own. */
export const apart = (typed: string): string => typed.replace(/(?<=[市区町村])の|の(?=\s|[SK]P?\d|$)/gi, ' ').trim();
