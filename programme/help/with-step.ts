import type { Provenance } from '../provenance.ts';
import type { HelpStep } from './help-request.ts';

/** What is done about something that was asked. */
export type NewStep = Pick<HelpStep, 'did' | 'to' | 'text' | 'due'>;
type Stepped<S> = { readonly steps?: S[] | undefined };

/** How many entries its 経過 has: what a card has shown is told by it. */
export const stepCount = ({ steps = [] }: Stepped<HelpStep>): number => steps.length;

/**
 * With one more entry, where nobody added any since there were `expected` of them; the same value otherwise. The same
 * message again is the same entry.
 */
export function withStep<S extends HelpStep, R extends Stepped<S>>(
  known: R,
  step: Omit<S, keyof Provenance>,
  from: Provenance,
  expected: number,
): R {
  if (isLastStep(known, from, step) || stepCount(known) !== expected) return known;
  const said = Object.fromEntries(Object.entries(step).filter(([, value]) => value !== undefined && value !== ''));
  return { ...known, steps: [...(known.steps ?? []), { ...from, ...said } as S] };
}

/** Pressed twice, or delivered twice: one person's same words one after the other are one entry. */
export function isLastStep({ steps = [] }: Stepped<HelpStep>, { by }: Provenance, step: NewStep): boolean {
  const last = steps.at(-1);
  if (last?.by !== by || last.did !== step.did) return false;
  return last.to === step.to && last.text === step.text && last.due === step.due;
}
