import { z } from 'zod';

/** Who wrote something, when, through which chat, and by which incoming message. */
export const Provenance = z.object({
  by: z.string(),
  at: z.iso.datetime(),
  via: z.string(),
  /** The incoming message that asked for it. A replay carries the same one and so writes nothing. */
  ask: z.string(),
});
export type Provenance = z.infer<typeof Provenance>;

/** Five states that are never mixed: zero is a number, absence is not zero. */
export const stateNames = {
  reported: '報告済',
  notReported: '未報告',
  confirmedNone: '未実施（確認済）',
  notApplicable: '対象外',
  unconfirmed: '未確認',
} as const;
export type DataState = keyof typeof stateNames;

/** How long a person may take back a report of their own. */
export const UNDO_HOURS = 24;
