import { roadmapAppliedAlready, roadmapAppliedCard } from '../../../cards/initiatives/returned-roadmap.ts';
import { defineCommand } from '../../command.ts';
import { forReturned } from '../../files/returned-file.ts';
import { returnedFound, reviewOf } from './returned-found.ts';

export const reviewRoadmap = defineCommand({
  name: 'review-roadmap',
  says: ['工程表の取り込み'],
  help: '送り返した工程表で何が変わるかを、反映する前に確かめます。',
  example: '工程表の取り込み',
  english: 'See what the roadmap file you sent would change.',
  ...forReturned,
  needs: 'report',
  about: 'municipality',
  writes: false,
  spoken: { words: ['工程表の取り込み', '工程表の取込', '工程表取り込み', '工程表取込'], wins: 615, looks: true },

  async run({ taken, applied, page }, turn) {
    const found = await returnedFound(turn, taken);
    const { changes, questions, differences, returned } = found;
    const how = page === undefined ? 'new' : 'replace';
    const isOpen = changes.changed.length + changes.added.length + changes.removed.length + questions.length > 0;
    const about = { municipality: turn.municipality, year: returned.year, taken: found.taken };
    const left = { questions: questions.length, faults: differences.faults.length };
    if (!applied && (isOpen || left.faults > 0)) return { card: reviewOf(turn, found, { page: page ?? 1 }), how };
    if (returned.applied.length > 0) return { card: roadmapAppliedCard(about, returned.applied, left, page), how };
    return { card: roadmapAppliedAlready(about), how };
  },
});
