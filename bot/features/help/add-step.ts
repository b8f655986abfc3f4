import type { RequestView } from '../../../cards/help/request-view.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import type { HelpRequest, HelpStep } from '../../../programme/help/help-request.ts';
import { isEnded } from '../../../programme/help/request-standing.ts';
import type { Provenance } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { MemberTurn } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import { requestAt, viewAfter } from './requests.ts';

export type NewStep = Pick<HelpStep, 'did' | 'to' | 'text' | 'due'>;

const countOf = ({ steps = [] }: HelpRequest): number => steps.length;

/** Whether others did something since a card was opened, or it has ended; what one did oneself is known. */
export function isMeanwhile({ request, standing }: RequestView, seen: number | undefined, who: string): boolean {
  const since = (request.steps ?? []).slice(seen ?? countOf(request));
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
  const expected = countOf(view.request);
  const after = await turn.change('helpRequests', requestAt(view.request), (known) => {
    if (!known) throw Refusal.because('old-card');
    if (known.undone) throw Refusal.because('request-withdrawn');
    const { steps = [] } = known;
    if (isLast(known, from, step) || steps.length !== expected) return known;
    return { ...known, steps: [...steps, { ...from, ...withoutNothing(step) }] };
  });
  const isWritten = isLast(after, from, step);
  if (isWritten) await ringBell(turn);
  return { view: viewAfter(view, after), isWritten };
}

/** Pressed twice, or delivered twice: one person's same words one after the other are one entry. */
function isLast({ steps = [] }: HelpRequest, { by }: Provenance, { did, to, text, due }: NewStep): boolean {
  const last = steps.at(-1);
  if (last?.by !== by || last.did !== did) return false;
  return last.to === to && last.text === text && last.due === due;
}

function withoutNothing({ did, to, text, due }: NewStep): NewStep {
  return { did, ...(to ? { to } : {}), ...(text ? { text } : {}), ...(due ? { due } : {}) };
}
