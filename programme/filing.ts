import { z } from 'zod';
import { Day } from './day.ts';
import { Provenance } from './provenance.ts';

/** What somebody decides about something that was handed to them; 条件つき is not yes: it says what must change first. */
export const Ruling = z.enum(['approve', 'conditional', 'refuse']);
export type Ruling = z.infer<typeof Ruling>;

/** 県が認める＝承認. */
export const approvalNames: Readonly<Record<Ruling, string>> = {
  approve: '承認',
  conditional: '条件つき',
  refuse: '不承認',
};

const Submission = Provenance.extend({ version: z.number().int() });

/** What the prefecture decided about one version. */
const FilingDecision = Provenance.extend({
  version: z.number().int(),
  verdict: Ruling,
  /** With a yes: on which conditions. With 条件つき: what must change. With a no: why. */
  condition: z.string().optional(),
  /** Of one that takes the place of another: why it was decided anew. */
  reason: z.string().optional(),
});
export type FilingDecision = z.infer<typeof FilingDecision>;

/** What somebody of the prefecture who does not decide has to say to a version. */
const FilingRemark = Provenance.extend({ version: z.number().int(), text: z.string() });

/** 文書番号 of the formal act, which may come after the decision. */
const ActNumber = Provenance.extend({ version: z.number().int(), document: z.string(), day: Day.optional() });

/**
 * Something the secretariat writes, hands to the prefecture and has decided (承認) or received (受領): 下書き → 提出 →
 * 承認・条件つき・不承認. Everything is only ever added. The formal act is a document on paper; this is its record.
 */
export function filingOf<C extends z.ZodType>(content: C) {
  const Version = Provenance.extend({ number: z.number().int(), content, reason: z.string().optional() });
  return z.object({
    id: z.string(),
    /** Oldest first; the last one is what is being written or stands. */
    versions: z.array(Version).min(1),
    submissions: z.array(Submission).optional(),
    decisions: z.array(FilingDecision).optional(),
    acts: z.array(ActNumber).optional(),
    remarks: z.array(FilingRemark).optional(),
    /** Taken off the table by those who handed it in. */
    withdrawn: Provenance.optional(),
  });
}

/** What is the same in every filing. */
export type Filing<C = unknown> = {
  readonly id: string;
  readonly versions: readonly FilingVersion<C>[];
  readonly submissions?: readonly z.infer<typeof Submission>[] | undefined;
  readonly decisions?: readonly FilingDecision[] | undefined;
  readonly acts?: readonly z.infer<typeof ActNumber>[] | undefined;
  readonly remarks?: readonly z.infer<typeof FilingRemark>[] | undefined;
  readonly withdrawn?: Provenance | undefined;
};
export type FilingVersion<C> = Provenance & {
  readonly number: number;
  readonly content: C;
  readonly reason?: string | undefined;
};

/** Where filings are kept, whatever they are about. */
export const FILINGS = '_filings';

export const filingStateNames = {
  draft: '下書き',
  submitted: '提出済み・県の決定待ち',
  approve: '承認',
  conditional: '条件つき（直して出し直し）',
  refuse: '不承認',
  withdrawn: '取り下げ',
} as const;
export type FilingState = keyof typeof filingStateNames;

export function currentFiling<C>({ versions }: Filing<C>): FilingVersion<C> {
  const last = versions.at(-1);
  if (!last) throw new Error('a filing without a version');
  return last;
}

/**
 * 第2版: what those it is handed to count. Drafts have no number of their own before they are handed in, so nobody of the
 * prefecture hears of a fifth version of what they see for the first time.
 */
export function editionHandedIn({ submissions = [] }: Pick<Filing, 'submissions'>, number: number): number {
  const before = new Set(submissions.map(({ version }) => version).filter((version) => version < number));
  return before.size + 1;
}

/**
 * As those it was handed to see it: without what is only being written, which takes nothing off their table. Undefined
 * before anything was handed in.
 */
export function asHandedIn<F extends Filing>(filing: F): F | undefined {
  const versions = versionsHandedIn(filing);
  return versions.length > 0 ? { ...filing, versions } : undefined;
}

/** As it stood at a moment; undefined before there was anything of it. */
export function filingAt<F extends Filing>(filing: F, moment: Date): F | undefined {
  const then = moment.toISOString();
  const known = <T extends Provenance>(all: readonly T[] = []): readonly T[] => all.filter(({ at }) => at <= then);
  const versions = known(filing.versions);
  if (versions.length === 0) return undefined;
  return {
    ...filing,
    versions,
    submissions: known(filing.submissions),
    decisions: known(filing.decisions),
    acts: known(filing.acts),
    remarks: known(filing.remarks),
    withdrawn: filing.withdrawn && filing.withdrawn.at <= then ? filing.withdrawn : undefined,
  };
}

