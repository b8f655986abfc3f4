import { ask } from '../../../programme/asks.ts';
import { editionOf } from '../../../programme/catalogue.ts';
import { shortMoment } from '../../../programme/day.ts';
import { closingYear, type Programme, YearSettings } from '../../../programme/programme.ts';
import { type NewYear, recordsOfNewYear } from '../../../programme/year/new-year.ts';
import { UNDER_WAY, type UnderWay } from '../../../programme/year/under-way.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { itemsIn, kpisIn } from '../../../storage/progress.ts';
import { writer } from '../../writer.ts';
import { applyAll } from '../import/import-workbook.ts';
import { meetingOf } from '../import/programme.ts';
import { bring, type ImportStep, type Run, takeAway } from '../import/step.ts';
import { finishNewYear } from './finish.ts';
import { NotNextYear } from './not-next-year.ts';
import type { PreparedYear } from './prepare.ts';

type Carrying = {
  readonly now: Date;
  /** Whoever does it, as others are told. */
  readonly operator: string;
  /** Awaited before every few writes; what it throws stops there. */
  readonly keep?: () => Promise<void>;
};

/**
 * Goes on to the next year, all or nothing: its records are written beside those of the closing year, where nobody sees
 * them; then one write of the programme names the new year and keeps the closed one; then people, municipalities and
 * meetings follow. A run that dies before that one write is done again from the start, or dropped; one that dies
 * after it is finished by the next opening of the store. No record of the closing year is touched.
 */
export async function carryOutNewYear(
  store: Store,
  prepared: PreparedYear,
  { now, operator, keep }: Carrying,
): Promise<void> {
  const run: Run = { store, now, command: ask('new-year').command };
  const { content, newYear, people } = prepared;
  await begin(store, {
    fiscalYear: newYear.next,
    operator,
    at: now.toISOString(),
    people: people.roster.map(({ id, entry }) => ({ id, ...entry })),
    municipalities: content.municipalities,
    meetings: content.meetings.map((meeting) => meetingOf(meeting, people.roster)),
  });
  for (const phase of [await leftovers(run, newYear), await planNewRecords(run, newYear)]) await applyAll(phase, keep);
  await flip(run, prepared);
  await finishNewYear(store, keep);
}

/** What the step will need after the flip lies ready before it. */
async function begin(store: Store, step: UnderWay): Promise<void> {
  const found = await store.yearsUnderWay.get(PROGRAMME, UNDER_WAY);
  const put = await store.yearsUnderWay.put(step, found?.etag ?? 'absent');
  if (put.outcome === 'changed-meanwhile')
    throw new YearBusy('ほかの方が同じときに年度更新を始めました。何も変えていません。終わってから確かめてください。');
}

/** Somebody else carries out a change of the year. What this says can be shown. */
export class YearBusy extends Error {}

async function planNewRecords(run: Run, newYear: NewYear): Promise<readonly ImportStep[]> {
  const { items, kpis } = recordsOfNewYear(newYear);
  const codes = [...new Set(newYear.towns.map(({ municipality }) => municipality.code))];
  const known = await Promise.all(codes.map((code) => recordsOfYear(run.store, code, newYear.next)));
  const items0 = new Map(known.flatMap((town) => town.items.map((one) => [keyOf(one.value), one] as const)));
  const kpis0 = new Map(known.flatMap((town) => town.kpis.map((one) => [keyOf(one.value), one] as const)));
  return [
    ...items.map((record) =>
      bring(run, 'items', items0.get(keyOf(record)), () => record, {
        section: 'items',
        municipality: record.municipality,
      }),
    ),
    ...kpis.map((record) =>
      bring(run, 'kpis', kpis0.get(keyOf(record)), () => record, {
        section: 'kpis',
        municipality: record.municipality,
      }),
    ),
  ];
}

type Keyed = { readonly municipality: string; readonly item: string } | { municipality: string; kpi: string };
const keyOf = (record: Keyed): string => `${record.municipality} ${'item' in record ? record.item : record.kpi}`;

