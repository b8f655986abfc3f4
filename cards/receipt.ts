import { ask, type Given } from '../programme/asks.ts';
import type { Municipality } from '../programme/municipality.ts';
import { type Button, buttons, type Card, type Change, card, changes, type Node, notice, text } from './card.ts';

/** One thing that was written: before → after. */
export type ReceiptLine = Change & { readonly before: string | undefined };

export type Receipt = {
  readonly municipality: Municipality;
  readonly title: string;
  readonly lines: readonly ReceiptLine[];
  /** The message that made the report; 取消 takes back all it wrote. */
  readonly report: string;
  readonly correct?: Given<'correct'> | undefined;
  readonly notes?: readonly Node[];
  readonly next?: readonly Button[];
};

/** What was understood and recorded, and the way back. */
export function receiptCard({ municipality, title, lines, report, correct, notes = [], next = [] }: Receipt): Card {
  const back: Button[] = correct
    ? [{ label: '訂正', ask: ask('correct', { ...correct, municipality: municipality.code }) }]
    : [];
  return card(
    title,
    `${municipality.name} ${title}: ${lines.map(({ what, after }) => `${what} ${after}`).join('、')}`,
    text(municipality.name, 'quiet'),
    changes(lines.map((line) => (line.before === line.after ? { ...line, before: undefined } : line))),
    notes,
    buttons(...next, ...back, {
      label: '取消',
      ask: ask('undo', { municipality: municipality.code, report }),
    }),
  );
}

/** A report that changed nothing, said plainly. */
export function nothingNew(municipality: Municipality, sentence: string, next: readonly Button[]): Card {
  return card('すでに記録されています', `${municipality.name} ${sentence}`, notice('good', sentence), buttons(...next));
}

/** What was taken back. */
export function undoneCard(municipality: Municipality, lines: readonly ReceiptLine[], next: readonly Button[]): Card {
  return card(
    '取り消しました',
    `${municipality.name} 取り消しました: ${lines.map(({ what }) => what).join('、')}`,
    notice('good', '取り消しました。履歴には残ります。'),
    changes(lines),
    buttons(...next),
  );
}
