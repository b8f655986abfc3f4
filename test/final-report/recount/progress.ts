import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { current, dateSaid, type Exported, summed, type Undoable } from './exported.ts';

type Kpi = {
  readonly id: string;
  readonly item: string | null;
  readonly type: string;
  readonly better: string;
  readonly total?: string;
  readonly denominator?: string;
  readonly answers?: string;
};
type Catalogue = {
  readonly items: readonly { readonly id: string; readonly step: string; readonly kpis: readonly string[] }[];
  readonly kpis: readonly Kpi[];
};
type ItemOf = {
  readonly municipality: string;
  readonly fiscalYear: number;
  readonly item: string;
  readonly year: string;
  readonly start?: { readonly stage: string };
  readonly versions: readonly (Undoable & { readonly stage: string; readonly evidence?: string })[];
};
type Entry = Undoable & {
  readonly kind: string;
  readonly week: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
};
type KpiOf = {
  readonly municipality: string;
  readonly fiscalYear: number;
  readonly kpi: string;
  readonly target?: number;
  readonly due?: string;
  readonly baseline?: number;
  readonly entries: readonly Entry[];
};

const PERCENT: Readonly<Record<string, number>> = {
  ...{ notStarted: 0, considering: 25, inProgress: 50, decided: 80, done: 100 },
};
const SETTLED = 80;

/** The items and KPIs of the year as data; editions of the catalogue are files. */
const catalogueOf = (edition: string): Catalogue =>
  JSON.parse(readFileSync(join(process.cwd(), `programme/catalogue/${edition}.json`), 'utf8'));

type Judged = { readonly record: KpiOf; readonly said: Entry | undefined; readonly word: '達成' | '未達成' | '不明' };

/** ステップ, 項目 and KPI of each municipality, and the KPIs of all together. */
export function progress(of: Exported, edition: string): void {
  const { items, kpis } = catalogueOf(edition);
  const supported = of.towns.filter((town) => town.supported);
  const records = of.read<ItemOf>('items').filter(({ fiscalYear }) => fiscalYear === of.fiscalYear);
  const judged = of
    .read<KpiOf>('kpis')
    .filter(
      (record) => record.fiscalYear === of.fiscalYear && supported.some(({ code }) => code === record.municipality),
    )
    .map((record) => judge(record, kpis, of.programme.end));
  for (const { code, name } of supported) {
    const own = records.filter(({ municipality }) => municipality === code);
    const said = judged.filter(({ record }) => record.municipality === code);
    stages(of, name, own);
    for (const each of said) oneKpi(of, name, each);
    for (const step of ['STEP0', 'STEP1', 'STEP2', 'STEP3'])
      oneStep(of, `${name} ステップ${step.slice(-1)}`, {
        items: items.filter((item) => item.step === step),
        records: own,
        said,
      });
  }
  for (const kpi of kpis)
    together(
      of,
      kpi,
      judged.filter(({ record }) => record.kpi === kpi.id),
    );
}

function stages(of: Exported, name: string, own: readonly ItemOf[]): void {
  for (const { item, year, start, versions } of own) {
    if (year === 'none') continue;
    const [before, after] = [PERCENT[start?.stage ?? ''], PERCENT[current(versions)?.stage ?? '']];
    if (before !== undefined) of.say(`${name} ${item} 支援前の段階`, before);
    if (after !== undefined) of.say(`${name} ${item} 支援後の段階`, after);
  }
}

type StepOf = {
  readonly items: Catalogue['items'];
  readonly records: readonly ItemOf[];
  readonly said: readonly Judged[];
};

