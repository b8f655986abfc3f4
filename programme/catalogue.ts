import { editionFiles } from './catalogue/editions.ts';
import { type Day, fiscalYearName } from './day.ts';
import { type Edition, readEditions } from './edition.ts';

export type Catalogue = Pick<Edition, 'steps' | 'stages' | 'items' | 'kpis'>;
/** One of the four steps of 自治体DX全体手順書. */
export type Step = Catalogue['steps'][number];
/** How far an item has come; the percentages are the programme's own scale. */
export type Stage = Catalogue['stages'][number];
/** One of the 25 items under the steps: what a municipality works on and reports. */
export type Item = Catalogue['items'][number];
/** A KPI's definition. What a municipality has set and reached is its `KpiRecord`. */
export type Kpi = Catalogue['kpis'][number];

/** Oldest first. */
export const editions: readonly Edition[] = readEditions(editionFiles);

export const newestEdition: Edition = editionOf({ fiscalYear: Number.POSITIVE_INFINITY });

/**
 * Everything that any edition has, each entry as the newest has it: what can be recognised and named. What is judged,
 * counted or explained goes by the edition of its year.
 */
export const catalogue: Catalogue = {
  steps: newest(({ steps }) => steps),
  stages: newest(({ stages }) => stages),
  items: newest(({ items }) => items),
  kpis: newest(({ kpis }) => kpis),
};

function newest<T extends { readonly id: string }>(of: (edition: Edition) => readonly T[]): T[] {
  return [...new Map(editions.flatMap(of).map((entry) => [entry.id, entry])).values()];
}

export const findEdition = (id: string): Edition | undefined => editions.find((edition) => edition.id === id);

/** What a programme says of its edition. */
export type RuledYear = { readonly fiscalYear: number; readonly edition?: string | undefined };

/** The edition a programme names, else the newest of its fiscal year or an earlier one. */
export function editionOf({ fiscalYear, edition }: RuledYear, among: readonly Edition[] = editions): Edition {
  const found =
    among.find(({ id }) => id === edition) ?? among.findLast((each) => each.fiscalYear <= fiscalYear) ?? among[0];
  if (!found) throw new Error('there is no edition of the catalogue');
  return found;
}

/** 令和6年度第1版 */
export const editionName = ({ fiscalYear, version }: Pick<Edition, 'fiscalYear' | 'version'>): string =>
  `${fiscalYearName(fiscalYear)}${version}`;

/** The day of a fiscal year that a suggestion (`03-14`) means: January to March are of the calendar year after. */
export const dueIn = (fiscalYear: number, monthDay: string): Day =>
  `${monthDay < '04-01' ? fiscalYear + 1 : fiscalYear}-${monthDay}`;

type Index = { readonly [L in keyof Catalogue]: ReadonlyMap<string, Catalogue[L][number]> } & {
  readonly itemsByStep: ReadonlyMap<string, readonly Item[]>;
};
const indexes = new WeakMap<Catalogue, Index>();

function indexOf(of: Catalogue): Index {
  const known = indexes.get(of) ?? {
    steps: byId(of.steps),
    stages: byId(of.stages),
    items: byId(of.items),
    kpis: byId(of.kpis),
    itemsByStep: new Map(of.steps.map(({ id }) => [id, of.items.filter(({ step }) => step === id)])),
  };
  indexes.set(of, known);
  return known;
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((entry) => [entry.id, entry]));

/** A KPI of the programme as a whole: no municipality has one, and nobody is asked for it. */
export const isOfProgramme = ({ item }: Pick<Kpi, 'item'>): boolean => item === null;

export const findItem = (id: string, of: Catalogue = catalogue): Item | undefined => indexOf(of).items.get(id);
export const findKpi = (id: string, of: Catalogue = catalogue): Kpi | undefined => indexOf(of).kpis.get(id);
export const findStage = (id: string, of: Catalogue = catalogue): Stage | undefined => indexOf(of).stages.get(id);
export const findStep = (id: string, of: Catalogue = catalogue): Step | undefined => indexOf(of).steps.get(id);
export const itemsOf = (step: string, of: Catalogue = catalogue): readonly Item[] =>
  indexOf(of).itemsByStep.get(step) ?? [];
