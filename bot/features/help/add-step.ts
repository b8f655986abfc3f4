import type { RequestView } from '../../../cards/help/request-view.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import { isEnded } from '../../../programme/help/request-standing.ts';
import { isLastStep, type NewStep, stepCount, withStep } from '../../../programme/help/with-step.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberTurn } from '../../turn.ts';
import { requestAt, viewAfter } from './requests.ts';

/** Whether others did something since a card was opened, or it has ended; what one did oneself is known. */
export function isMeanwhile({ request, standing }: RequestView, seen: number | undefined, who: string): boolean {
  const since = (request.steps ?? []).slice(seen ?? stepCount(request));
  return since.some(({ by }) => by !== who) || (isEnded(standing) && seen === undefined);
}

/** @throws Refusal where somebody promises a day that is over */
export function refuseIfPast(due: Day | undefined, now: Date): void {
  if (due !== undefined && due < dayOf(now)) throw Refusal.because('promise-in-the-past');
}

type Added = { readonly view: RequestView; readonly isWritten: boolean };

/**
 * Adds an entry to 経過 and wakes the outbox, because somebody may have to be told. Where others were faster since
 * `view` was read nothing is written, and what they did is in what comes back. The same message again is the same entry.
 * @throws Refusal where it was taken back meanwhile
 */
export async function addStep(turn: MemberTurn, view: RequestView, step: NewStep): Promise<Added> {
  const { from } = turn;
  const expected = stepCount(view.request);
  const after = await turn.change('helpRequests', requestAt(view.request), (known) => {
    if (!known) throw Refusal.because('old-card');
    if (known.undone) throw Refusal.because('request-withdrawn');
    return withStep(known, step, from, expected);
  });
  const isWritten = isLastStep(after, from, step);
  if (isWritten) await ringBell(turn);
  return { view: viewAfter(view, after), isWritten };
}
