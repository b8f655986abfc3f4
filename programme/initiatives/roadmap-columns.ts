import { catalogue, isOfProgramme, itemsOf } from '../catalogue.ts';
import { Day, fiscalYearName } from '../day.ts';
import { type Funding, shippedFundings } from '../funding-list.ts';
import { itemName, kpiName } from '../shown.ts';
import { thousandsSaid } from './cost.ts';
import {
  type Initiative,
  type InitiativeContent,
  InitiativeSpan,
  type InitiativeVersion,
  priorityNames,
} from './initiative.ts';

/** What a row of a 工程表 says, as far as it could be read; `id` and `version` are empty in one that somebody has added. */
export type RoadmapRow = Partial<InitiativeContent> & { readonly id?: string; readonly version?: number };

/** Why a cell cannot be read, as what to write there instead. */
export type CellTrouble = { readonly instead: string };

type Choice = { readonly value: string; readonly label: string };

/** Of an initiative: what its cells are made of. */
type CellsOf = Pick<Initiative, 'id'> & {
  readonly versions: readonly Pick<InitiativeVersion, 'number' | 'content'>[];
};

type RoadmapKey = Exclude<keyof InitiativeContent, 'spans'> | InitiativeSpan | 'id' | 'version';

/** One column of the Excel 工程表. Whoever writes the book and whoever reads it follow the same one. */
export type RoadmapColumn = {
  readonly key: RoadmapKey;
  /** Two lines have a blank between them. */
  readonly heading: string;
  /** `ids`: several of the choices, with 「、」 between them; `mark`: ○ or nothing; `id` and `version` are hidden and nobody's to change. */
  readonly kind: 'text' | 'choice' | 'ids' | 'mark' | 'thousands' | 'day' | 'id' | 'version';
  /** In full-width signs. */
  readonly width: number;
  readonly required: boolean;
  readonly choices?: readonly Choice[];
  /** What is to be written, said to whoever fills the cell in. */
  readonly hint?: string;
  /** What stands in its cell; undefined where that is blank. */
  cell(initiative: CellsOf): string | number | undefined;
  /** The row with what a cell says as it is seen; a day as `2026-11-10`. */
  read(seen: string, row: RoadmapRow): RoadmapRow | CellTrouble;
};

export const isCellTrouble = (read: RoadmapRow | CellTrouble): read is CellTrouble => 'instead' in read;

/** 重点取組区分: what STEP3 of the catalogue has. */
export const priorityItems: readonly Choice[] = itemsOf('STEP3').map(({ id }) => ({ value: id, label: itemName(id) }));

export const roadmapKpis: readonly Choice[] = catalogue.kpis
  .filter((kpi) => !isOfProgramme(kpi))
  .map(({ id }) => ({ value: id, label: kpiName(id) }));

/** 仕分け, as it is called in the year before the one that is planned. @param year the one that is planned */
const sortedChoices = (year: number): readonly [Choice, Choice] => [
  { value: 'this', label: `${fiscalYearName(year - 1)}に実施` },
  { value: 'later', label: `${fiscalYearName(year)}以降` },
];

/** 令和7年度 第1四半期; 令和8年度. @param year the first year of the 工程表 */
function spanLabel(span: InitiativeSpan, year: number): string {
  const at = InitiativeSpan.options.indexOf(span);
  return at < 4 ? `${fiscalYearName(year)} 第${at + 1}四半期` : fiscalYearName(year + at - 3);
}

const priorityChoices: readonly Choice[] = Object.entries(priorityNames).map(([value, label]) => ({ value, label }));

/**
 * The columns of a 工程表, in the order of 具体的取組方針（工程表）(FM-12).
 * @param year the fiscal year whose quarters it has
 */
export function roadmapColumns(year: number, fundings: readonly Funding[] = shippedFundings): readonly RoadmapColumn[] {
  const money = fundings.map(({ id, name }) => ({ value: id, label: `${id} ${name}` }));
  return [
    text('name', '取組名', 9, { longest: 60, required: true }),
    choice('item', '重点取組区分', 7, priorityItems),
    text('problem', '現状・課題', 11, { required: true }),
    text('plan', '取組内容', 13, { required: true }),
    text('goal', '目指す姿・目標', 10, { required: true }),
    { ...ids('kpis', 'KPI', 9, roadmapKpis), required: true },
    text('department', '主担当課', 5, { longest: 60, required: true, hint: '課の名前。人の名前は書きません' }),
    text('others', '関係課', 5, { longest: 120, hint: '課の名前。人の名前は書きません' }),
    choice('sorted', '実施年度の仕分け', 7.5, sortedChoices(year)),
    ...InitiativeSpan.options.map((span) => mark(span, spanLabel(span, year))),
    text('people', '必要な人材（庁内・外部）', 6, {}),
    thousands('initialCost', '必要予算 初期（千円）'),
    thousands('runningCost', '必要予算 経常（千円/年）'),
    text('request', '予算要求時期', 5, { longest: 60 }),
    ids('fundings', '財源', 11, money),
    text('premises', '前提・リスク', 8, {}),
    text('shared', '県・広域との連携／共同利用', 7, {}),
    choice('priority', '優先度', 3, priorityChoices),
    day('decidedOn', '庁内決定日', year),
    text('decidedAt', '会議名', 5, { longest: 60 }),
    hidden('id', '取組ID'),
    hidden('version', '版'),
  ];
}

type TextKey =
  | 'name'
  | 'problem'
  | 'plan'
  | 'goal'
  | 'department'
  | 'others'
  | 'people'
  | 'request'
  | 'premises'
  | 'shared'
  | 'decidedAt';
type TextSpec = { readonly longest?: number; readonly required?: boolean; readonly hint?: string };

