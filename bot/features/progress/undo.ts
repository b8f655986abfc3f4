import { type ReceiptLine, undoFurtherCard, undoneCard } from '../../../cards/receipt.ts';
import { ask } from '../../../programme/asks.ts';
import { findItem, findKpi } from '../../../programme/catalogue.ts';
import type { HelpRequest } from '../../../programme/help/help-request.ts';
import { itemStandingName, stageName } from '../../../programme/progress/item-record.ts';
import { entryOf, type KpiEntry, type KpiRecord } from '../../../programme/progress/kpi-record.ts';
import { entryText } from '../../../programme/progress/kpi-value.ts';
import type { Records } from '../../../programme/progress/step.ts';
import { type Provenance, UNDO_HOURS } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isFurtherBack, isUndoable, withoutReport, withUndone } from '../../../programme/undo.ts';
import { weekName } from '../../../programme/week.ts';
import { municipal } from '../../../storage/collections.ts';
import { itemAt, kpiAt, recordsIn } from '../../../storage/records.ts';
import { defineCommand, type MunicipalTurn } from '../../command.ts';

export const undo = defineCommand({
  name: 'undo',
  says: ['取消', '元に戻す', '取り消し'],
  help: `自分の直前の報告を取り消します（${UNDO_HOURS}時間以内）。`,
  example: '取消',
  english: 'Take back your last report within 24 hours.',
  group: { title: '報告する', place: 6 },
  needs: 'report',
  about: 'municipality',
  usualFor: {},
  writes: true,
  spoken: {
    words: ['取消', '取り消', 'とりけし', '取消し', '元に戻', '取り下げ', 'なかったことに', '無かったことに'],
    wins: 330,
    firm: true,
    lets: ['correct'],
  },

  /** The one before the last is shown first: nobody walks back through older reports without seeing them. */
  async confirm({ report: asked }, turn) {
    if (asked !== undefined) return undefined;
    const said = await saidIn(turn);
    const report = lastOf(said.all, turn);
    if (!report || report.undone || !isFurtherBack(said.all, report, turn.from.by)) return undefined;
    const lines = linesOf(said, report.ask, turn);
    return undoFurtherCard(turn.municipality, lines, { report: report.ask, at: new Date(report.at) });
  },

  async run({ report: asked }, turn) {
    const { municipality } = turn;
    const said = await saidIn(turn);
    const report = asked ?? lastOf(said.all, turn)?.ask;
    // What is taken back already is told like the first time: a second click, or the same message again.
    const lines = report === undefined ? [] : linesOf(said, report, turn);
    if (report === undefined || lines.length === 0) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
    await takeBack(said, report, turn);
    const next = [{ label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) }];
    return { card: undoneCard(municipality, lines, next) };
  },
});

type Report = Provenance & { readonly undone?: Provenance | undefined };
type Said = Records & { readonly helps: readonly HelpRequest[]; readonly all: readonly Report[] };

/** Everything that was ever said of the municipality. */
async function saidIn({ store, municipality: { code } }: MunicipalTurn): Promise<Said> {
  const { items, kpis } = await recordsIn(store, code);
  const found = await store.helpRequests.list(municipal(code), { from: 'help-', below: 'help.' });
  const helps = found.map(({ value }) => value);
  const versions = [...items.values()].flatMap((record) => record.versions);
  const entries = [...kpis.values()].flatMap((record) => record.entries);
  return { items, kpis, helps, all: [...versions, ...entries, ...helps] };
}

/** The message by which this person reported last, while it can be taken back; the one this very message took back. */
function lastOf(all: readonly Report[], { from, now }: MunicipalTurn): Report | undefined {
  const again = all.find(({ undone }) => undone?.ask === from.ask);
  if (again) return again;
  const own = all.filter((report) => isUndoable(report, from.by, now));
  return own.reduce<Report | undefined>((last, report) => (last && last.at >= report.at ? last : report), undefined);
}

/** What one message wrote, as it is taken back: what it said → what stands without it. */
function linesOf({ items, kpis, helps }: Said, report: string, { from, now }: MunicipalTurn): ReceiptLine[] {
  const isIt = (each: Report) =>
    each.ask === report && (each.undone ? each.undone.by === from.by : isUndoable(each, from.by, now));
  return [
    ...[...items.values()].flatMap((record) => {
      const { item: id, versions } = record;
      const gone = versions.find(isIt);
      const after = itemStandingName({ ...record, versions: withoutReport(versions, report) });
      return gone ? [{ what: `${id} ${findItem(id)?.short ?? ''}`, before: stageName(gone.stage), after }] : [];
    }),
    ...[...kpis.values()].flatMap((record) => kpiLines(record, record.entries.filter(isIt), report)),
    ...helps.filter(isIt).map(() => ({ what: '困りごと', before: '事務局に届いています', after: '取り下げ' })),
  ];
}

function kpiLines(record: KpiRecord, gone: readonly KpiEntry[], report: string): ReceiptLine[] {
  const kpi = findKpi(record.kpi);
  if (!kpi) return [];
  const rest = { ...record, entries: withoutReport(record.entries, report) };
  return gone.map((entry) => ({
    what: `${kpi.id} ${kpi.name}（${weekName(entry.week)}）`,
    before: entryText(kpi, entry),
    after: entryText(kpi, entryOf(rest, entry.week)),
  }));
}

/** A check-in writes to several records; all that the message wrote is taken back. */
async function takeBack({ items, kpis, helps }: Said, report: string, turn: MunicipalTurn): Promise<void> {
  const { change, from, municipality } = turn;
  const { code } = municipality;
  const open = (reports: readonly Report[]) => withUndone(reports, report, from) !== reports;
  for (const { item, versions } of items.values())
    if (open(versions))
      await change('items', itemAt(code, item), (record) => {
        if (!record) throw Refusal.because('not-assigned', { what: item });
        const left = withUndone(record.versions, report, from);
        return left === record.versions ? record : { ...record, versions: left };
      });
  for (const { kpi, entries } of kpis.values())
    if (open(entries))
      await change('kpis', kpiAt(code, kpi), (record) => {
        if (!record) throw Refusal.because('unknown-kpi', { said: kpi });
        const left = withUndone(record.entries, report, from);
        return left === record.entries ? record : { ...record, entries: left };
      });
  for (const help of helps)
    if (open([help]))
      await change('helpRequests', { partition: municipal(code), id: help.id }, (known) => ({
        ...(known ?? help),
        undone: from,
      }));
}
