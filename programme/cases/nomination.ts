import { z } from 'zod';
import { findItem } from '../catalogue.ts';
import { defineKind, inMunicipality, ofYearOfMoment, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';

/** 事例推薦: somebody who was there says what others should hear of, and in a line why. */
export const CaseNomination = z.object({
  id: z.string(),
  municipality: z.string(),
  item: z.string(),
  /** Who nominates it; each of them has one of their own. */
  by: z.string(),
  /** The last one stands. */
  reasons: z.array(Provenance.extend({ why: z.string() })).min(1),
});
export type CaseNomination = z.infer<typeof CaseNomination>;

/** For `Collection.list`: every nomination in a municipality. */
export const NOMINATIONS = { from: 'nomination-', below: 'nomination.' } as const;

export const nominationId = (item: string, by: string): string => `nomination-${item}-${by}`;

/** Says it, or says it anew. The same line again, or a replay, changes nothing. */
export function withNomination(
  known: CaseNomination | undefined,
  of: Pick<CaseNomination, 'municipality' | 'item'>,
  why: string,
  from: Provenance,
): CaseNomination {
  const { municipality, item } = of;
  const reasons = known?.reasons ?? [];
  if (known && (reasons.at(-1)?.why === why || reasons.some(({ ask }) => ask === from.ask))) return known;
  const { by } = from;
  return {
    ...(known ?? { id: nominationId(item, by), municipality, item, by }),
    reasons: [...reasons, { ...from, why }],
  };
}

export const caseNominations = defineKind({
  name: 'caseNominations',
  called: '事例の推薦',
  container: 'state',
  schema: CaseNomination,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (each, { code }) => wholly(each, each.municipality === code),
  ofYear: ofYearOfMoment(({ reasons }) => reasons.at(-1)?.at ?? ''),
  keptFor: { years: 'records', isOver: ({ reasons }, { isOld }) => reasons.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '事例の推薦',
        'trust',
        (each: CaseNomination) => each.reasons.map((reason) => ({ each, reason })),
        {
          市町村名: ({ each }, { townName }) => townName(each.municipality),
          '分野（重点項目）': ({ each }) => `${each.item} ${findItem(each.item)?.name ?? ''}`,
          推薦の理由: ({ reason }) => reason.why,
          推薦者: ({ each }, { nameOf }) => nameOf(each.by),
          日時: ({ reason }) => momentCell(reason.at),
        },
      ),
    ],
  },
  takenBack: { never: 'it is said anew, and what was said before stays on record' },
  audited: true,
  ofTheChat: [],
});
