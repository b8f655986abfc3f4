import { z } from 'zod';
import { Day } from '../day.ts';
import { FILINGS } from '../filing.ts';
import { defineKind, inOne } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { ReportPart, type ReportRow } from './figure.ts';

/**
 * What was drawn from the records for one part of a version of 業務報告書 when that was handed in. It never changes, so
 * that the same version is the same file for ever.
 */
const DrawnPart = Provenance.extend({
  id: z.string(),
  fiscalYear: z.number().int(),
  /** Of the report. */
  version: z.number().int(),
  /** Where it stands among the parts. */
  order: z.number().int(),
  /** The last day whose records are in it. */
  until: Day,
  part: ReportPart,
});
export type DrawnPart = z.infer<typeof DrawnPart>;

/** For `Collection.list`: the parts of a version, in their order. */
export const drawnPartsOf = (fiscalYear: number, version: number) => ({
  from: `drawn-${fiscalYear}-${version}-`,
  below: `drawn-${fiscalYear}-${version}.`,
});
export const drawnPartId = (fiscalYear: number, version: number, order: number): string =>
  `drawn-${fiscalYear}-${version}-${String(order).padStart(3, '0')}`;

export const drawnParts = defineKind({
  name: 'drawnParts',
  called: '業務報告書の数字',
  container: 'state',
  schema: DrawnPart,
  ...inOne(FILINGS),
  id: ({ id }) => id,
  // What stands of a municipality in tables of all goes with it; the sums stay, as they were handed over.
  belongsTo: (drawn, { code }) => {
    if (drawn.part.municipality !== undefined) return drawn.part.municipality === code ? { own: drawn } : undefined;
    const isOwn = ({ municipality }: ReportRow) => municipality === code;
    if (!drawn.part.blocks.some(({ table }) => table?.rows.some(isOwn))) return undefined;
    return { own: withRows(drawn, isOwn), rest: withRows(drawn, (row) => !isOwn(row)) };
  },
  ofYear: (drawn, { fiscalYear }) => (drawn.fiscalYear === fiscalYear ? drawn : undefined),
  keptFor: { years: 'records', isOver: ({ at }, { isOld }) => isOld(at) },
  exported: { as: 'json', because: 'people have it as the report itself and its annex' },
  takenBack: { never: 'it is what was handed in' },
  audited: true,
  ofTheChat: [],
});

function withRows(drawn: DrawnPart, isKept: (row: ReportRow) => boolean): DrawnPart {
  const blocks = drawn.part.blocks.map((block) =>
    block.table ? { ...block, table: { ...block.table, rows: block.table.rows.filter(isKept) } } : block,
  );
  return { ...drawn, part: { ...drawn.part, blocks } };
}