/** Every item of the year at 80 with evidence, and each KPI of theirs with value and target, which is met. */
function oneStep(of: Exported, what: string, { items, records, said }: StepOf): void {
  const own = records.filter(({ item, year }) => year === 'this' && items.some(({ id }) => id === item));
  if (own.length === 0) return;
  const percents = own.map(({ versions }) => PERCENT[current(versions)?.stage ?? ''] ?? 0);
  const settled = percents.filter((percent) => percent >= SETTLED).length;
  const evidenced = own.every(({ versions }) => versions.some((each) => each.undone === undefined && each.evidence));
  const kpis = new Set(items.filter(({ id }) => own.some(({ item }) => item === id)).flatMap((item) => item.kpis));
  const measured = said.filter(({ record }) => kpis.has(record.kpi));
  const met = measured.length > 0 && measured.every(({ word }) => word === '達成');
  of.say(`${what} 今年度の項目`, own.length);
  of.say(`${what} 80%以上の項目`, settled);
  of.say(`${what} 進み具合`, Math.round(summed(percents) / own.length));
  of.say(`${what} 達成`, settled === own.length && evidenced && met ? 1 : 0);
}

function judge(record: KpiOf, kpis: readonly Kpi[], end: string): Judged {
  const said = record.entries.findLast(
    ({ undone, kind, week }) => undone === undefined && kind !== 'unchanged' && week <= end,
  );
  if (record.target === undefined || said === undefined) return { record, said, word: '不明' };
  const isLower = kpis.find(({ id }) => id === record.kpi)?.better === 'lower';
  const { value } = said;
  const isMet = value !== undefined && (isLower ? value <= record.target : value >= record.target);
  return { record, said, word: isMet ? '達成' : '未達成' };
}

function oneKpi(of: Exported, name: string, { record, said }: Judged): void {
  const { kpi, baseline, target, due } = record;
  if (said?.kind === 'value' && said.value !== undefined) of.say(`${name} ${kpi} 実績値`, said.value);
  if (baseline !== undefined) of.say(`${name} ${kpi} 基準値`, baseline);
  if (target !== undefined) of.say(`${name} ${kpi} 目標値${due ? `（${dateSaid(due)}）` : ''}`, target);
}

/** Sums over the municipalities; a rate by its parts, never by a mean of rates. */
function together(of: Exported, kpi: Kpi, own: readonly Judged[]): void {
  if (own.length === 0) return;
  const count = (word: Judged['word']) => own.filter((each) => each.word === word).length;
  of.say(`${kpi.id} 目標を達成した団体`, count('達成'));
  of.say(`${kpi.id} 目標に届いていない団体`, count('未達成'));
  of.say(`${kpi.id} 判定できない団体`, count('不明'));
  const isWeighed = (kpi.denominator ?? kpi.answers) !== undefined;
  const adds = isWeighed || kpi.total === 'sum' || kpi.total === 'countTrue';
  const inIt = own.filter(({ said }) => said?.kind === 'value' && (!isWeighed || said.denominator !== undefined));
  if (inIt.length === 0 || !adds) return;
  const silent = own.length - inIt.length - own.filter(({ said }) => said?.kind === 'confirmedNone').length;
  of.say(`${kpi.id} 値のない団体`, silent);
  const weight = ({ said }: Judged) => said?.denominator ?? 1;
  const weights = summed(inIt.map(weight));
  const top = (part: (each: Judged) => number) => summed(inIt.map(part));
  const rounded = (value: number) => Math.round(value * 10) / 10;
  if (kpi.denominator !== undefined) {
    const numerator = top(({ said }) => said?.numerator ?? 0);
    const text = `（${numerator.toLocaleString('ja-JP')}/${weights.toLocaleString('ja-JP')}）`;
    of.say(`${kpi.id} 合計`, rounded((numerator / weights) * (kpi.type === 'percent' ? 100 : 1)), text);
  } else if (kpi.answers !== undefined)
    of.say(`${kpi.id} 合計`, rounded(top((each) => (each.said?.value ?? 0) * weight(each)) / weights));
  else
    of.say(
      `${kpi.id} 合計`,
      top(({ said }) => said?.value ?? 0),
    );
  if (inIt.some(({ record }) => record.target === undefined)) return;
  const aims = top((each) => (each.record.target ?? 0) * (isWeighed ? weight(each) : 1));
  of.say(`${kpi.id} 目標の合計`, rounded(isWeighed ? aims / weights : aims));
}