const contentOf = (one: CellsOf): InitiativeContent => lastOf(one).content;
function lastOf({ versions }: CellsOf): Pick<InitiativeVersion, 'number' | 'content'> {
  const last = versions.at(-1);
  if (!last) throw new Error('an initiative without a version');
  return last;
}

/** The most a text of an initiative may have. */
export const LONGEST_PART = 500;

function text(
  key: TextKey,
  heading: string,
  width: number,
  { longest = LONGEST_PART, required = false, hint }: TextSpec,
): RoadmapColumn {
  return {
    ...{ key, heading, kind: 'text', width, required, ...(hint ? { hint } : {}) },
    cell: (one) => contentOf(one)[key] || undefined,
    read(seen, row) {
      const said = seen.replace(/\r\n?/g, '\n').trim();
      if (said.length > longest) return { instead: `${heading}は${longest}文字までで書いてください` };
      if (key === 'name' && said === '') return { instead: '取組名を書いてください' };
      return { ...row, [key]: said };
    },
  };
}

function choice(
  key: 'item' | 'sorted' | 'priority',
  heading: string,
  width: number,
  choices: readonly Choice[],
): RoadmapColumn {
  return {
    ...{ key, heading, kind: 'choice', width, required: true, choices },
    cell: (one) => choices.find(({ value }) => value === contentOf(one)[key])?.label,
    read(seen, row) {
      const said = plain(seen);
      const found = choices.find(({ value, label }) => plain(label) === said || plain(value) === said);
      if (found) return { ...row, [key]: found.value };
      return { instead: `${choices.map(({ label }) => `「${label}」`).join('')}のどれかを書いてください` };
    },
  };
}

function ids(key: 'kpis' | 'fundings', heading: string, width: number, choices: readonly Choice[]): RoadmapColumn {
  const label = (id: string) => choices.find(({ value }) => value === id)?.label ?? id;
  return {
    ...{
      key,
      heading,
      kind: 'ids',
      width,
      required: false,
      choices,
      hint: '一覧から選びます。2つ目からは「、」で続けます',
    },
    cell: (one) => contentOf(one)[key].map(label).join('\n') || undefined,
    read(seen, row) {
      const found = idsSaid(seen, choices);
      return 'unknown' in found
        ? { instead: `「${found.unknown}」は一覧にありません。一覧にある${heading}を書いてください` }
        : { ...row, [key]: found.ids };
    },
  };
}

/** By its id, whatever stands behind it; where a text has no id, by its whole name. */
function idsSaid(seen: string, choices: readonly Choice[]): { readonly ids: string[] } | { readonly unknown: string } {
  const said = seen.normalize('NFKC').trim();
  if (said === '' || said === 'なし') return { ids: [] };
  const marked = said.toUpperCase().match(/(?<![A-Z\d])[A-Z]{1,2}\d?-\d{2,3}(?!\d)/g);
  const parts =
    marked ??
    said
      .split(/[、,\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const found: string[] = [];
  for (const part of parts) {
    const one = choices.find(({ value, label }) => value === part || plain(label.slice(value.length)) === plain(part));
    if (!one) return { unknown: part.slice(0, 30) };
    if (!found.includes(one.value)) found.push(one.value);
  }
  return { ids: found };
}

const ON = /^[○◯〇●◎Oo1✓✔レ]$/;

function mark(span: InitiativeSpan, heading: string): RoadmapColumn {
  return {
    ...{ key: span, heading, kind: 'mark', width: 3, required: false, choices: [{ value: MARK, label: MARK }] },
    cell: (one) => (contentOf(one).spans.includes(span) ? MARK : undefined),
    read(seen, row) {
      const said = seen.normalize('NFKC').trim();
      const isOn = ON.test(said);
      if (said !== '' && !isOn) return { instead: '取り組む時期に ○ を、そうでなければ空欄にしてください' };
      const others = (row.spans ?? []).filter((each) => each !== span);
      return { ...row, spans: InitiativeSpan.options.filter((each) => (each === span ? isOn : others.includes(each))) };
    },
  };
}
/** Stands in a quarter or year in which it is worked on. */
export const MARK = '○';

function thousands(key: 'initialCost' | 'runningCost', heading: string): RoadmapColumn {
  return {
    ...{
      key,
      heading,
      kind: 'thousands',
      width: 5,
      required: false,
      hint: '千円。決まっていなければ空欄、かからなければ 0',
    },
    cell: (one) => contentOf(one)[key],
    read(seen, { [key]: _, ...row }) {
      if (seen.trim() === '') return row;
      const said = thousandsSaid(seen);
      return 'ask' in said ? { instead: said.ask } : { ...row, [key]: said.thousands };
    },
  };
}

function day(key: 'decidedOn', heading: string, year: number): RoadmapColumn {
  return {
    ...{ key, heading, kind: 'day', width: 6, required: false },
    cell: (one) => contentOf(one)[key],
    read(seen, { [key]: _, ...row }) {
      if (seen.trim() === '') return row;
      const said = Day.safeParse(seen.trim());
      return said.success ? { ...row, [key]: said.data } : { instead: `「${year}/2/20」の形の日付を書いてください` };
    },
  };
}

function hidden(key: 'id' | 'version', heading: string): RoadmapColumn {
  return {
    ...{ key, heading, kind: key, width: 2, required: false },
    cell: (one) => (key === 'id' ? one.id : lastOf(one).number),
    read(seen, { [key]: _, ...row }) {
      const said = seen.trim();
      if (said === '') return row;
      if (key === 'id') return { ...row, id: said };
      return /^\d{1,4}$/.test(said)
        ? { ...row, version: Number(said) }
        : { instead: '隠した列は、書き出したままにしてください' };
    },
  };
}

const plain = (said: string): string => said.normalize('NFKC').replace(/\s/g, '').toUpperCase();
