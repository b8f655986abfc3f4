import { ask } from '../../programme/asks.ts';
import { fullDate, shortDate } from '../../programme/day.ts';
import { countedPlans, type TownPlans } from '../../programme/overview/plans-everywhere.ts';
import { inAreas } from '../../programme/overview/town-standing.ts';
import { pageOf } from '../../programme/page.ts';
import { alsoAsWorkbook } from '../also-as-workbook.ts';
import { buttons, type Card, card, facts, list, type Node, type Row, text } from '../card.ts';
import { roadmapYears } from '../initiatives/roadmap.ts';
import { pageButtons } from '../page-buttons.ts';

/** Municipalities on one page of a phone. */
const A_PAGE = 8;

export type PlansView = {
  readonly towns: readonly TownPlans[];
  /** Which of the two a row opens. */
  readonly opens: 'roadmap' | 'plan';
  readonly page: number;
};

/** 工程表 and 簡易計画 of all municipalities beside each other. By 圏域 and 団体コード, never ranked. */
export function plansEverywhereCard({ towns, opens, page }: PlansView): Card {
  const all = inAreas(towns).flatMap(([, each]) => each);
  const { shown, at, pages } = pageOf(all, page, A_PAGE);
  const of = { opens };
  const excel = ask('show-plans-everywhere', { ...of, form: 'excel' });
  const { roadmaps, plans } = countedPlans(towns);
  const ofRoadmaps = `全て庁内決定 ${roadmaps.decided}・一部 ${roadmaps.partly}・未決定 ${roadmaps.undecided}・取組なし ${roadmaps.none}`;
  const ofPlans = `庁内決定 ${plans.decided}・作成中 ${plans.begun}・未作成 ${plans.none}`;
  const made = card(
    '工程表と簡易計画 全市町村',
    `${towns.length}団体 工程表: ${ofRoadmaps} 簡易計画: ${ofPlans}`,
    text(`工程表と簡易計画（${towns.length}団体、団体コードの順）`, 'strong'),
    facts(['工程表', ofRoadmaps], ['簡易計画', ofPlans]),
    text(`市町村を押すと、${opens === 'plan' ? '簡易計画' : '工程表'}が開きます。`, 'quiet'),
    townsInAreas(shown, opens),
    buttons(
      ...pageButtons(at, pages, (next) => ask('show-plans-everywhere', { ...of, page: next })),
      { label: 'Excelで受け取る', ask: excel },
      { label: '全体の状況を見る', ask: ask('show-overview') },
    ),
  );
  return alsoAsWorkbook(made, excel);
}

const townsInAreas = (shown: readonly TownPlans[], opens: PlansView['opens']): Node[] =>
  inAreas(shown).flatMap(([name, towns]) => [
    ...(name === '' ? [] : [text(name, 'heading')]),
    list(towns.map((town) => townRow(town, opens))),
  ]);

function townRow({ municipality, roadmap, plan }: TownPlans, opens: PlansView['opens']): Row {
  const { code, name } = municipality;
  return {
    title: name,
    detail: [`工程表: ${roadmapLine(roadmap)}`, `簡易計画: ${planLine(plan)}`].join('\n'),
    ask:
      opens === 'plan'
        ? ask('show-simple-plan', { municipality: code })
        : ask('show-initiatives', { municipality: code }),
  };
}

/** 取組3件（令和9〜11年度）・庁内決定 2件 11/5(木) */
function roadmapLine({ year, initiatives, decided, decidedOn }: TownPlans['roadmap']): string {
  if (initiatives === 0) return '取組なし';
  const decision = decidedOn === undefined ? '未決定' : `庁内決定 ${decided}件 ${shortDate(decidedOn)}`;
  return `取組${initiatives}件（${roadmapYears(year)}）・${decision}`;
}

/** 第2版（案）60%（素案）・前の版は令和8年11月5日（木）庁議で決定 */
function planLine(plan: TownPlans['plan']): string {
  if (!plan) return '未作成';
  const { edition, grade, decided, isDraft } = plan;
  if (!decided) return `${edition}・${grade}`;
  const decision = `${fullDate(decided.on)} ${decided.at}で決定`;
  return isDraft ? `${edition}・${grade}・前の版は${decision}` : `${edition}・${decision}`;
}
