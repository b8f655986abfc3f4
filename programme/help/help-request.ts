import { z } from 'zod';
import { Day } from '../day.ts';
import { Provenance } from '../provenance.ts';
import { Category } from './category.ts';

/** One entry of 経過: what was done about a 相談. Entries are only ever added. */
export const HelpStep = Provenance.extend({
  /** 受け持つ, 割り当てる, 期限を決める, 回答, 確認待ち, 解決, まだ. */
  did: z.enum(['taken', 'assigned', 'promised', 'answered', 'waiting', 'solved', 'reopened']),
  /** Whom of the secretariat it was given to. */
  to: z.string().optional(),
  /** The answer, or what is still open. */
  text: z.string().optional(),
  /** 期限: by when the secretariat has promised to come back to it. */
  due: Day.optional(),
});
export type HelpStep = z.infer<typeof HelpStep>;

/** 相談: a municipality asks the secretariat for help. The text never leaves 1:1 chats with those who may see it. */
export const HelpRequest = Provenance.extend({
  id: z.string(),
  municipality: z.string(),
  text: z.string(),
  item: z.string().optional(),
  category: Category.optional(),
  /** By when the first answer was promised when it was asked. */
  due: Day.optional(),
  steps: z.array(HelpStep).optional(),
  /** Whose own it stays, where it speaks of those on the other side of the support. */
  side: z.enum(['municipal', 'expert']).optional(),
  undone: Provenance.optional(),
  /** Whoever of the secretariat has seen to it, where no 経過 was kept yet. */
  answered: Provenance.optional(),
});
export type HelpRequest = z.infer<typeof HelpRequest>;

/** What everything has that one party asks of another in words, in whichever direction; its standing follows from it. */
export const AnyRequest = HelpRequest.pick({
  ...{ by: true, at: true, via: true, ask: true, id: true },
  ...{ text: true, item: true, due: true, steps: true, undone: true },
});
