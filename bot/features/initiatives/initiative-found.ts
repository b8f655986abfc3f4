import type { Initiative } from '../../../programme/initiatives/initiative.ts';
import { initiativesMeant } from '../../../programme/initiatives/initiative-meant.ts';
import { sortedOfItem } from '../../../programme/initiatives/item-year-differs.ts';
import { notAnOffice } from '../../../programme/initiatives/office-named.ts';
import type { ItemRecord } from '../../../programme/progress/item-record.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { MEMBERS, type Store } from '../../../storage/collections.ts';
import { itemAt } from '../../../storage/progress.ts';
import type { MunicipalStart } from '../../turn.ts';
import { type Roadmap, roadmapOf } from './read-initiatives.ts';

/** The 工程表 a command is about. @throws Refusal for a municipality that has none */
export async function roadmapHere({ municipality, programme, store }: MunicipalStart, year?: number): Promise<Roadmap> {
  if (!municipality.supported) throw Refusal.because('not-supported', { what: municipality.name });
  return roadmapOf(municipality.code, { fiscalYear: programme.fiscalYear, year }, store);
}

/** Which one is meant; several, or all, where that is not plain. */
export type InitiativeFound = { readonly one: Initiative } | { readonly among: readonly Initiative[] };

/** @throws Refusal where none of the 工程表 is */
export function initiativeAmong(said: string | undefined, { open, removed }: Roadmap): InitiativeFound {
  if (said === undefined) return { among: open };
  const found = initiativesMeant(said, open);
  const [one, ...others] = found.length > 0 ? found : removed.filter(({ id }) => id === said);
  if (!one) throw Refusal.because('no-initiative', { said });
  return others.length === 0 ? { one } : { among: found };
}

/** The record of an item in the year in which the 工程表 is written. */
export async function itemRecordOf(item: string, of: MunicipalStart): Promise<ItemRecord | undefined> {
  const at = itemAt(of.municipality.code, of.programme.fiscalYear, item);
  return (await of.store.items.get(at.partition, at.id))?.value;
}

/**
 * 仕分け follows 実施年度 of its item where that says one. @param year the first year of the 工程表: once that has begun,
 * what is done in the programme's year is 「その年度以降」 too
 */
export async function sortedAsItem(item: string, of: MunicipalStart, year: number) {
  const sorted = sortedOfItem(await itemRecordOf(item, of));
  return sorted !== undefined && year <= of.programme.fiscalYear ? 'later' : sorted;
}

/** Everybody of the roster, also who has left: no initiative names one. */
export const rosterNames = async ({ members }: Pick<Store, 'members'>): Promise<readonly string[]> =>
  (await members.list(MEMBERS)).map(({ value }) => value.name);

/** What was said to be its office and does not look like one, until somebody has said that it is. */
export const officeToAsk = ({
  department,
  sure,
}: {
  readonly department?: string | undefined;
  readonly sure?: string | undefined;
}) =>
  sure === undefined && department !== undefined && !saysNothing(department) ? notAnOffice(department) : undefined;
