import type { InquiryView } from '../../../cards/reports/inquiry-view.ts';
import type { Day } from '../../../programme/day.ts';
import { isLastStep, stepCount, withStep } from '../../../programme/help/with-step.ts';
import type { Provenance } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { type Direction, type Inquiry, type InquiryStep, inquiryId } from '../../../programme/reports/inquiry.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberTurn } from '../../turn.ts';
import { inquiriesIn, inquiryAt, inquiryView, isOpenInquiry } from './inquiries.ts';

type ToAsk = {
  readonly direction: Direction;
  readonly text: string;
  readonly municipality?: string | undefined;
  readonly item?: string | undefined;
  readonly due?: Day | undefined;
};

/** Asks the other side, and wakes the outbox. The same words of the same person, while they wait, are the same inquiry. */
export async function writeInquiry(
  turn: MemberTurn,
  { direction, text, municipality, item, due }: ToAsk,
): Promise<{ readonly inquiry: Inquiry; readonly isNew: boolean }> {
  const { store, from } = turn;
  const isSame = (known: Inquiry) =>
    known.direction === direction && known.by === from.by && known.text === text && isOpenInquiry(known);
  const same = (await inquiriesIn(store)).find(isSame);
  if (same) return { inquiry: same, isNew: same.ask === from.ask };
  const asked: Inquiry = {
    ...{ ...from, id: inquiryId(from.ask), direction, text },
    ...(municipality ? { municipality } : {}),
    ...(item ? { item } : {}),
    ...(due ? { due } : {}),
  };
  const inquiry = await turn.change('inquiries', inquiryAt(asked), (known) => known ?? asked);
  await ringBell(turn);
  return { inquiry, isNew: true };
}

type Added = { readonly view: InquiryView; readonly isWritten: boolean };

/**
 * Adds an entry to 経過 and wakes the outbox. Where others were faster since `inquiry` was read nothing is written, and
 * what they did is in what comes back.
 */
export async function addInquiryStep(
  turn: MemberTurn,
  inquiry: Inquiry,
  step: Omit<InquiryStep, keyof Provenance>,
): Promise<Added> {
  const after = await turn.change('inquiries', inquiryAt(inquiry), (known) => {
    if (!known) throw Refusal.because('old-card');
    return withStep(known, step, turn.from, stepCount(inquiry));
  });
  const isWritten = isLastStep(after, turn.from, step);
  if (isWritten) await ringBell(turn);
  return { view: await inquiryView(after, turn), isWritten };
}
