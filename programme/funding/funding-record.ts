import { z } from 'zod';
import { Day } from '../day.ts';
import type { Funding } from '../funding-list.ts';
import { Provenance } from '../provenance.ts';
import { BudgetAnswer, BudgetQuestion } from './budget-season.ts';
import { isAllocationTax } from './funding-terms.ts';

/** 状態 of a funding for an initiative (FM-20); 交付税 is never 採択. */
export const fundingStateNames = {
  considering: '検討',
  negotiating: '協議中',
  applied: '申請済',
  granted: '採択',
  rejected: '不採択',
  reckoned: '算入・交付',
  dropped: '見送り',
} as const;
export type FundingState = keyof typeof fundingStateNames;
export const FundingState = z.enum(Object.keys(fundingStateNames) as [FundingState, ...FundingState[]]);

/** What is shown of a funding of which no state was recorded: none is assumed. */
export const NO_STATE = 'まだ記録なし';
export const stateText = (use: { readonly state: FundingState } | undefined): string =>
  use ? fundingStateNames[use.state] : NO_STATE;

/** After these nothing is to be done any more until the end of a window. */
const OVER: readonly FundingState[] = ['granted', 'rejected', 'reckoned', 'dropped', 'applied'];
export const isUseOver = (use: { readonly state: FundingState } | undefined): boolean =>
  use !== undefined && OVER.includes(use.state);

const GRANTS: readonly FundingState[] = ['granted', 'rejected'];

/** The states a funding can have. */
export const statesOf = (funding: Funding): readonly FundingState[] =>
  FundingState.options.filter((state) => (isAllocationTax(funding) ? !GRANTS.includes(state) : state !== 'reckoned'));

/** Why a funding cannot be in a state, in a sentence. */
export function wrongState(funding: Funding, state: FundingState): string | undefined {
  if (statesOf(funding).includes(state)) return undefined;
  return isAllocationTax(funding)
    ? '交付税には採択・不採択がありません。算定に入ったら「算入・交付」と記録してください。'
    : '「算入・交付」は交付税だけの言葉です。交付金や補助金は「採択」「不採択」で記録してください。';
}

/** 千円, whole. */
const Thousands = z.number().int().nonnegative();

/** One initiative and one funding: how it stands, in versions. */
const FundingUse = z.object({
  initiative: z.string(),
  funding: z.string(),
  versions: z
    .array(
      Provenance.extend({
        state: FundingState,
        /** 一般財源負担, as the municipality says it. */
        general: Thousands.optional(),
        note: z.string().optional(),
        /** Taken off: it was recorded by mistake. What was written stays. */
        removed: Provenance.optional(),
      }),
    )
    .min(1),
});
export type FundingUse = z.infer<typeof FundingUse>;
export type FundingUseVersion = FundingUse['versions'][number];

/** 県との協議. */
const FundingTalk = Provenance.extend({
  day: Day,
  /** 課 of the prefecture; no person. */
  division: z.string(),
  result: z.string(),
  initiative: z.string().optional(),
  funding: z.string().optional(),
  /** Taken off: it was recorded by mistake. What was written stays. */
  removed: Provenance.optional(),
});
export type FundingTalk = z.infer<typeof FundingTalk>;

/** 財源: what a municipality has said in a fiscal year about where the money for its initiatives comes from. */
export const FundingRecord = z.object({
  municipality: z.string(),
  /** The programme's fiscal year in which it is said. */
  fiscalYear: z.number().int(),
  uses: z.array(FundingUse),
  talks: z.array(FundingTalk),
  answers: z.array(Provenance.extend({ question: BudgetQuestion, answer: BudgetAnswer, note: z.string().optional() })),
});
export type FundingRecord = z.infer<typeof FundingRecord>;

export const fundingRecordId = (fiscalYear: number, municipality: string): string =>
  `funding-${fiscalYear}-${municipality}`;
/** For `Collection.list`: those of a fiscal year. */
export const fundingRecordsOf = (fiscalYear: number) => ({
  from: `funding-${fiscalYear}-`,
  below: `funding-${fiscalYear}.`,
});

export type FundingOf = Pick<FundingRecord, 'municipality' | 'fiscalYear'>;
const emptyRecord = (of: FundingOf): FundingRecord => ({ ...of, uses: [], talks: [], answers: [] });

