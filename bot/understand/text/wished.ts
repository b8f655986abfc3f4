import { may } from '../../../programme/may.ts';
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
  { commands }: Registry,
  { who, room }: TurnStart,
  which: 'first' | 'others',
): string | undefined {
  const said = plainOf(text).trim();
  if (said.length > LONGEST) return undefined;
  for (const { wished = [], needs } of commands) {
    const own = wished.filter(({ first }) => (first ? 'first' : 'others') === which);
    const wish = own.find(({ like }) => like.test(said));
    if (wish && may(who, needs, undefined, room.audience)) return apart(said.replace(wish.like, wish.as));
  }
  return undefined;
}

/** 小海町のS1-3: words of their own. */
export const apart = (typed: string): string => typed.replace(/(?<=[市区町村])の|の(?=\s|[SK]P?\d|$)/gi, ' ').trim();
