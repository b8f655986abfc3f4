import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Counts the figures of 1枚 again from the JSON files of an export, and from nothing else: no code of the product is used. */
type Item = {
  readonly municipality: string;
  readonly fiscalYear: number;
  readonly item: string;
  readonly year: string;
  readonly versions: readonly { readonly stage: string; readonly at: string; readonly undone?: unknown }[];
};
type Kpi = {
  readonly municipality: string;
  readonly fiscalYear: number;
  readonly kpi: string;
  readonly entries: readonly {
    readonly kind: string;
    readonly week: string;
    readonly at: string;
    readonly numerator?: number;
    readonly denominator?: number;
    readonly undone?: unknown;
  }[];
};

const SETTLED = ['decided', 'done', 'confirmedNone'];

export function recountedPage(folder: string, fiscalYear: number) {
  const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T[];
  const towns = read<{ code: string; supported: boolean }>('municipalities').filter(({ supported }) => supported);
  const codes = new Set(towns.map(({ code }) => code));
  const isOurs = (each: { municipality: string; fiscalYear: number }) =>
    codes.has(each.municipality) && each.fiscalYear === fiscalYear;
  const items = read<Item>('items').filter((item) => isOurs(item) && item.year === 'this');
  const steps = [0, 1, 2, 3].map((order) => {
    const own = items.filter(({ item }) => item.startsWith(`S${order}-`));
    const stages = own.map(({ versions }) => versions.findLast(({ undone }) => undone === undefined)?.stage);
    return {
      items: own.length,
      settled: stages.filter((stage) => SETTLED.includes(stage ?? '')).length,
      notReported: stages.filter((stage) => stage === undefined).length,
    };
  });
  return { towns: towns.length, steps, kpi: (id: string) => partsOf(read<Kpi>('kpis').filter(isOurs), id) };
}

/** 分子 and 分母 of what each municipality said last. */
function partsOf(all: readonly Kpi[], id: string) {
  const last = all.flatMap(({ kpi, entries }) => {
    const said = entries
      .filter(({ undone, kind }) => undone === undefined && kind !== 'unchanged')
      .toSorted((a, b) => a.week.localeCompare(b.week) || a.at.localeCompare(b.at))
      .at(-1);
    return kpi === id && said?.kind === 'value' && said.denominator !== undefined ? [said] : [];
  });
  const sum = (of: 'numerator' | 'denominator') => last.reduce((total, each) => total + (each[of] ?? 0), 0);
  return { numerator: sum('numerator'), denominator: sum('denominator') };
}
