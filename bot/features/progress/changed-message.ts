import type { Card } from '../../../cards/card.ts';
import { type ChangedMessage, changedMessage, type Standing } from '../../../cards/progress/changed-message.ts';
import { findItem, findKpi } from '../../../programme/catalogue.ts';
import { may } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { itemStandingName } from '../../../programme/progress/item-record.ts';
import { entryOf } from '../../../programme/progress/kpi-record.ts';
import { entryText } from '../../../programme/progress/kpi-value.ts';
import type { Provenance } from '../../../programme/provenance.ts';
import { isUndoable } from '../../../programme/undo.ts';
import { weekName } from '../../../programme/week.ts';
import { municipal, PROGRAMME } from '../../../storage/collections.ts';
import { askId } from '../../../storage/ids.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { TurnStart } from '../../command.ts';

type Changed = { readonly message: string; readonly how: ChangedMessage['how'] };
type Report = Provenance & { readonly undone?: Provenance | undefined };
type Written = { readonly report: Report; readonly standing: Standing };

/**
 * What a person is told who changed a message after sending it: what is on record, and how that is changed. An edited
 * message that wrote nothing itself is taken for the one whose question was answered last. Undefined where a message
 * was deleted that wrote nothing.
 */
export async function aboutChanged({ message, how }: Changed, turn: TurnStart): Promise<Card | undefined> {
  const all = (await Promise.all((await ownTowns(turn)).map((town) => writtenIn(town, turn)))).flat();
  const written = all.filter(({ report }) => report.ask === askId(message));
  const meant = written.length > 0 || how === 'deleted' ? written : lastOf(all, turn);
  return how === 'deleted' && meant.length === 0 ? undefined : changedMessage({ how, ...shown(meant, turn) });
}

function shown(written: readonly Written[], { from, now }: TurnStart): Omit<ChangedMessage, 'how'> {
  const undoable = written.find(({ report }) => isUndoable(report, from.by, now));
  return {
    standings: written.map(({ standing }) => standing),
    undo: undoable && { municipality: undoable.standing.municipality, report: undoable.report.ask },
  };
}

/** The report that can still be taken back, with everything it wrote. */
function lastOf(all: readonly Written[], { from, now }: TurnStart): readonly Written[] {
  const own = all.filter(({ report }) => isUndoable(report, from.by, now));
  const last = own.reduce<Report | undefined>((l, { report }) => (l && l.at >= report.at ? l : report), undefined);
  return own.filter(({ report }) => report.ask === last?.ask);
}

/** The municipalities somebody reports for and may speak of here. */
async function ownTowns({ who, store, room }: TurnStart): Promise<readonly Municipality[]> {
  const codes = (who?.municipalities ?? []).filter((code) => may(who, 'report', code, room.audience));
  const found = await Promise.all(codes.map((code) => store.municipalities.get(PROGRAMME, `municipality-${code}`)));
  return found.flatMap((one) => one?.value ?? []);
}

/** What this person has written there, each with what stands now. */
async function writtenIn(
  { code, name }: Municipality,
  { store, from, programme }: TurnStart,
): Promise<readonly Written[]> {
  const { items, kpis } = await progressIn(store, code, programme.fiscalYear);
  const helps = await store.helpRequests.list(municipal(code), { from: 'help-', below: 'help.' });
  const own = (report: Report) => report.by === from.by;
  return [
    ...[...items.values()].flatMap((record) =>
      record.versions.filter(own).map((report) => {
        const what = `${name} ${record.item} ${findItem(record.item)?.short ?? ''}`;
        const correct = { municipality: code, item: record.item };
        const now = itemStandingName(record);
        return { report, standing: { municipality: code, what, short: record.item, now, correct } };
      }),
    ),
    ...[...kpis.values()].flatMap((record) =>
      record.entries.filter(own).flatMap((report) => {
        const kpi = findKpi(record.kpi);
        if (!kpi) return [];
        const { week } = report;
        const what = `${name} ${kpi.id} ${kpi.name}（${weekName(week)}）`;
        const now = entryText(kpi, entryOf(record, week));
        const correct = { municipality: code, kpi: kpi.id, week };
        return [{ report, standing: { municipality: code, what, short: kpi.id, now, correct } }];
      }),
    ),
    ...helps.flatMap(({ value }) => {
      const now = value.undone ? '取り下げ' : '事務局に届いています';
      const standing = { municipality: code, what: `${name} 困りごと`, short: '困りごと', now };
      return own(value) ? [{ report: value, standing }] : [];
    }),
  ];
}
