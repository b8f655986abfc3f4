import { z } from 'zod';
import { addMonths, Day, fiscalYearName } from '../day.ts';
import { type Funding, shippedFundings } from '../funding-list.ts';
import shipped from './shipped-terms.json' with { type: 'json' };

/** Who may use it. */
export const beneficiaryNames = { municipality: '市町村', prefecture: '都道府県' } as const;
export type Beneficiary = keyof typeof beneficiaryNames;
const Beneficiary = z.enum(Object.keys(beneficiaryNames) as [Beneficiary, ...Beneficiary[]]);

/** What is known of one funding in one fiscal year. An empty text is what nobody has said. */
export const FundingTerms = z.object({
  funding: z.string(),
  /** The fiscal year of which this is said. */
  year: z.number().int(),
  /** The year before whose terms these began as, until somebody has confirmed them for their own. */
  begunFrom: z.number().int().optional(),
  /** It has another one in some years. */
  name: z.string().min(1),
  /** What it pays for. */
  funds: z.string(),
  /** 率 */
  rate: z.string(),
  /** 上限 */
  cap: z.string(),
  who: z.array(Beneficiary),
  /** 受付 from a day until a day, where those are known. */
  from: Day.optional(),
  until: Day.optional(),
  /** 受付の時期 in words. */
  window: z.string(),
  /** 根拠書類 */
  papers: z.array(z.string()),
  /** 経路 */
  route: z.string(),
  note: z.string(),
  /** 確認日: the day on which somebody compared it with what was published; without one everything is 目安. */
  checkedOn: Day.optional(),
  checkedBy: z.string().optional(),
});
export type FundingTerms = z.infer<typeof FundingTerms>;

/** What the program brings along: what each fits, for which years it is there, and its terms of some years. */
const ShippedTerms = z.object({
  funding: z.string(),
  /** What it is called where there is little room, and how people say it besides. */
  short: z.string().max(14),
  said: z.array(z.string()),
  /** Items of the catalogue whose initiatives it may pay for. */
  items: z.array(z.string()),
  /** What an initiative that it may pay for speaks of. */
  words: z.array(z.string()),
  since: z.number().int().optional(),
  last: z.number().int().optional(),
  terms: z.array(FundingTerms.omit({ funding: true, name: true }).extend({ name: z.string().optional() })).min(1),
});
type ShippedTerms = z.infer<typeof ShippedTerms>;

const brought: ReadonlyMap<string, ShippedTerms> = new Map(
  z
    .array(ShippedTerms)
    .parse(shipped)
    .map((each) => [each.funding, each]),
);

export const findFunding = (id: string): Funding | undefined => shippedFundings.find((each) => each.id === id);

/** FN-07 第2世代交付金 */
export const fundingShort = (id: string): string => `${id} ${brought.get(id)?.short ?? ''}`.trim();

/** The id of the funding that is called so by its id, or by a name that people use. */
export function fundingSaid(word: string): string | undefined {
  const plain = word.normalize('NFKC').toUpperCase();
  const isIt = (name: string) => name.normalize('NFKC').toUpperCase() === plain;
  const found = shippedFundings.find(({ id, name }) => [id, name, fundingShort(id), ...saidOf(id)].some(isIt));
  return found?.id;
}

function saidOf(id: string): readonly string[] {
  const { short, said } = brought.get(id) ?? {};
  return [...(short === undefined ? [] : [short]), ...(said ?? [])];
}

/** Every word by which people name a funding. */
export const fundingWords: readonly string[] = shippedFundings.flatMap(({ id }) => saidOf(id));

/** What a funding fits, as far as the program knows. */
export const fitOf = (id: string): Pick<ShippedTerms, 'items' | 'words'> => brought.get(id) ?? { items: [], words: [] };

/** Whether there is such a funding in a year, as far as is known. */
export function isThereIn(id: string, year: number): boolean {
  const { since = year, last = year } = brought.get(id) ?? {};
  return since <= year && year <= last;
}

/**
 * What is known of a funding for a year: what the secretariat has kept of that year, what was brought along of it, or
 * the newest of a year before; of a funding that is still to come, its first.
 */
export function termsFor(id: string, year: number, kept: readonly FundingTerms[]): FundingTerms | undefined {
  const funding = findFunding(id);
  if (!funding) return undefined;
  const own = (brought.get(id)?.terms ?? []).map(
    (terms): FundingTerms => ({ ...terms, funding: id, name: terms.name ?? funding.name }),
  );
  const said = kept.filter((terms) => terms.funding === id);
  const all = [...own.filter((terms) => said.every((other) => other.year !== terms.year)), ...said];
  const inOrder = all.toSorted((a, b) => a.year - b.year);
  return inOrder.findLast((terms) => terms.year <= year) ?? inOrder[0];
}

/** How far terms can be relied upon for a year: 目安 unless somebody has confirmed them for that year within twelve months. */
export const certaintyNames = {
  guide: '目安',
  old: '確認から1年を過ぎています（目安）',
  confirmed: '確認済み',
} as const;
export type TermsCertainty = keyof typeof certaintyNames;

export function certaintyOf({ checkedOn, year: of }: FundingTerms, year: number, today: Day): TermsCertainty {
  if (checkedOn === undefined || of !== year) return 'guide';
  return addMonths(checkedOn, 12) < today ? 'old' : 'confirmed';
}

/** The last day of the window in a year; the day of another year is none of this one. */
export const untilIn = ({ year: of, until }: FundingTerms, year: number): Day | undefined =>
  of === year ? until : undefined;

/** What is known of the fundings that there are in a year, with how sure of it one can be. */
export const fundingsIn = (year: number, kept: readonly FundingTerms[], today: Day) =>
  shippedFundings.flatMap(({ id }) => {
    const terms = isThereIn(id, year) ? termsFor(id, year, kept) : undefined;
    return terms ? [{ terms, certainty: certaintyOf(terms, year, today) }] : [];
  });

/** Of which year they are, where that is not the year meant. */
export function termsYearNote({ year: of, begunFrom }: FundingTerms, year: number): string | undefined {
  if (of !== year) return `${fiscalYearName(of)}の内容`;
  return begunFrom === undefined ? undefined : `${fiscalYearName(begunFrom)}の内容がもと`;
}

/** 交付税 is not applied for and granted: it is reckoned in. */
export const isAllocationTax = ({ category }: Pick<Funding, 'category'>): boolean => category.includes('交付税');

export const fundingTermsId = (id: string, year: number): string => `terms-${id}-${year}`;
/** For `Collection.list`: all of them. */
export const FUNDING_TERMS = { from: 'terms-', below: 'terms.' } as const;
