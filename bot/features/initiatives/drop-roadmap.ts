import { roadmapDropped } from '../../../cards/initiatives/returned-roadmap.ts';
import { defineCommand } from '../../command.ts';
import { forReturned } from '../../files/returned-file.ts';
import { returnedFound, returnedRoadmaps } from './returned-found.ts';

export const dropRoadmap = defineCommand({
  name: 'drop-roadmap',
  says: ['工程表の取り込みをやめる'],
  help: '送り返した工程表を取り込まずに終わります。工程表は変わりません。',
  example: '工程表の取り込みをやめる',
  english: 'Do not apply the roadmap file you sent.',
  ...forReturned,
  needs: 'report',
  about: 'municipality',
  writes: true,
  spoken: { words: ['工程表の取り込みをやめる', '工程表の取り込みをやめて', '工程表の取り込みを中止'], wins: 619 },

  async run({ taken }, turn) {
    const found = await returnedFound(turn, taken);
    await returnedRoadmaps.keep(turn, found.taken, (returned) => ({ ...returned, dropped: true }));
    return { card: roadmapDropped({ municipality: turn.municipality }), how: 'replace' };
  },
});
