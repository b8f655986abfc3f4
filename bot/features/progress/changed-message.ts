import type { Card } from '../../../cards/card.ts';
import { type ChangedMessage, changedMessage } from '../../../cards/progress/changed-message.ts';
import { may } from '../../../programme/may.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { isUndoable, type Undoable } from '../../../programme/undo.ts';
import { askId } from '../../../storage/ids.ts';
import { knownMunicipality } from '../../../storage/municipalities.ts';
import type { TurnStart } from '../../turn.ts';
import { type EverReported, everReported } from './ever-reported.ts';

type Changed = { readonly message: string; readonly how: ChangedMessage['how'] };
type SaidThere = EverReported & { readonly municipality: Municipality };

/**
 * What a person is told who changed a message after sending it: what is on record, and how that is changed. An edited
 * message that wrote nothing itself is taken for the one whose question was answered last. Undefined where a message
 * was deleted that wrote nothing.
 */
export async function aboutChanged({ message, how }: Changed, turn: TurnStart): Promise<Card | undefined> {
  const towns = await Promise.all(
    (await ownTowns(turn)).map(async (municipality) => ({
      municipality,
      ...(await everReported(municipality.code, turn)),
    })),
  );
  const written = shown(towns, (report) => report.by === turn.from.by && report.ask === askId(message), turn);
  if (written.standings.length > 0) return changedMessage({ how, ...written });
  return how === 'deleted' ? undefined : changedMessage({ how, ...lastIn(towns, turn) });
}

/** What stands of the reports that are meant, and which of them can be taken back. */
function shown(
  towns: readonly SaidThere[],
  isMeant: (report: Undoable) => boolean,
  { from, now }: TurnStart,
): Omit<ChangedMessage, 'how'> {
  const undoable = towns.flatMap(({ municipality: { code }, all }) =>
    all
      .filter((report) => isMeant(report) && isUndoable(report, from.by, now))
      .map(({ ask }) => ({ municipality: code, report: ask })),
  );
  const standings = towns.flatMap(({ municipality, held }) =>
    held.flatMap(({ of, value }) => of.standings(value, isMeant).map((standing) => ({ ...standing, municipality }))),
  );
  return { standings, undo: undoable[0] };
}

/** The report that can still be taken back, with everything it wrote. */
function lastIn(towns: readonly SaidThere[], turn: TurnStart): Omit<ChangedMessage, 'how'> {
  const isOwn = (report: Undoable) => isUndoable(report, turn.from.by, turn.now);
  const own = towns.flatMap(({ all }) => all.filter(isOwn));
  const last = own.reduce<Undoable | undefined>((l, report) => (l && l.at >= report.at ? l : report), undefined);
  return shown(towns, (report) => isOwn(report) && report.ask === last?.ask, turn);
}

/** The municipalities somebody reports for and may speak of here. */
async function ownTowns({ who, store, room }: TurnStart): Promise<readonly Municipality[]> {
  const codes = (who?.municipalities ?? []).filter((code) => may(who, 'report', code, room.audience));
  const found = await Promise.all(codes.map((code) => knownMunicipality(store, code)));
  return found.flatMap((one) => one ?? []);
}
