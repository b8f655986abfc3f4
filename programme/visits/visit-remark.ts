import { z } from 'zod';
import { defineKind, inOne, ofNoYear, PROGRAMME } from '../kind.ts';
import { Provenance } from '../provenance.ts';

/**
 * 派遣者所見: what an expert tells the secretariat beside the record of a visit, and nobody else. It is kept apart from the
 * record so that whoever reads that cannot come across it.
 */
export const VisitRemark = z.object({
  /** The record it stands beside. */
  visit: z.string(),
  versions: z.array(Provenance.extend({ text: z.string() })).min(1),
});
export type VisitRemark = z.infer<typeof VisitRemark>;

export const visitRemarkId = (visit: string): string => `remark-${visit}`;

/** Adds what is remarked now. The same again, or a replay, changes nothing. */
export function withRemark(known: VisitRemark | undefined, visit: string, text: string, from: Provenance): VisitRemark {
  const versions = known?.versions ?? [];
  if (known && (versions.at(-1)?.text === text || versions.some(({ ask }) => ask === from.ask))) return known;
  return { visit, versions: [...versions, { ...from, text }] };
}

export const visitRemarks = defineKind({
  name: 'visitRemarks',
  called: '派遣者所見',
  container: 'state',
  schema: VisitRemark,
  ...inOne(PROGRAMME),
  id: ({ visit }) => visitRemarkId(visit),
  belongsTo: () => undefined,
  ofYear: ofNoYear,
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: { as: 'nothing', because: 'it is meant for the secretariat alone' },
  takenBack: { never: 'it is written again beside the record it belongs to' },
  audited: true,
  confidential: true,
  ofTheChat: [],
});
