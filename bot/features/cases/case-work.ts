import type { Card, Node } from '../../../cards/card.ts';
import { caseWorkCard } from '../../../cards/cases/case-work.ts';
import { type Case, currentCase, materialOfCase } from '../../../programme/cases/case.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import type { TurnStart } from '../../turn.ts';
import { memberNames } from '../people/people.ts';
import { caseConsent } from './case-consent.ts';

/** A case as the secretariat writes it, with how it stands with consent. */
export async function caseWork(
  one: Case,
  { store, now }: Pick<TurnStart, 'store' | 'now'>,
  said: readonly Node[] = [],
): Promise<Card> {
  const [municipality, nameOf, consent] = await Promise.all([
    municipalityIn(store, one.municipality),
    memberNames(store),
    caseConsent(materialOfCase(one.id), one.municipality, { store, now }),
  ]);
  return caseWorkCard({ one, municipality, by: nameOf(currentCase(one).by), ...consent, said });
}
