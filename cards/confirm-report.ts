import type { Municipality } from '../programme/municipality.ts';
import { type Unusual, unusualSentences } from '../programme/unusual.ts';
import { type Ask, buttons, type Card, changes, notice, offering, text } from './card.ts';
import { never } from './understood.ts';

export type UnusualLine = {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly why: Unusual;
};
export type ConfirmReport = {
  readonly municipality: Municipality;
  readonly lines: readonly UnusualLine[];
  /** The same report, with the answer in it. */
  readonly yes: Ask;
  /** Opens what was filled in, to fill it in again. */
  readonly edit: Ask;
};

/** A value that looks like a slip is asked about once, with before and after; nothing is recorded before the answer. */
export function confirmReportCard({ municipality, lines, yes, edit }: ConfirmReport): Card {
  return offering(
    'この値でよろしいですか',
    `${municipality.name} ${lines.map(({ what, before, after }) => `${what} ${before} → ${after}`).join('、')}。まだ記録していません。`,
    text(municipality.name, 'quiet'),
    lines.flatMap((line) => [changes([line]), notice('attention', unusualSentences[line.why])]),
    text('まだ記録していません。', 'quiet'),
    buttons({ label: 'はい、記録する', ask: yes, look: 'primary' }, { label: '直す', ask: edit }, never),
  );
}