async function recordsOfYear(store: Store, code: string, fiscalYear: number) {
  const [items, kpis] = await Promise.all([itemsIn(store, code, fiscalYear), kpisIn(store, code, fiscalYear)]);
  return { items, kpis };
}

/** What a run that died wrote for the next year and this one does not: nobody ever saw it, and it says no report. */
async function leftovers(run: Run, newYear: NewYear | { readonly next: number }): Promise<readonly ImportStep[]> {
  const planned = 'towns' in newYear ? recordsOfNewYear(newYear) : { items: [], kpis: [] };
  const wanted = new Set([...planned.items, ...planned.kpis].map(keyOf));
  const towns = await municipalitiesIn(run.store);
  const step = await run.store.yearsUnderWay.get(PROGRAMME, UNDER_WAY);
  const codes = new Set([...towns.map(({ code }) => code), ...codesOf(step?.value)]);
  const found = await Promise.all([...codes].map((code) => recordsOfYear(run.store, code, newYear.next)));
  return [
    ...found
      .flatMap(({ items }) => items.filter(({ value }) => !wanted.has(keyOf(value))))
      .map((one) => takeAway(run, 'items', one, 'items')),
    ...found
      .flatMap(({ kpis }) => kpis.filter(({ value }) => !wanted.has(keyOf(value))))
      .map((one) => takeAway(run, 'kpis', one, 'kpis')),
  ];
}

const codesOf = (step: UnderWay | undefined): string[] => (step?.municipalities ?? []).map(({ code }) => code);

/** The one write by which a year ends and the next begins. */
async function flip(run: Run, { programme, content }: PreparedYear): Promise<void> {
  const from = { by: 'operator', at: run.now.toISOString(), via: 'cli', ask: `new-year-${run.now.toISOString()}` };
  const change = writer(run.store, from, ask('new-year').command);
  await change('programmes', { partition: PROGRAMME, id: 'programme' }, (now) => {
    if (now?.fiscalYear !== programme.fiscalYear) throw new NotNextYear(content.programme.fiscalYear, now);
    const edition = editionOf(content.programme).id;
    return nextProgramme(now, YearSettings.parse({ ...content.programme, edition }), run.now);
  });
}

/** The programme in its next year. What it says of itself as a whole, and not of a year, stays. */
function nextProgramme(now: Programme, settings: YearSettings, at: Date): Programme {
  const ofTheWhole = Object.entries(now).filter(([name]) => !(name in YearSettings.shape));
  return { ...Object.fromEntries(ofTheWhole), ...settings, closed: [...(now.closed ?? []), closingYear(now, at)] };
}

/** The change of the year that was begun and has not reached the programme yet. */
export async function begunNewYear(store: Store): Promise<UnderWay | undefined> {
  return (await store.yearsUnderWay.get(PROGRAMME, UNDER_WAY))?.value;
}

/** 山田さんが 3/27(木) 17:00 に始めた令和7年度への… */
export const begunText = ({ operator, at }: UnderWay): string =>
  `${operator} さんが ${shortMoment(new Date(at))} に始めた年度更新`;

/** Drops what was begun and has not reached the programme, whole. @returns what was dropped, if anything */
export async function dropNewYear(store: Store, now: Date): Promise<UnderWay | undefined> {
  const found = await store.yearsUnderWay.get(PROGRAMME, UNDER_WAY);
  const inForce = (await store.programmes.get(PROGRAMME, 'programme'))?.value.fiscalYear;
  // Once the programme is in that year, its records are the programme's.
  if (!found || inForce === found.value.fiscalYear) return undefined;
  await applyAll(
    await leftovers({ store, now, command: ask('new-year').command }, { next: found.value.fiscalYear }),
    async () => undefined,
  );
  await store.yearsUnderWay.remove(PROGRAMME, UNDER_WAY, found.etag);
  return found.value;
}
