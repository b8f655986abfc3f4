import { z } from 'zod';
import { defineKind, inOne, ofNoYear, PROGRAMME, wholly } from './kind.ts';
import { Provenance } from './provenance.ts';

/** How long what was read of a file waits for somebody to say 確定. */
export const TAKEN_DAYS = 28;

/** What was read of a workbook that somebody sent back, until it is applied or forgotten. The file itself is not kept. */
export const TakenFile = Provenance.extend({
  id: z.string(),
  /** As its stamp says: 工程表. */
  kind: z.string(),
  municipality: z.string(),
  /** As the kind of file keeps it. */
  content: z.json(),
});
export type TakenFile = z.infer<typeof TakenFile>;

/** A place in a file that came back, and what to write there instead. */
export const RowFault = z.object({ sheet: z.string(), row: z.number().int(), instead: z.string() });
export type RowFault = z.infer<typeof RowFault>;

/** What was read of a file, as the store gives it back. */
export const jsonOf = (content: unknown): TakenFile['content'] =>
  TakenFile.shape.content.parse(JSON.parse(JSON.stringify(content)));

/** The same message, delivered again, is the same file. */
export const takenFileId = (ask: string): string => `taken-${ask}`;

export const takenFiles = defineKind({
  name: 'takenFiles',
  called: '受け取った表の内容',
  container: 'state',
  schema: TakenFile,
  ...inOne(PROGRAMME),
  id: ({ id }) => id,
  belongsTo: (taken, { code }) => wholly(taken, taken.municipality === code),
  ofYear: ofNoYear,
  keptFor: { years: 'records', isOver: ({ at }, { isOld }) => isOld(at) },
  exported: { as: 'nothing', because: 'it is a draft; what was applied of it stands in the records themselves' },
  takenBack: { never: 'nothing counts of it before it is applied, and it is forgotten by itself' },
  audited: true,
  ofTheChat: [],
});