/** The last that stands; nothing where all of it was taken off. */
export const currentUse = (use: Pick<FundingUse, 'versions'> | undefined): FundingUseVersion | undefined =>
  use?.versions.findLast(({ removed }) => !removed);

type UseMeant = Pick<FundingUse, 'initiative' | 'funding'>;
export const useOf = (record: FundingRecord | undefined, { initiative, funding }: UseMeant): FundingUse | undefined =>
  record?.uses.find((use) => use.initiative === initiative && use.funding === funding);

export type UseSaid = Pick<FundingUseVersion, 'state' | 'general' | 'note'>;
const plainUse = ({ state, general, note }: UseSaid) => JSON.stringify([state, general, note]);

/** Says how a funding stands. The same again, or a replay, changes nothing. */
export function withUse(
  known: FundingRecord | undefined,
  of: FundingOf,
  meant: UseMeant,
  said: UseSaid,
  from: Provenance,
): FundingRecord {
  const record = known ?? emptyRecord(of);
  const use = useOf(record, meant);
  if (use?.versions.some(({ ask }) => ask === from.ask)) return record;
  const current = currentUse(use);
  if (current && plainUse(current) === plainUse(said)) return record;
  const next: FundingUse = { ...meant, versions: [...(use?.versions ?? []), { ...from, ...said }] };
  return { ...record, uses: use ? record.uses.map((each) => (each === use ? next : each)) : [...record.uses, next] };
}

/** Takes a version of how a funding stands off, or puts it back. @param version the `ask` it was recorded by */
export function withoutUse(record: FundingRecord, version: string, from: Provenance, isBack: boolean): FundingRecord {
  const uses = record.uses.map((use) => ({
    ...use,
    versions: use.versions.map((known) => (known.ask === version ? removedOrBack(known, from, isBack) : known)),
  }));
  return { ...record, uses };
}

/** Whoever took it off first, has. */
function removedOrBack<T extends { readonly removed?: Provenance | undefined }>(
  known: T,
  from: Provenance,
  isBack: boolean,
): T {
  if ((known.removed === undefined) === isBack) return known;
  const { removed: _, ...rest } = known;
  return (isBack ? rest : { ...known, removed: from }) as T;
}

export type TalkSaid = Omit<FundingTalk, keyof Provenance | 'removed'>;

/** Adds a 協議. The same again, or a replay, changes nothing. */
export function withTalk(
  known: FundingRecord | undefined,
  of: FundingOf,
  said: TalkSaid,
  from: Provenance,
): FundingRecord {
  const record = known ?? emptyRecord(of);
  const plain = ({ day, division, result, initiative, funding }: TalkSaid) =>
    JSON.stringify([day, division, result, initiative, funding]);
  const isKnown = record.talks.some((talk) => talk.ask === from.ask || (!talk.removed && plain(talk) === plain(said)));
  return isKnown ? record : { ...record, talks: [...record.talks, { ...from, ...said }] };
}

/** Those that stand, the latest day first. */
export const talksOf = (record: FundingRecord | undefined): readonly FundingTalk[] =>
  (record?.talks ?? []).filter(({ removed }) => !removed).toSorted((a, b) => b.day.localeCompare(a.day));

/** Takes a 協議 off, or puts it back. @param talk the `ask` it was recorded by */
export function withoutTalk(record: FundingRecord, talk: string, from: Provenance, isBack: boolean): FundingRecord {
  const talks = record.talks.map((known) => (known.ask === talk ? removedOrBack(known, from, isBack) : known));
  return { ...record, talks };
}

type AnswerSaid = Omit<FundingRecord['answers'][number], keyof Provenance>;

/** Answers a question of the budget season; the last answer to each counts. */
export function withBudgetAnswer(
  known: FundingRecord | undefined,
  of: FundingOf,
  said: AnswerSaid,
  from: Provenance,
): FundingRecord {
  const record = known ?? emptyRecord(of);
  const last = budgetAnswer(record, said.question);
  const isKnown = record.answers.some(({ ask }) => ask === from.ask);
  if (isKnown || (last?.answer === said.answer && last.note === said.note)) return record;
  return { ...record, answers: [...record.answers, { ...from, ...said }] };
}

export const budgetAnswer = (record: FundingRecord | undefined, question: BudgetQuestion) =>
  record?.answers.findLast((each) => each.question === question);
