import { z } from 'zod';
import { Day } from '../day.ts';
import { Ruling } from '../filing.ts';
import { fingerprint } from '../meetings/meeting.ts';
import { Provenance } from '../provenance.ts';
import { covers, SharingScope } from './scope.ts';

/** 相手が同意する＝承諾. */
export const consentVerdictNames: Readonly<Record<Ruling, string>> = {
  approve: '承諾',
  conditional: '条件つき',
  refuse: '不承諾',
};

/** How long a municipality has to answer; silence for longer counts as no. */
export const OPEN_DAYS_TO_CONSENT = 10;
/** The open day after asking on which it is reminded, once. */
export const OPEN_DAYS_TO_REMIND = 3;

/** 承諾依頼. `due`: the last day to answer, kept so that a closure that is added later moves no promise. */
const ConsentAsking = Provenance.extend({ due: Day });
type ConsentAsking = z.infer<typeof ConsentAsking>;

/** What follows on an asking says which one, by its number from 1. */
const Following = Provenance.extend({ asking: z.number().int() });

const ConsentAnswer = Following.extend({
  verdict: Ruling,
  /** 条件つき: what must change. 不承諾: why, which only the municipality and the secretariat read. */
  condition: z.string().optional(),
  /** 職名 of who consents. */
  post: z.string().optional(),
  /** 決裁番号 */
  document: z.string().optional(),
});
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;

/** 承諾: one municipality, one material, one version, one scope, until one day. Everything is only ever added. */
export const Consent = z.object({
  id: z.string(),
  municipality: z.string(),
  material: z.string(),
  version: z.string(),
  scope: SharingScope,
  /** The last day on which it may be shown; absent for as long as nobody takes it back. */
  until: Day.optional(),
  /** Oldest first; the last one is what counts. It is asked again where it came to no 承諾, or was taken back. */
  askings: z.array(ConsentAsking).min(1),
  /** 上司に回す: to whom it was passed on. */
  passedOn: z.array(Following.extend({ to: z.string() })).optional(),
  answers: z.array(ConsentAnswer).optional(),
  /** 撤回, by the municipality or by the secretariat for it. */
  withdrawals: z.array(Following).optional(),
});
export type Consent = z.infer<typeof Consent>;

/** What makes a consent the one it is. */
export type ConsentOf = Pick<Consent, 'municipality' | 'material' | 'version' | 'scope' | 'until'>;

/** Follows from what it is of, so that the same is never asked twice at once. */
export const consentId = ({ municipality, material, version, scope, until }: ConsentOf): string =>
  `consent-${municipality}-${material.replace(/^material-/, '')}-${version}-${scope}-${until ?? 'open'}`;
/** 承諾番号: 203033-1f3a5c7e, short enough to be read out; it follows from what the consent is of. */
export const consentNumber = ({ id, municipality }: Pick<Consent, 'id' | 'municipality'>): string =>
  `${municipality}-${fingerprint(id)}`;
/** For `Collection.list`: every consent of a municipality. */
export const CONSENTS = { from: 'consent-', below: 'consent.' } as const;

/** How a consent stands: only 承諾 lets anybody see anything. */
export const consentStandingNames = {
  asked: '回答待ち',
  unanswered: '未回答（承諾なし）',
  approve: '承諾',
  conditional: '条件つき（承諾なし）',
  refuse: '不承諾',
  withdrawn: '撤回',
  expired: '期限切れ',
} as const;
export type ConsentStanding = keyof typeof consentStandingNames;

/** How it stands on a day; what was answered or taken back counts from the moment it was. */
export function consentStanding(consent: Consent, day: Day): ConsentStanding {
  const { until } = consent;
  const verdict = currentAnswer(consent)?.verdict;
  if (currentWithdrawal(consent)) return 'withdrawn';
  if (verdict === 'refuse' || verdict === 'conditional') return verdict;
  if (until !== undefined && until < day) return 'expired';
  if (verdict === 'approve') return 'approve';
  return currentAsking(consent).due < day ? 'unanswered' : 'asked';
}

