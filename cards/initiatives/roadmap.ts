import { ask } from '../../programme/asks.ts';
import { fiscalYearName } from '../../programme/day.ts';
import { thousandsText } from '../../programme/initiatives/cost.ts';
import { currentInitiative, type Initiative } from '../../programme/initiatives/initiative.ts';
import { spansText } from '../../programme/initiatives/initiative-field.ts';
import { type CostSum, unwrittenOf } from '../../programme/initiatives/open-initiatives.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { itemName } from '../../programme/shown.ts';
import { type Button, buttons, type Card, list, type Node, notice, offering, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { nameOfInitiative } from './initiative-facts.ts';

export type RoadmapView = {
  readonly municipality: Municipality;
  readonly year: number;
  /** Those of this page, each with its place in the whole list, from 1. */
  readonly shown: readonly { readonly one: Initiative; readonly at: number }[];
  readonly all: number;
  readonly costs: CostSum;
  /** How many say nothing of something that is needed. */
  readonly unfinished: number;
  /** How many should have begun, and were not decided. */
  readonly late: number;
  readonly page: number;
  readonly pages: number;
  readonly otherYears: readonly number[];
  readonly removed: readonly Initiative[];
  readonly mayWrite: boolean;
  /** Only those of this item. */
  readonly item?: string | undefined;
  /** Asked for which one, for something that is to be done with it. */
  readonly which?: 'change-initiative' | 'remove-initiative' | undefined;
};

/** The years a 工程表 is about: 令和7〜9年度. */
export const roadmapYears = (year: number): string =>
  `${fiscalYearName(year).replace('年度', '')}〜${year + 2 - 2018}年度`;

/** 工程表 of a municipality: its initiatives, a row each. */
export function roadmapCard(view: RoadmapView, said: readonly Node[] = []): Card {
  const { municipality, year, shown, all, which, item } = view;
  const title = which === 'remove-initiative' ? '工程表から外す' : which ? '工程表を変える' : '工程表';
  const count = all === 0 ? '取組はまだありません' : `取組${all}件`;
  return offering(
    title,
    `${municipality.name}の工程表（${roadmapYears(year)}）: ${count}`,
    said,
    text(`${municipality.name}　${roadmapYears(year)}`, 'strong'),
    item === undefined ? [] : text(`${itemName(item)} の取組`, 'quiet'),
    all === 0 ? noneNodes(view) : sumNodes(view),
    which ? text('どの取組ですか。') : [],
    shown.length === 0 ? [] : list(shown.map((each) => rowOf(each, view))),
    buttons(...buttonsOf(view)),
  );
}

const noneNodes = ({ mayWrite, item }: RoadmapView): Node[] => [
  notice('quiet', item === undefined ? '取組はまだありません。' : 'この項目の取組はまだありません。'),
  ...(mayWrite ? [text('1件ずつ加えるか、Excelで受け取ってまとめて書けます。', 'quiet')] : []),
];

function sumNodes({ costs: { initial, running, unsaid }, unfinished, late, all, which }: RoadmapView): Node[] {
  if (which) return [];
  const money = `必要予算 初期${thousandsText(initial)}・経常${thousandsText(running)}/年`;
  return [
    text(`取組${all}件　${money}${unsaid > 0 ? `（未記入${unsaid}件を除く）` : ''}`),
    ...(unfinished > 0 ? [notice('attention', `書かれていないところのある取組が${unfinished}件あります。`)] : []),
    ...(late > 0 ? [notice('attention', `始める時期が来ていて、庁内決定のない取組が${late}件あります。`)] : []),
  ];
}

function rowOf({ one, at }: RoadmapView['shown'][number], { municipality, year, which }: RoadmapView): Row {
  const { content } = currentInitiative(one);
  const blanks = unwrittenOf(content, year);
  const lines = [
    [itemName(content.item), content.department].filter(Boolean).join('・'),
    spansText(content.spans, year),
    ...(blanks.length > 0 ? [`まだ: ${blanks.join('、')}`] : []),
  ];
  return {
    title: `${at} ${content.name}`,
    detail: lines.filter((line) => line !== '').join('\n'),
    tone: blanks.length > 0 ? 'attention' : 'plain',
    ask: ask(which ?? 'show-initiatives', { municipality: municipality.code, initiative: one.id }),
  };
}

function buttonsOf(view: RoadmapView): Button[] {
  const {
    municipality: { code },
    year,
    page,
    pages,
    mayWrite,
    all,
    removed,
    otherYears,
    which,
    item,
  } = view;
  const to = (target: number) =>
    ask(which ?? 'show-initiatives', { municipality: code, ...(which ? {} : { year, item }), page: target });
  const turn = pageButtons(page, pages, to);
  if (which) return [...turn, { label: '工程表', ask: ask('show-initiatives', { municipality: code }) }];
  const [back] = removed;
  return [
    ...turn,
    ...(mayWrite
      ? [
          {
            label: '取組を加える',
            look: 'primary' as const,
            ask: ask('add-initiative', { municipality: code, priorityItem: item }),
          },
        ]
      : []),
    { label: '工程表 Excel', ask: ask('roadmap-file', { municipality: code }) },
    ...(mayWrite && all > 0
      ? [{ label: '庁内決定を記録', ask: ask('decide-initiatives', { municipality: code }) }]
      : []),
    { label: '財源', ask: ask('show-funding', { municipality: code }) },
    { label: '簡易計画', ask: ask('show-simple-plan', { municipality: code }) },
    ...otherYears.slice(-1).map((other) => ({
      label: `${roadmapYears(other)}の工程表`,
      ask: ask('show-initiatives', { municipality: code, year: other }),
    })),
    ...(mayWrite && back
      ? [
          {
            label: `外した取組を戻す（${nameOfInitiative(back).slice(0, 10)}）`,
            ask: ask('remove-initiative', { municipality: code, initiative: back.id, back: 'yes' }),
          },
        ]
      : []),
  ];
}
