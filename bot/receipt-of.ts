import type { Card } from '../cards/card.ts';
import { closedYearLine } from '../cards/progress/closed-year.ts';
import { nothingNew, type Receipt, type ReceiptLine, receiptCard } from '../cards/receipt.ts';
import { yearOver } from '../programme/asked-year.ts';
import type { MunicipalTurn } from './turn.ts';

/** What a receipt can say of one thing that stands. */
export type Written = {
  readonly line: ReceiptLine;
  /** The message that wrote it: 取消 takes back all that it wrote. */
  readonly report: string;
  /** False where the same person had said the same already: a second click is no second report. */
  readonly isNew: boolean;
};

type Said = Pick<Receipt, 'title' | 'correct' | 'notes' | 'next'> & {
  /** What is said to somebody who types the same once more. */
  readonly already: string;
};

/**
 * The receipt of what was written. A second click, or a press that was delivered again, gets the same receipt again
 * with the same ways back; whoever types it again is told that it stands.
 */
export function receiptOf(
  { municipality, programme, pressed }: MunicipalTurn,
  written: readonly Written[],
  { already, notes = [], ...said }: Said,
): Card {
  const fresh = written.filter(({ isNew }) => isNew);
  const [first] = fresh.length > 0 ? fresh : written;
  if (!first) return nothingNew(municipality, already, said.next ?? []);
  const { report } = first;
  if (fresh.length === 0 && !pressed)
    return nothingNew(municipality, already, said.next ?? [], { report, correct: said.correct });
  const lines = written.filter((each) => each.report === report).map(({ line }) => line);
  return receiptCard({
    municipality,
    lines,
    report,
    notes: [...closedYearLine({ closed: yearOver(programme) }), ...notes],
    ...said,
  });
}
