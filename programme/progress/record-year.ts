import { z } from 'zod';
import { inMunicipality, type Upcast, wholly } from '../kind.ts';

/** What the records of before had no word for; whoever opens the store gives them their year, storage/take-along.ts. */
export const UNDATED = 0;

/** The fiscal year a record belongs to: 2024 is 令和6年度. */
export const RecordYear = z.number().int();

/** Its year is in a record's id, so that a closed year's documents and those of a next one lie beside each other. */
export function yearlyId(kind: 'item' | 'kpi', fiscalYear: number, id: string): string {
  return fiscalYear === UNDATED ? `${kind}-${id}` : `${kind}-${fiscalYear}-${id}`;
}

/** The ids of a kind in one year; those that are undated begin with a letter instead of a digit. */
export function yearlyIds(kind: 'item' | 'kpi', fiscalYear: number): { readonly from: string; readonly below: string } {
  return fiscalYear === UNDATED
    ? { from: `${kind}-A`, below: `${kind}-[` }
    : { from: `${kind}-${fiscalYear}-`, below: `${kind}-${fiscalYear}.` };
}

type Yearly = { readonly municipality: string; readonly fiscalYear: number };

/** Version 1 did not say its year. */
const FROM_VERSION_1: readonly Upcast[] = [(body) => ({ ...(body as object), fiscalYear: UNDATED })];

/** What a municipality's records of one fiscal year have in common as kinds of document. */
export const ofMunicipalityAndYear = {
  upcasts: FROM_VERSION_1,
  ...inMunicipality,
  belongsTo: <T extends Yearly>(record: T, { code }: { readonly code: string }) =>
    wholly(record, record.municipality === code),
  ofYear: <T extends Yearly>(record: T, { fiscalYear }: { readonly fiscalYear: number }) =>
    record.fiscalYear === fiscalYear ? record : undefined,
  keptFor: { always: 'their history is the programme’s' },
};
