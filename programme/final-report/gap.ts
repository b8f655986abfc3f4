import type { CommandName, Given } from '../asks.ts';
import { Sayer } from './sayer.ts';

/** One thing that 業務報告書 lacks: who can say it, and what they would do. Nobody is named in it. */
export type FinalGap = {
  /** Follows from what it is of, so that it is the same one on every day. */
  readonly id: string;
  readonly by: Sayer;
  /** 団体コード, where it is of one municipality. */
  readonly municipality?: string;
  /** The one member who can say it, where only one can: the expert of a visit. */
  readonly member?: string;
  readonly what: string;
  readonly ask: { readonly command: CommandName; readonly input: Given<CommandName> };
};

/** Those of each who can say them, without those who have nothing to say; in the order in which they are named. */
export const gapsBySayer = (gaps: readonly FinalGap[]): readonly (readonly [Sayer, readonly FinalGap[]])[] =>
  Sayer.options.flatMap((by) => {
    const own = gaps.filter((gap) => gap.by === by);
    return own.length > 0 ? [[by, own] as const] : [];
  });
