import { z } from 'zod';
import { type ChannelName, channels } from '../channel.ts';
import { dayOf, fullDate } from '../day.ts';
import { defineKind, inOne, ofNoYear, wholly } from '../kind.ts';
import { members } from '../member.ts';

/** 招待コード: ties a chat account to a person of the roster, once, until it expires. */
export const Invitation = z.object({
  code: z.string().length(8),
  member: z.string(),
  expires: z.iso.datetime(),
  usedBy: z.string().optional(),
  usedAt: z.iso.datetime().optional(),
  /** Its person came in without it. */
  voidedAt: z.iso.datetime().optional(),
});
export type Invitation = z.infer<typeof Invitation>;

/** Whether it still opens a door. */
export function isGood({ usedBy, voidedAt, expires }: Invitation, now: Date): boolean {
  return usedBy === undefined && voidedAt === undefined && now <= new Date(expires);
}

/** As it is printed: ACDE-FGHJ. */
const spelledCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** What goes into the letter to one person. */
export type Invited = {
  readonly name: string;
  readonly chat: ChannelName;
  readonly office: string;
  readonly code: string;
  readonly expires: string;
};

/** To paste as it is: who, what to send, as the guide shows it, and until when. */
export function invitationLetter({ office, name, chat, code, expires }: Invited): string {
  return [
    `${office} ${name} 様`,
    `${channels[chat].called} で「伴走ボット」との1対1のチャットを開き、次の1行を送ってください。`,
    '',
    `登録 ${spelledCode(code)}`,
    '',
    `コードはあなた専用で、1回だけ、${fullDate(dayOf(new Date(expires)))}まで使えます。ほかの方へ転送しないでください。`,
    '登録できたら「ヘルプ」と送ると、使い方が出ます。',
  ].join('\n');
}

/** Letters and digits that nobody confuses when reading aloud: without 0 O 1 I L 2 Z 5 S 8 B U V. */
export const CODE_ALPHABET = 'ACDEFGHJKMNPQRTWXY34679';

/** Reads a code as typed: any width, any case, with or without hyphen. */
export function normaliseCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

export const INVITATIONS = '_invitations';

export const invitations = defineKind({
  name: 'invitations',
  called: '招待コード',
  container: 'state',
  schema: Invitation,
  ...inOne(INVITATIONS),
  id: ({ code }) => `invitation-${code}`,
  belongsTo: (invitation, town) => wholly(invitation, town.has(members, invitation.member)),
  ofYear: ofNoYear,
  keptFor: { years: 'records', isOver: ({ expires }, { isOld }) => isOld(expires) },
  exported: { as: 'json', because: 'a code that was used or has expired tells people nothing' },
  takenBack: { never: 'a code that was handed out stays handed out' },
  audited: true,
  // A code is made by chance.
  ofTheChat: ['code', 'usedBy'],
});
