import { initiativeCard } from '../../../cards/initiatives/initiative.ts';
import { defineCommand } from '../../command.ts';
import { initiativeAmong, roadmapHere } from './initiative-found.ts';
import { initiativeView, roadmapList } from './initiative-views.ts';

export const showInitiatives = defineCommand({
  name: 'show-initiatives',
  says: ['工程表', '具体的取組方針'],
  help: '市町村の工程表（来年度からの取組）を見ます。番号か取組名を付けると、1件ずつ見られます。',
  example: '工程表',
  english: 'Show the roadmap of a municipality: its initiatives, or one of them.',
  group: { title: '工程表と財源', order: 1 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['工程表', 'こうていひょう', '行程表', '具体的取組方針', 'ロードマップ'],
    wins: 610,
    looks: true,
  },

  async prepare({ initiative, item, year, page }, turn) {
    const roadmap = await roadmapHere(turn, year);
    const found = initiative === undefined ? { among: roadmap.open } : initiativeAmong(initiative, roadmap);
    return { found: { roadmap, found, item, page } };
  },

  async run(_input, turn, { roadmap, found, item, page }) {
    if ('among' in found) return { card: roadmapList(roadmap, turn, { among: found.among, item, page }) };
    return { card: initiativeCard(await initiativeView(found.one, roadmap, turn)) };
  },
});