/** Whether it lets a version be seen in a scope on a day. */
export const isConsentedTo = (consent: Consent, scope: SharingScope, day: Day): boolean =>
  covers(consent.scope, scope) && consentStanding(consent, day) === 'approve';

/** The asking that counts. */
export function currentAsking({ askings }: Pick<Consent, 'askings'>): ConsentAsking {
  const last = askings.at(-1);
  if (!last) throw new Error('a consent that was never asked for');
  return last;
}

/** What was answered to the asking that counts. */
export const currentAnswer = (consent: Consent): ConsentAnswer | undefined =>
  consent.answers?.findLast(({ asking }) => asking === consent.askings.length);

/** The 撤回 that counts. */
export const currentWithdrawal = (consent: Consent): Provenance | undefined =>
  consent.withdrawals?.findLast(({ asking }) => asking === consent.askings.length);

/** To whom what is asked now was passed on. */
export const passedOnTo = (consent: Consent): readonly string[] =>
  (consent.passedOn ?? []).flatMap(({ asking, to }) => (asking === consent.askings.length ? [to] : []));

/** Asks for it, or asks again where it came to no 承諾. A replay, or one that waits or stands, changes nothing. */
export function withAsking(known: Consent | undefined, of: ConsentOf, due: Day, from: Provenance, day: Day): Consent {
  const asking = { ...from, due };
  const { municipality, material, version, scope, until } = of;
  if (!known)
    return {
      ...{ id: consentId(of), municipality, material, version, scope, ...(until === undefined ? {} : { until }) },
      askings: [asking],
    };
  const stands = consentStanding(known, day);
  if (stands === 'asked' || stands === 'approve' || wasWrittenBy(known, from)) return known;
  return { ...known, askings: [...known.askings, asking] };
}

/** What a municipality says to what it is asked. */
export type ConsentSaid = Pick<ConsentAnswer, 'verdict' | 'condition' | 'post' | 'document'>;

/** Adds the answer, where one is waited for on that day; otherwise, and for a replay, nothing changes. */
export function withConsentAnswer(consent: Consent, said: ConsentSaid, from: Provenance, day: Day): Consent {
  if (consentStanding(consent, day) !== 'asked' || wasWrittenBy(consent, from)) return consent;
  const { verdict, condition, post, document } = said;
  const more = { ...(condition ? { condition } : {}), ...(post ? { post } : {}), ...(document ? { document } : {}) };
  const answer = { ...from, asking: consent.askings.length, verdict, ...more };
  return { ...consent, answers: [...(consent.answers ?? []), answer] };
}

/** Takes back what was asked or consented to, at once. Where neither stands, and for a replay, nothing changes. */
export function withWithdrawal(consent: Consent, from: Provenance, day: Day): Consent {
  const stands = consentStanding(consent, day);
  if ((stands !== 'asked' && stands !== 'approve') || wasWrittenBy(consent, from)) return consent;
  const withdrawal = { ...from, asking: consent.askings.length };
  return { ...consent, withdrawals: [...(consent.withdrawals ?? []), withdrawal] };
}

/** 上司に回す. To the same person again, after the answer, and for a replay, nothing changes. */
export function withPassedOn(consent: Consent, to: string, from: Provenance, day: Day): Consent {
  if (consentStanding(consent, day) !== 'asked' || passedOnTo(consent).includes(to)) return consent;
  const passed = { ...from, asking: consent.askings.length, to };
  return { ...consent, passedOn: [...(consent.passedOn ?? []), passed] };
}

/** Whether this message has written in it before. */
const wasWrittenBy = ({ askings, answers = [], withdrawals = [] }: Consent, { ask }: Provenance): boolean =>
  [...askings, ...answers, ...withdrawals].some((each) => each.ask === ask);
