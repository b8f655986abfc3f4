import { settleRoadmapCard } from '../../../cards/initiatives/returned-roadmap.ts';
import type { ReturnedRoadmap } from '../../../programme/initiatives/returned-roadmap.ts';
import { defineCommand } from '../../command.ts';
import { forReturned } from '../../files/returned-file.ts';
import { returnedFound, returnedRoadmaps, reviewOf } from './returned-found.ts';

export const settleRoadmap = defineCommand({
  name: 'settle-roadmap',
  says: ['工程表の重なり'],
  help: '送り返した工程表で、ほかの方の変更と重なったところと、なくなった取組をどうするかを1件ずつ決めます。',
  example: '工程表の重なり',
  english: 'Decide where your roadmap file and other changes overlap.',
  ...forReturned,
  needs: 'report',
  about: 'municipality',
  writes: ['take'],
  spoken: { words: ['工程表の重なり', '工程表の重複'], wins: 617 },

  async run({ taken, decided, field, seen, take }, turn) {
    const before = await returnedFound(turn, taken);
    if (decided !== undefined && field !== undefined && take !== undefined)
      await returnedRoadmaps.keep(turn, before.taken, (returned) =>
        withDecision(returned, { decided, field, seen, take }),
      );
    const found = await returnedFound(turn, before.taken);
    const [question] = found.questions;
    const about = { municipality: turn.municipality, year: found.returned.year, taken: found.taken };
    const card = question ? settleRoadmapCard(about, question, found.questions.length) : reviewOf(turn, found);
    return { card, how: 'replace' };
  },
});

type Decided = {
  readonly decided: string;
  readonly field: string;
  readonly seen?: number | undefined;
  readonly take: 'file' | 'now';
};

/** What was said last holds. */
function withDecision(returned: ReturnedRoadmap, { decided: id, field, seen = 0, take }: Decided): ReturnedRoadmap {
  const { conflicts, removed } = returned.decisions;
  if (field === 'removed') {
    const others = removed.filter((one) => one.id !== id);
    return { ...returned, decisions: { conflicts, removed: [...others, { id, yes: take === 'file' }] } };
  }
  const others = conflicts.filter((one) => one.id !== id || one.field !== field);
  return { ...returned, decisions: { removed, conflicts: [...others, { id, field, seen, take }] } };
}
