import { shortDate } from '../day.ts';
import type { HelpStep } from './help-request.ts';

/** What each entry of 経過 is called. */
const stepNames = {
  taken: '受け持ち',
  assigned: '割り当て',
  promised: '期限',
  answered: '回答',
  waiting: '確認待ち',
  solved: '解決',
  reopened: 'まだ（継続）',
} as const satisfies Record<HelpStep['did'], string>;

/** 割り当て 佐藤 次郎さん（12/10(木)まで）: without who did it and when. */
export function stepText(
  { did, to, text, due }: HelpStep,
  nameOf: (member: string) => string,
  names: Readonly<Record<HelpStep['did'], string>> = stepNames,
): string {
  const whom = to === undefined ? '' : ` ${nameOf(to)}`;
  const until = due === undefined ? '' : `（${shortDate(due)}まで）`;
  return `${names[did]}${whom}${until}${text === undefined ? '' : `: ${text}`}`;
}
