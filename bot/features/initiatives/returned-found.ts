import { type ReturnedReview, returnedReviewCard } from '../../../cards/initiatives/returned-roadmap.ts';
import {
  decidedChanges,
  type OpenQuestion,
  openQuestions,
  ReturnedRoadmap,
  type RoadmapChanges,
  type RoadmapDifferences,
} from '../../../programme/initiatives/returned-roadmap.ts';
import { printOf, returnedAs } from '../../files/returned-file.ts';
import type { MunicipalStart } from '../../turn.ts';
import { differencesOf, takenRoadmap } from './taken-roadmap.ts';

export const returnedRoadmaps = returnedAs(takenRoadmap.name, ReturnedRoadmap);

/** What was read of a returned 工程表, and what it would change as things stand now. */
export type ReturnedFound = {
  readonly taken: string;
  readonly returned: ReturnedRoadmap;
  readonly differences: RoadmapDifferences;
  readonly questions: readonly OpenQuestion[];
  readonly changes: RoadmapChanges;
  /** What tells two of the same changes from others. */
  readonly print: string;
};

/** @param id the last one of the municipality where none is named @throws Refusal where there is none, or its time is over */
export async function returnedFound(turn: MunicipalStart, id: string | undefined): Promise<ReturnedFound> {
  const { taken, returned } = await returnedRoadmaps.found(turn, id);
  const differences = await differencesOf(returned, turn.store);
  const changes = decidedChanges(differences, returned.decisions);
  return {
    ...{ taken, returned, differences, changes },
    questions: openQuestions(differences, returned.decisions),
    print: printOf(changes),
  };
}

export function reviewOf(
  { municipality }: MunicipalStart,
  { taken, returned, differences, questions, changes, print: meant }: ReturnedFound,
  { page = 1, again = false }: Partial<Pick<ReturnedReview, 'page' | 'again'>> = {},
) {
  const { faults } = differences;
  const { year, notes } = returned;
  return returnedReviewCard({ municipality, year, taken, changes, questions, faults, notes, page, meant, again });
}
