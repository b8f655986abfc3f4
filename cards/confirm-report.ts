import type { Municipality } from '../programme/municipality.ts';
import { type Unusual, unusualSentences } from '../programme/progress/unusual.ts';
import { type Ask, buttons, type Card, type Change, changes, type Node, notice, offering, text } from './card.ts';
import { closedYearLine, type OfClosedYear } from './progress/closed-year.ts';
import { never } from './understood.ts';

/** What a report would change, and what is unusual about it. */
export type ReviewLine = Change & { readonly before: string; readonly why: readonly Unusual[] };

export type ConfirmReport = OfClosedYear & {
  readonly municipality: Municipality;
  readonly lines: readonly ReviewLine[];
  /** The same report, with the answer in it. */
  readonly yes: Ask;
  /** Opens what was filled in, to fill it in again. */
  readonly edit: Ask;
};

/** What looks like a slip is asked about once, with before and after; nothing is recorded before the answer. */
export function confirmReportCard({ municipality, closed, lines, yes, edit }: ConfirmReport): Card {
  return offering(
    lines.some(({ why }) => why.includes('stage-falls')) ? 'この内容でよろしいですか' : 'この値でよろしいですか',
    `${municipality.name} ${lines.map(({ what, before, after }) => `${what} ${before} → ${after}`).join('、')}。まだ記録していません。`,
    text(municipality.name, 'quiet'),
    closedYearLine({ closed }),
    reviewNodes(lines),
    text('まだ記録していません。', 'quiet'),
    buttons({ label: 'はい、記録する', ask: yes, look: 'primary' }, { label: '直す', ask: edit }, never),
  );
}

/** Before → after, with what is unusual below each. */
export function reviewNodes(lines: readonly ReviewLine[]): Node[] {
  return lines.flatMap(({ why, ...line }) => [
    changes([line]),
    ...why.map((each) => notice('attention', unusualSentences[each])),
  ]);
}
