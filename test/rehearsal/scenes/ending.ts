import { finalSectionNames, townSections, wholeSections } from '../../../programme/final-report/final-section.ts';
import { PM, PREFECTURE } from '../people.ts';
import type { Plan, Town } from '../plan.ts';
import { END } from '../programme.ts';
import { answers, asks, presses, type Scene, says } from '../scene.ts';

/** 工程表 of each municipality in February, and 業務報告書: written, handed in, approved, delivered and inspected. */
export const ending = ({ towns }: Plan): readonly Scene[] => [
  ...towns.map((town) => roadmapOf(town)),
  {
    ...{ day: '2025-02-25', part: '13:20', called: '業務報告書の本文' },
    lines: wholeSections.map((section) =>
      asks(PM, 'edit-final-report', { section, text: `${finalSectionNames[section]}は、記録のとおり。` }, /書きました/),
    ),
  },
  ...towns.map(
    ({ code, name }): Scene => ({
      ...{ day: '2025-02-26', part: '13:20', called: `${name}の本文` },
      lines: townSections.map((section) =>
        asks(
          PM,
          'edit-final-report',
          { section, municipality: code, text: `${name}の${finalSectionNames[section]}は、記録のとおり。` },
          /書きました/,
        ),
      ),
    }),
  ),
  {
    ...{ day: '2025-03-13', part: '09:30', called: '業務報告書の提出' },
    lines: [
      says(PM, '業務報告書 不足', /足りないものはありません|足りないもの 0件/),
      says(PM, '業務報告書提出', /提出/),
      presses(PM, 'はい、提出する', /県に提出しました/),
    ],
  },
  {
    ...{ day: END, part: '13:20', called: '納品' },
    lines: [
      says(PM, '業務報告書 不足', /足りないものはありません|足りないもの 0件/),
      says(PM, '納品', /10日以内/),
      presses(PM, 'はい、記録する', /納品を記録しました/),
    ],
  },
];

export const inspection: Scene = {
  ...{ day: '2025-03-19', part: '13:20', called: '検査' },
  lines: [says(PREFECTURE, '検査 合格', /合格/), presses(PREFECTURE, 'はい、合格とする', /合格と記録しました/)],
};

const roadmapOf = ({ name, lead }: Town): Scene => ({
  ...{ day: '2025-02-12', part: '13:20', called: `${name}の工程表` },
  lines: [
    asks(
      lead,
      'add-initiative',
      {
        ...{ title: '書かない窓口の導入', priorityItem: 'S3-1', plan: '窓口で聞き取り、1枚にまとめる' },
        ...{ department: '住民課', quarter: 'q1,q2', problem: '4枚の紙に書く', goal: '1件25分を15分に' },
        ...{ cost: '1200', funding: 'FN-07', day: '2025-02-10', council: '庁議' },
      },
      /工程表に加えました|実施年度の仕分けはどちらですか/,
    ),
    // 対象外 of the item says neither.
    answers(lead, /実施年度の仕分けはどちらですか/, '令和6年度に実施', /工程表に加えました/),
  ],
});
