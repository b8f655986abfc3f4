import type { Member, Role } from '../../../programme/member.ts';
import { fold, plainOf } from '../text/fold.ts';

/** What somebody of a role calls themselves. */
const CALLED: Readonly<Record<Role, readonly string[]>> = {
  municipal: ['職員', '担当'],
  expert: ['派遣', '派遣人材', '専門家', 'アドバイザー'],
  secretariat: ['事務局'],
  prefecture: ['県', '県庁'],
  observer: ['職員', '担当'],
};

const known = new WeakMap<Member, readonly string[]>();

/** One's own name and office add nothing to what one says: 小海町の山田です, 職員の山田です; 職員満足度 is none of it. */
export function ownWords(who: Member | undefined): readonly string[] {
  if (!who) return [];
  const words = known.get(who) ?? wordsOf(who);
  known.set(who, words);
  return words;
}

function wordsOf(who: Member): readonly string[] {
  const name = fold(plainOf(who.name));
  const office = fold(plainOf(who.office));
  const names = [...name.split(/\s+/), name.replace(/\s/g, '')];
  const called = CALLED[who.role].map((word) => fold(plainOf(word)));
  const selves = called.flatMap((word) => [...names.map((each) => `${word}の${each}`), `${word}です`, `${word}より`]);
  return [...names, ...office.split(/\s+/), ...selves].filter((word) => word.length > 0);
}
