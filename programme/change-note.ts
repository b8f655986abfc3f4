import { z } from 'zod';
import { defineKind, inOne, ofNoYear } from './kind.ts';

/**
 * A document is about to leave a version: written before it is, and taken away by whoever looks at what has changed once
 * the document no longer is as it was. What was never written after all is still as it was, and nothing has changed.
 */
export const ChangeNote = z.object({
  /** Says which document and which version, so that the same leaving is noted once. */
  id: z.string(),
  /** The kind of the document, by its name. */
  of: z.string(),
  partition: z.string(),
  document: z.string(),
  /** The version it is about to leave, as its store names it, or `absent`. */
  was: z.string(),
});
export type ChangeNote = z.infer<typeof ChangeNote>;

export const CHANGES = '_changes';

export const changeNotes = defineKind({
  name: 'changes',
  called: '変わる印',
  container: 'jobs',
  schema: ChangeNote,
  ...inOne(CHANGES),
  id: ({ id }) => id,
  belongsTo: () => undefined,
  ofYear: ofNoYear,
  keptFor: { always: 'taken away within minutes, by whoever looks at what has changed' },
  exported: { as: 'nothing', because: 'which document changes just now is no record of the programme' },
  takenBack: { never: 'what was noted is looked at, whatever came of it' },
  audited: false,
  ofTheChat: 'all',
  ofTheStore: 'all',
});
