import { blankInitiative } from '../../programme/initiatives/edited-initiative.ts';
import type { OpenQuestion, RoadmapChanges, StandingConflict } from '../../programme/initiatives/returned-roadmap.ts';
import type { Samples } from '../card.ts';
import { town } from '../example.ts';
import {
  changeLines,
  returnedReviewCard,
  roadmapAppliedAlready,
  roadmapAppliedCard,
  roadmapDropped,
  settleRoadmapCard,
} from './returned-roadmap.ts';

const about = { municipality: town, year: 2025, taken: 'taken-1' };
const changed: RoadmapChanges = {
  changed: [
    {
      ...{ id: 'initiative-1', name: '書かない窓口の導入' },
      changes: [
        { field: 'plan', before: '窓口で聞き取り、1枚にまとめる。', after: '窓口で聞き取り、書かずに済ませる。' },
        { field: 'initialCost', before: 1200, after: 1500 },
        { field: 'spans', before: ['q1', 'q2'], after: ['q2', 'q3'] },
        { field: 'decidedAt', before: '庁議', after: '' },
      ],
    },
  ],
  added: [{ row: 9, id: 'initiative-new', content: { ...blankInitiative, name: '電子申請の拡大', item: 'S3-2' } }],
  removed: [],
};
const gone = { id: 'initiative-3', name: '公金収納のキャッシュレス化', since: true };
const conflict: StandingConflict = {
  ...{ field: 'goal', exported: '1件25分を15分にする', before: '1件25分を20分にする', after: '1件25分を10分にする' },
  since: 3,
};
const overlapping = { row: 5, id: 'initiative-1', name: '書かない窓口の導入', changes: [], conflicts: [conflict] };
const questions: readonly OpenQuestion[] = [{ of: overlapping, conflict }, { gone }];
const review = {
  ...{ ...about, changes: changed, questions, page: 1, meant: 'a1', again: false },
  faults: [
    {
      sheet: '工程表',
      row: 8,
      instead: '必要予算 初期（千円）: 「たくさん」は読み取れません。千円単位の数字（例: 1,200）を書いてください',
    },
  ],
  notes: ['「備考」の列は読んでいません。'],
};
const nothing: RoadmapChanges = { changed: [], added: [], removed: [] };

export const returnedSamples: Samples = {
  'returned-roadmap': () => returnedReviewCard(review),
  'returned-roadmap-faults': () => returnedReviewCard({ ...review, changes: nothing, questions: [], again: true }),
  'returned-roadmap-conflict': () => settleRoadmapCard(about, { of: overlapping, conflict }, 2),
  'returned-roadmap-gone': () => settleRoadmapCard(about, { gone }, 1),
  'returned-roadmap-applied': () =>
    roadmapAppliedCard(about, changeLines(changed, about.year), { questions: 1, faults: 1 }),
  'returned-roadmap-already': () => roadmapAppliedAlready(about),
  'returned-roadmap-dropped': () => roadmapDropped(about),
};
