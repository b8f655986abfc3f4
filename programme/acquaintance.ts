import { z } from 'zod';
import { ChannelName } from './channel.ts';
import { deliveries } from './delivery-kind.ts';
import { type Ages, defineKind, inOne, ofNoYear } from './kind.ts';
import { members } from './member.ts';
import { Provenance } from './provenance.ts';

/**
 * How a person proved to be of the roster: the chat product vouches for the e-mail, a code was used, or somebody who
 * may say so said yes.
 */
const Proof = z.enum(['email', 'code', 'yes']);
export type Proof = z.infer<typeof Proof>;

const SpokenOf = z.object({
  member: z.string(),
  municipality: z.string(),
  at: z.iso.datetime(),
  /** Whether it was said in words, and not only by a button. */
  said: z.boolean(),
});
export type SpokenOf = z.infer<typeof SpokenOf>;

/** What somebody wrote last, by the names of its records; nothing of what it says. */
const LastWritten = Provenance.extend({
  /** Absent where nobody else may learn what was used. */
  command: z.string().optional(),
  /** What the command is called for people. */
  word: z.string().optional(),
  records: z.array(z.string()),
  municipalities: z.array(z.string()),
});
export type LastWritten = z.infer<typeof LastWritten>;

/** Someone the bot has met in a chat product, and who of the roster that is, once known. */
export const Acquaintance = z.object({
  /** A hash of channel and person id; the raw id stays inside. */
  id: z.string(),
  channel: ChannelName,
  person: z.string(),
  member: z.string().optional(),
  /** Where the person can be written to 1:1; absent until they opened such a chat. */
  home: z.string().optional(),
  metAt: z.iso.datetime(),
  /** The last proof; absent in what was written before proofs were kept. */
  proved: z.object({ by: Proof, at: z.iso.datetime() }).optional(),
  /** It came in addition to another account of this member, who is told so. Until `granted` it is nobody's. */
  claim: z.object({ member: z.string(), at: z.iso.datetime(), granted: z.boolean() }).optional(),
  /** Cut off by hand: no e-mail makes it anybody's again, only a new code. */
  cutAt: z.iso.datetime().optional(),
  /** The municipality this member last spoke of here, in a chat of their own. */
  spokenOf: SpokenOf.optional(),
  /** What this person wrote last here. */
  wrote: LastWritten.optional(),
});
export type Acquaintance = z.infer<typeof Acquaintance>;

/** Whom it claims to be, as long as nobody has said yes. */
export const waitingFor = ({ claim }: Acquaintance): string | undefined =>
  claim && !claim.granted ? claim.member : undefined;

/** When its person last proved to be this member. */
export const provedAt = ({ proved, metAt }: Acquaintance): string => proved?.at ?? metAt;

/** From now on this member's. `beside`: the member has others already, and is told. */
export function bound(known: Acquaintance, member: string, by: Proof, at: Date, beside: boolean): Acquaintance {
  const { claim: _claim, cutAt: _cut, ...kept } = known;
  const now = at.toISOString();
  const claim = beside ? { claim: { member, at: now, granted: true } } : {};
  return { ...kept, member, proved: { by, at: now }, ...claim };
}

/** Says to be this member, who has an account in the same product. */
export function claiming(known: Acquaintance, member: string, at: Date): Acquaintance {
  const { member: _formerly, cutAt: _cut, ...kept } = known;
  return { ...kept, claim: { member, at: at.toISOString(), granted: false } };
}

/** Somebody who may say so said yes. */
export function granted(known: Acquaintance, at: Date): Acquaintance {
  const { claim } = known;
  if (!claim || claim.granted) return known;
  return { ...bound(known, claim.member, 'yes', at, false), claim: { ...claim, granted: true } };
}

/** Nobody's any more. */
export function cutOff(known: Acquaintance, at: Date): Acquaintance {
  if (known.cutAt !== undefined) return known;
  const { member: _member, claim: _claim, proved: _proved, ...kept } = known;
  return { ...kept, cutAt: at.toISOString() };
}

/**
 * What a new account of somebody means to those they have: `waits` for a yes, is `told`, or is as expected. A code may
 * have fallen into other hands; an e-mail is vouched for by the product.
 */
export function standingBeside(
  others: readonly Acquaintance[],
  { channel }: Pick<Acquaintance, 'channel'>,
  by: 'email' | 'code',
): 'waits' | 'told' | 'expected' {
  const there = others.filter((one) => one.channel === channel);
  if (by === 'code') return there.length > 0 ? 'waits' : others.length > 0 ? 'told' : 'expected';
  return there.some(({ proved }) => proved?.by !== 'email') ? 'told' : 'expected';
}

/** In one partition, so that one query tells where everybody can be written to. */
export const ACQUAINTANCES = '_acquaintances';

export const acquaintances = defineKind({
  name: 'acquaintances',
  called: 'チャットの宛先',
  container: 'state',
  schema: Acquaintance,
  ...inOne(ACQUAINTANCES),
  id: ({ id }) => id,
  belongsTo: (acquaintance, town) => {
    const { member, claim } = acquaintance;
    const isOfTown = (id: string | undefined) => id !== undefined && town.has(members, id);
    if (isOfTown(member) || isOfTown(claim?.member)) return { own: acquaintance };
    const isOf =
      acquaintance.spokenOf?.municipality === town.code || acquaintance.wrote?.municipalities.includes(town.code);
    const { spokenOf: _of, wrote: _what, ...rest } = acquaintance;
    return isOf ? { rest } : undefined;
  },
  ofYear: ofNoYear,
  keptFor: {
    years: 'records',
    isOver: ({ member, metAt }, ages) => ages.isOld(metAt) && (member === undefined || isStrangerSince(member, ages)),
  },
  exported: { as: 'json', because: 'an address of a chat product can be read by programs only' },
  takenBack: { never: 'an account is cut off, with a word of its own' },
  audited: true,
  ofTheChat: 'all',
});

/** Whether a person has left and nothing was sent to them since. When exactly they left is not recorded. */
function isStrangerSince(member: string, { isOld, all }: Ages): boolean {
  const hasLeft = all(members).some(({ id, active }) => id === member && !active);
  return hasLeft && !all(deliveries).some(({ recipient, dueAt }) => recipient.id === member && !isOld(dueAt));
}
