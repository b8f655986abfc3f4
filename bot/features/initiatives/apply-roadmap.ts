import { changeLines, roadmapAppliedAlready, roadmapAppliedCard } from '../../../cards/initiatives/returned-roadmap.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { forReturned } from '../../files/returned-file.ts';
import { type ReturnedFound, returnedFound, returnedRoadmaps, reviewOf } from './returned-found.ts';
import { writeRoadmap } from './write-roadmap.ts';

export const applyRoadmap = defineCommand({
  name: 'apply-roadmap',
  says: ['工程表の確定'],
  help: '送り返した工程表の内容を、確かめたとおりに反映します。決めていないところは今のままです。',
  example: '工程表の確定',
  english: 'Apply the roadmap file you have looked over.',
  ...forReturned,
  needs: 'report',
  about: 'municipality',
  writes: true,
  shownFirst: true,
  spoken: { words: ['工程表の確定', '工程表を確定', '工程表確定'], wins: 618 },

  /** Exactly what was seen is written; where it would be something else by now, that is shown. */
  async prepare({ taken, meant }, turn): Promise<Prepared<ReturnedFound>> {
    const found = await returnedFound(turn, taken);
    if (isEmpty(found) || meant === found.print) return { found };
    return asksBack([], reviewOf(turn, found, { again: meant !== undefined }));
  },

  async run(_input, turn, found) {
    const { municipality } = turn;
    const { returned, taken, changes } = found;
    const about = { municipality, year: returned.year, taken };
    const faults = found.differences.faults.length;
    if (isEmpty(found)) {
      const left = { questions: found.questions.length, faults };
      const card = returned.applied.length > 0 ? roadmapAppliedCard(about, returned.applied, left) : undefined;
      return { card: card ?? roadmapAppliedAlready(about), how: 'replace' };
    }
    const lines = changeLines(changes, returned.year);
    await writeRoadmap(changes, { municipality: municipality.code, year: returned.year }, turn);
    await returnedRoadmaps.keep(turn, taken, (kept) => ({ ...kept, applied: [...kept.applied, ...lines] }));
    const { questions } = await returnedFound(turn, taken);
    return { card: roadmapAppliedCard(about, lines, { questions: questions.length, faults }), how: 'replace' };
  },
});

const isEmpty = ({ changes: { changed, added, removed } }: ReturnedFound): boolean =>
  changed.length + added.length + removed.length === 0;
