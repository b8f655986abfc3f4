import type { Member } from '../../programme/member.ts';
import { fold, plainOf } from './fold.ts';

/** One's own name and office add nothing to what one says: 小海町の山田です。 */
export function ownWords(who: Member | undefined): readonly string[] {
  if (!who) return [];
  const name = fold(plainOf(who.name));
  const office = fold(plainOf(who.office));
  return [...name.split(/\s+/), name.replace(/\s/g, ''), ...office.split(/\s+/)].filter((word) => word.length > 0);
}
