import type { LastWritten } from '../../../programme/acquaintance.ts';
import { ask } from '../../../programme/asks.ts';
import { isUndoable, type OwnWay, type WayBack } from '../../../programme/undo.ts';
import { collectionOf } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { lastWrittenBy } from '../../last-written.ts';
import type { TurnStart } from '../../turn.ts';

/**
 * How what this person wrote last is taken back, whatever it was: by its own button, as a report, or not by 取消 at
 * all. Nothing where others are in the room: what somebody wrote is not told there.
 */
export async function lastWay(turn: TurnStart): Promise<readonly WayBack[]> {
  const last = turn.room.audience === undefined ? await lastWrittenBy(turn) : undefined;
  if (!last || !isUndoable(last, turn.from.by, turn.now)) return [];
  const found = await Promise.all(last.records.map((record) => foundIn(record, last.ask, turn)));
  if (found.some(({ isUndoing }) => isUndoing)) return [];
  const [byButton] = found.flatMap((each) => each.byButton ?? []);
  if (byButton) return [byButton];
  const [ownWay] = found.flatMap((each) => each.ownWay ?? []);
  if (ownWay) {
    const back = 'filing' in ownWay ? ask('show-waiting', { filing: ownWay.filing }) : ownWay.back;
    return [{ ...last, what: ownWay.what, back, ...(ownWay.anew === undefined ? {} : { anew: ownWay.anew }) }];
  }
  const concerned = found.flatMap((each) => each.concerned).slice(0, 1);
  const places = last.municipalities.length > 0 ? last.municipalities : concerned;
  return [found.some(({ isReport }) => isReport) ? asReport(last, places) : writtenAnew(last)];
}

const named = ({ word }: LastWritten): string => (word === undefined ? '記録' : `「${word}」の記録`);

function asReport(last: LastWritten, places: readonly string[]): WayBack {
  const [municipality, ...others] = places;
  const report = last.ask;
  const back =
    others.length > 0
      ? ask('report-places', { places: places.map((code) => ({ municipality: code })), report })
      : ask('undo', { report, municipality });
  return { ...last, what: named(last), back };
}

/** How its command is used; it is not asked for by a button, which might do the same again. */
function writtenAnew(last: LastWritten): WayBack {
  const { word } = last;
  const way = word === undefined ? 'できることを見る' : `${word}の使い方`;
  return { ...last, what: named(last), back: ask('help', { topic: word }), anew: way };
}

type Found = {
  readonly byButton?: WayBack | undefined;
  readonly ownWay?: OwnWay | undefined;
  readonly isReport?: boolean;
  /** The message took something back. */
  readonly isUndoing?: boolean;
  /** Of what lies in no municipality's partition: those it concerns. */
  readonly concerned: readonly string[];
};

/** What a message wrote in a record, as its kind tells it. */
async function foundIn(record: string, said: string, { store, kinds, from, now }: TurnStart): Promise<Found> {
  const [name = '', partition = '', id = ''] = record.split('/');
  const kind = kinds[name];
  const value = kind && (await collectionOf(store, kind).get(partition, id))?.value;
  if (!kind || value === undefined) return { concerned: [] };
  const of = kind.takenBack;
  const isButton = 'never' in of;
  const all = isButton ? (of.byButton?.(value) ?? []) : of.reports(value);
  const isUndoing = all.some(({ undone }) => undone?.ask === said);
  const its = all.filter((each) => each.ask === said && isUndoable(each, from.by, now));
  if (isButton) {
    const byButton = (of.byButton?.(value) ?? []).find(({ ask: by }) => by === said);
    return { byButton, ownWay: of.ownWay?.(value, said), isUndoing, concerned: [] };
  }
  const towns = its.length > 0 && of.concerns ? await municipalitiesIn(store) : [];
  const concerned = towns.flatMap(({ code }) => (of.concerns?.(value, code) ? [code] : []));
  return { isReport: its.length > 0, isUndoing, concerned };
}
