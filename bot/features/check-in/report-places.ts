import { confirmPlacesCard, placesReceipt, placesUndoneCard } from '../../../cards/check-in/places.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { may } from '../../../programme/may.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { UNDO_HOURS } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isUndoable } from '../../../programme/undo.ts';
import { weekOf } from '../../../programme/week.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import type { Written } from '../../receipt-of.ts';
import type { MemberStart, MemberTurn, MunicipalStart } from '../../turn.ts';
import { everReported } from '../progress/ever-reported.ts';
import { takeBack } from '../progress/take-back.ts';
import { judgeKpi, judgeStage, writeKpi, writeStage } from '../progress/write-report.ts';
import { review, takeRows } from './check-in.ts';

type Rows = NonNullable<InputOf<'report-places'>['places']>[number];
type Placed = { readonly municipality: Municipality; readonly rows: Rows };

/** What one message says of several municipalities: shown together, confirmed once, and taken back together. */
export const reportPlaces = defineCommand({
  name: 'report-places',
  says: ['まとめて報告'],
  help: '2つ以上の市町村の報告を1回で送ります。市町村名から書き、「、」で続けます。',
  example: 'まとめて報告',
  english: 'Report on several municipalities in one message.',
  group: 'none',
  needs: 'report',
  about: 'member',
  usualFor: 'nobody',
  writes: ['places', 'report'],
  typed: 'inputs',
  spoken: { words: ['まとめて報告'], wins: 229, alone: ['places'] },

  async confirm({ places = [], sure, report }, turn) {
    const placed = await placedIn(places, turn);
    if (sure || report !== undefined || placed.length === 0) return undefined;
    const shown = await Promise.all(placed.map((each) => shownPlace(each, turn)));
    await judged(shown, turn);
    return confirmPlacesCard(shown, ask('report-places', { places: shown.map(({ rows }) => rows), sure: 'yes' }));
  },

  async prepare({ places = [], report }, turn) {
    const found = await placedIn(places, turn);
    if (found.length > 0 && report === undefined) await judged(found, turn);
    return { found };
  },

  async run({ report }, turn, found) {
    if (found.length === 0) return { card: confirmPlacesCard([], undefined) };
    return { card: report === undefined ? await writeAll(found, turn) : await takeBackAll(found, report, turn) };
  },
});

/** @throws Refusal where one of them is not theirs, or not for this room */
async function placedIn(places: readonly Rows[], { store, who, room }: MemberStart): Promise<readonly Placed[]> {
  const all = await municipalitiesIn(store);
  return places.map((rows) => {
    const municipality = all.find(({ code }) => code === rows.municipality);
    if (!municipality) throw Refusal.because('unknown-municipality', { said: rows.municipality });
    if (!may(who, 'report', municipality.code)) throw Refusal.because('not-all-yours', { town: municipality.name });
    if (!may(who, 'report', municipality.code, room.audience)) throw Refusal.because('only-one-to-one', {});
    return { municipality, rows };
  });
}

/** Before → after, and the rows with a bare rate in the parts it was reckoned to: those are said yes to. */
async function shownPlace({ municipality, rows }: Placed, turn: MemberStart) {
  const { lines, yes } = await review(rows, { ...turn, municipality });
  const { answers, stages }: Pick<Rows, 'answers' | 'stages'> = yes.input;
  return { municipality, lines, rows: { municipality: municipality.code, answers, stages } };
}

/** Nothing is written anywhere where one of them could not be. @throws Refusal that names the municipality */
async function judged(placed: readonly Placed[], turn: MemberStart): Promise<void> {
  for (const { municipality, rows } of placed) {
    const there: MunicipalStart = { ...turn, municipality };
    const { errors } = await takeRows(rows, weekOf(turn.now), {
      kpi: async (report) => void (await judgeKpi(there, report)),
      stage: async (report) => void (await judgeStage(there, report)),
    });
    const [why] = errors.values();
    if (why !== undefined) throw Refusal.because('none-of-places', { town: municipality.name, sentence: why });
  }
}

/** Somebody may have been faster meanwhile: what could not be written is said beside what was. */
async function writeAll(placed: readonly Placed[], turn: MemberTurn) {
  const done = [];
  const all: Written[] = [];
  for (const { municipality, rows } of placed) {
    const there = { ...turn, municipality, change: turn.changeOf(municipality.code) };
    const { written, errors } = await takeRows(rows, weekOf(turn.now), {
      kpi: (report) => writeKpi(there, report),
      stage: (report) => writeStage(there, report),
    });
    all.push(...written);
    done.push({ municipality, lines: written.map(({ line }) => line), failed: [...errors.values()] });
  }
  const codes = placed.map(({ municipality: { code } }) => ({ municipality: code }));
  // A second press wrote nothing: what the first one did can be taken back all the same.
  const { report } = all.find(({ isNew }) => isNew) ?? all[0] ?? {};
  return placesReceipt(done, report === undefined ? undefined : ask('report-places', { places: codes, report }));
}

/** @throws Refusal before the first is taken back, where nothing is left of it anywhere */
async function takeBackAll(placed: readonly Placed[], report: string, turn: MemberTurn) {
  const said = [];
  for (const { municipality } of placed) {
    const { held } = await everReported(municipality.code, turn);
    const isIt = (each: Parameters<typeof isUndoable>[0]) =>
      each.ask === report && (each.undone ? each.undone.by === turn.from.by : isUndoable(each, turn.from.by, turn.now));
    said.push({ municipality, held, lines: held.flatMap(({ of, value }) => of.lines(value, isIt, report)) });
  }
  if (said.every(({ lines }) => lines.length === 0)) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
  for (const { municipality, held, lines } of said)
    if (lines.length > 0) await takeBack(held, report, { ...turn, change: turn.changeOf(municipality.code) });
  return placesUndoneCard(said);
}
