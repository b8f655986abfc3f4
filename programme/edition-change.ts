import type { Item, Kpi } from './catalogue.ts';
import type { Edition } from './edition.ts';

/** What of an entry people judge by, and what it is called when it changes. */
type Told<T> = readonly (readonly [called: string, of: (entry: T) => string | undefined])[];

const TOTALS: Readonly<Record<Kpi['total'], string>> = {
  weighted: '重みをつけて合計',
  sum: '足し合わせる',
  countTrue: '「有」の数',
  mean: '合計しない',
};

const ofItem: Told<Item> = [
  ['名前', ({ name }) => name],
  ['ステップ', ({ step }) => step],
];
const ofKpi: Told<Kpi> = [
  ['名前', ({ name }) => name],
  ['単位', ({ unit }) => unit],
  ['意味', ({ definition }) => definition],
  ['分子', ({ numerator }) => numerator],
  ['分母', ({ denominator }) => denominator],
  ['数える対象', ({ counts }) => counts],
  ['もとにする版', ({ against }) => against],
  ['合計', ({ total }) => TOTALS[total]],
  ['全国の状況', ({ national }) => national && `${national.text}（${national.asOf}）`],
];

/** One thing that another edition has otherwise; what comes has no before, what goes no after. */
export type EditionChange = {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
};

/** What came, went and changed between two editions, items first. */
export function editionChanges(before: Edition, after: Edition): readonly EditionChange[] {
  return [...changesOf(before.items, after.items, ofItem), ...changesOf(before.kpis, after.kpis, ofKpi)];
}

function changesOf<T extends Item | Kpi>(
  before: readonly T[],
  after: readonly T[],
  told: Told<T>,
): readonly EditionChange[] {
  const was = new Map(before.map((entry) => [entry.id, entry]));
  const is = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !is.has(id));
  return [
    ...after.flatMap((entry) => {
      const old = was.get(entry.id);
      const { id, name } = entry;
      if (!old) return [{ id, name, what: '加わるもの', before: undefined, after: name }];
      return told.flatMap(([what, of]) =>
        of(old) === of(entry) ? [] : [{ id, name, what, before: of(old), after: of(entry) }],
      );
    }),
    ...gone.map(({ id, name }) => ({ id, name, what: 'なくなるもの', before: name, after: undefined })),
  ];
}

/** The items and KPIs with records that the edition has not: while there are any, it cannot be taken up. */
export function lackingInEdition(edition: Edition, recorded: ReadonlySet<string>): readonly string[] {
  const known = new Set([...edition.items, ...edition.kpis].map(({ id }) => id));
  return [...recorded].filter((id) => !known.has(id)).toSorted();
}
