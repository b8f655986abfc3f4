import type { ReceiptLine } from '../../../cards/receipt.ts';
import type { ReturnedAnswers } from '../../../programme/check-in/returned-answers.ts';
import type { EnteredFor } from '../../../programme/progress/entered-for.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { WritingFile } from '../../files/taken-in.ts';
import { type Reporting, writeKpi, writeStage } from '../progress/write-report.ts';
import type { JudgedAnswer } from './judge-answers.ts';

export type WrittenAnswers = {
  readonly lines: readonly ReceiptLine[];
  /** What somebody was faster with: it is looked at again, and nothing of it is written. */
  readonly late: number;
};

/** Of whoever is not of the office; an officer reports for their own one. */
export const isProxyOf = ({ who }: Pick<Reporting, 'who'>): boolean => who?.role !== 'municipal';

/** Writes answers a row at a time: what one of them is refused for stops none of the others. */
export async function writeAnswers(
  answers: readonly JudgedAnswer[],
  returned: Answerer,
  turn: Reporting & Pick<WritingFile, 'change'>,
): Promise<WrittenAnswers> {
  const proxy = isProxyOf(turn) ? enteredFor(returned) : undefined;
  const lines: ReceiptLine[] = [];
  let late = 0;
  for (const { report, seen } of answers) {
    const marked = { seen, proxy };
    const writing =
      'kpi' in report ? writeKpi(turn, { ...report, ...marked }) : writeStage(turn, { ...report, ...marked });
    const one = await writing.catch(refusalOnly);
    if (one instanceof Refusal) late++;
    else if (one?.isNew) lines.push(one.line);
  }
  return { lines, late };
}

type Answerer = Pick<ReturnedAnswers, 'answeredBy' | 'answeredOn'>;
const enteredFor = ({ answeredBy, answeredOn }: Answerer): EnteredFor => ({
  ...(answeredBy === undefined ? {} : { for: answeredBy }),
  ...(answeredOn === undefined ? {} : { on: answeredOn }),
});

function refusalOnly(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
