import { type Day, fiscalYearName, fullDate } from '../../programme/day.ts';
import { currentInitiative, type Initiative } from '../../programme/initiatives/initiative.ts';
import { spansText } from '../../programme/initiatives/initiative-field.ts';
import { PlanSection, type PlanTexts, planSectionNames } from '../../programme/initiatives/simple-plan.ts';
import { itemName } from '../../programme/shown.ts';
import { heading, onTheRight, pageDocx, paragraphs, subheading } from '../docx/page.ts';
import { listTable, NONE, UNWRITTEN } from '../docx/table.ts';

export type SimplePlanSheet = {
  readonly town: string;
  readonly year: number;
  /** 第1版（案） */
  readonly edition: string;
  readonly day: Day;
  readonly texts: PlanTexts;
  readonly decided: { readonly on: Day; readonly at: string } | undefined;
  readonly initiatives: readonly Initiative[];
  readonly kpis: readonly {
    readonly name: string;
    readonly baseline: string;
    readonly target: string;
    readonly due: Day | undefined;
  }[];
  readonly history: readonly { readonly edition: string; readonly on: Day; readonly at: string }[];
};

/** 簡易計画（全体方針）(FM-13) as a Word file: its sections in the order of the form, its tables from the records. */
export async function simplePlanDocx(sheet: SimplePlanSheet): Promise<Uint8Array> {
  const { town, year, edition, day, texts, decided } = sheet;
  const title = `${town} DX推進全体方針（簡易計画）`;
  const section = (name: PlanSection, number: number) => [
    subheading(`${number} ${planSectionNames[name]}`),
    ...paragraphs(texts[name]),
  ];
  const [before, after] = [PlanSection.options.slice(0, 5), PlanSection.options.slice(5)];
  return pageDocx(title, [
    onTheRight(`${edition}　${decided ? `${fullDate(decided.on)} ${decided.at} 決定` : `${fullDate(day)} 現在`}`),
    heading(title),
    onTheRight(`計画期間 ${fiscalYearName(year)}〜${fiscalYearName(year + 2)}`),
    ...before.flatMap((name, at) => section(name, at + 1)),
    subheading('6 取組項目'),
    initiativeTable(sheet),
    ...after.flatMap((name, at) => section(name, at + 7)),
    kpiTable(sheet),
    subheading('10 工程表'),
    roadmapTable(sheet),
    subheading('11 版・決定日'),
    historyTable(sheet),
  ]);
}

function initiativeTable({ initiatives }: SimplePlanSheet) {
  const rows = initiatives.map((one) => {
    const { item, name, plan, department } = currentInitiative(one).content;
    return [itemName(item), name, plan || UNWRITTEN, department || UNWRITTEN];
  });
  return listTable(
    ['重点取組区分', '取組', '内容', '主担当課'],
    rows.length > 0 ? rows : [[NONE, '', '', '']],
    [4, 4, 7, 3],
  );
}

function kpiTable({ kpis }: SimplePlanSheet) {
  const rows = kpis.map(({ name, baseline, target, due }) => [
    name,
    baseline,
    target,
    due === undefined ? '' : fullDate(due),
  ]);
  return listTable(['KPI', '基準値', '目標値', '期限'], rows.length > 0 ? rows : [[NONE, '', '', '']], [8, 4, 4, 7]);
}

function roadmapTable({ initiatives, year }: SimplePlanSheet) {
  const rows = initiatives.map((one) => {
    const { name, spans, initialCost, runningCost } = currentInitiative(one).content;
    const cost = (thousands: number | undefined) => (thousands === undefined ? '' : thousands.toLocaleString('ja-JP'));
    return [name, spansText(spans, year) || UNWRITTEN, cost(initialCost), cost(runningCost)];
  });
  return listTable(
    ['取組', '時期', '初期（千円）', '経常（千円/年）'],
    rows.length > 0 ? rows : [[NONE, '', '', '']],
    [5, 6, 3, 4],
  );
}

function historyTable({ history, edition, decided }: SimplePlanSheet) {
  const rows = history.map((each) => [each.edition, fullDate(each.on), each.at]);
  const own = decided ? [] : [[edition, '（決定前）', '']];
  return listTable(['版', '決定日', '会議名'], [...rows, ...own], [3, 5, 5]);
}