/** Oldest first. */
export const versionsHandedIn = <C>({ versions, submissions = [] }: Filing<C>): readonly FilingVersion<C>[] =>
  versions.filter(({ number }) => submissions.some(({ version }) => version === number));

/** How the last version stands. */
export function filingState(filing: Filing): FilingState {
  if (filing.withdrawn) return 'withdrawn';
  const { number } = currentFiling(filing);
  const decision = decisionOf(filing, number);
  if (decision) return decision.verdict;
  return filing.submissions?.some(({ version }) => version === number) ? 'submitted' : 'draft';
}

/** How it stands in the words of those who write it: where an edition waits, the draft of the next one does not hide that. */
export function filingStateName(filing: Filing): string {
  const state = filingState(filing);
  const handedIn = asHandedIn(filing);
  const isBeside = state === 'draft' && handedIn !== undefined && filingState(handedIn) === 'submitted';
  return isBeside ? `${filingStateNames.draft}（提出した版は県の決定待ち）` : filingStateNames[state];
}

/** What was decided last about a version. */
export const decisionOf = ({ decisions }: Filing, number: number): FilingDecision | undefined =>
  decisions?.findLast(({ version }) => version === number);

/** The version that holds: the last one that was approved; undefined before any was, and once it was withdrawn. */
export function approvedVersion<C>(
  filing: Filing<C>,
): (FilingVersion<C> & { readonly approved: FilingDecision }) | undefined {
  if (filing.withdrawn) return undefined;
  for (const version of filing.versions.toReversed()) {
    const approved = decisionOf(filing, version.number);
    if (approved?.verdict === 'approve') return { ...version, approved };
  }
  return undefined;
}

/** 文書番号 of a version; undefined for 文書未受領. */
export const actOf = ({ acts }: Filing, number: number) => acts?.findLast(({ version }) => version === number);

type Of<F> = F extends Filing<infer C> ? C : never;

/** Adds a version, as a draft. The same content again, or a replay, changes nothing. */
export function withVersion<F extends Filing>(filing: F, content: Of<F>, from: Provenance, reason?: string): F {
  if (filing.versions.some(({ ask }) => ask === from.ask)) return filing;
  if (JSON.stringify(currentFiling(filing).content) === JSON.stringify(content)) return filing;
  const version = { ...from, number: filing.versions.length + 1, content, ...(reason ? { reason } : {}) };
  return { ...filing, versions: [...filing.versions, version] };
}

/** Hands the last version in. Handed in already, it stays as it is. */
export function withSubmission<F extends Filing>(filing: F, from: Provenance): F {
  if (filingState(filing) !== 'draft') return filing;
  const { number: version } = currentFiling(filing);
  return { ...filing, submissions: [...(filing.submissions ?? []), { ...from, version }] };
}

/** Adds what was decided about a version. The same again, or a replay, changes nothing. */
export function withDecision<F extends Filing>(
  filing: F,
  said: Pick<FilingDecision, 'version' | 'verdict' | 'condition' | 'reason'>,
  from: Provenance,
): F {
  const last = decisionOf(filing, said.version);
  const isSame = last?.verdict === said.verdict && last.condition === said.condition;
  if (isSame || filing.decisions?.some(({ ask }) => ask === from.ask)) return filing;
  const { version, verdict, condition, reason } = said;
  const decision = {
    ...from,
    ...{ version, verdict },
    ...(condition ? { condition } : {}),
    ...(reason ? { reason } : {}),
  };
  return { ...filing, decisions: [...(filing.decisions ?? []), decision] };
}

/** Adds the 文書番号 of the formal act for a version. The same again changes nothing. */
export function withAct<F extends Filing>(
  filing: F,
  said: { readonly version: number; readonly document: string; readonly day?: Day | undefined },
  from: Provenance,
): F {
  const last = actOf(filing, said.version);
  if (last?.document === said.document && last.day === said.day) return filing;
  const { version, document, day } = said;
  return { ...filing, acts: [...(filing.acts ?? []), { ...from, version, document, ...(day ? { day } : {}) }] };
}

/** Adds what somebody who does not decide has to say. The same words again, or a replay, change nothing. */
export function withRemarkOn<F extends Filing>(
  filing: F,
  said: { readonly version: number; readonly text: string },
  from: Provenance,
): F {
  const { remarks = [] } = filing;
  const { version, text } = said;
  const isKnown = remarks.some((each) => each.by === from.by && each.version === version && each.text === text);
  if (isKnown || remarks.some(({ ask }) => ask === from.ask)) return filing;
  return { ...filing, remarks: [...remarks, { ...from, version, text }] };
}
