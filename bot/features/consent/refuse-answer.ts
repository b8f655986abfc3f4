import type { ConsentView } from '../../../cards/consent/consent-view.ts';
import { Refusal } from '../../../programme/refusal.ts';

/** @throws Refusal where no answer is waited for: it was given, taken back, came too late, or is of an older version */
export function refuseUnlessAsked({ standing, isNewest }: Pick<ConsentView, 'standing' | 'isNewest'>): void {
  if (standing !== 'asked') throw Refusal.because('consent-closed', { standing });
  if (!isNewest) throw Refusal.because('consent-other-version');
}
