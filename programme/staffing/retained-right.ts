import { z } from 'zod';
import { Provenance } from '../provenance.ts';
import { registerKind } from './register-kind.ts';

/** 権利留保物: something in what is delivered whose rights stay with somebody else. */
export const RightEntry = z.object({
  name: z.string().min(1),
  /** 権利者 */
  holder: z.string().min(1),
  /** どこで使ったか */
  where: z.string().min(1),
});
export type RightEntry = z.infer<typeof RightEntry>;

/** One of them, in versions; the last one counts. */
const RetainedRight = z.object({
  id: z.string(),
  versions: z.array(Provenance.extend(RightEntry.shape)).min(1),
});

export const retainedRightId = (ask: string): string => `right-${ask}`;
/** For `Collection.list`: all of them. */
export const RETAINED_RIGHTS = { from: 'right-', below: 'right.' } as const;

export const retainedRights = registerKind({
  name: 'retainedRights',
  called: '権利留保物',
  schema: RetainedRight,
  columns: { 名称: 'name', 権利者: 'holder', 使った場所: 'where' },
});
