import type { Permission } from '../../programme/may.ts';

/** A whole sentence that wishes for something, and how the same is typed: 主担当を山田さんにして, 担当変更 山田. */
export type Wish = {
  readonly like: RegExp;
  readonly as: string;
  /** It is meant although the sentence begins with another command's word: 全体計画 承認. */
  readonly first?: true;
  /** Who may do this means another command by the same sentence. */
  readonly unless?: Permission;
  /** It is the same wish of who may not do it, and they are told who may. */
  readonly ofAnybody?: true;
};
