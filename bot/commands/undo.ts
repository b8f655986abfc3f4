import { type ReceiptLine, undoneCard } from '../../cards/receipt.ts';
import { ask } from '../../programme/asks.ts';
import { findItem, findKpi } from '../../programme/catalogue.ts';
import { itemStandingName } from '../../programme/item-record.ts';
import { entryOf, type KpiEntry } from '../../programme/kpi-record.ts';
import { entryText } from '../../programme/kpi-value.ts';
import { type Provenance, UNDO_HOURS } from '../../programme/provenance.ts';
import { Refusal } from '../../programme/refusal.ts';
import { isUndoable, withUndone } from '../../programme/undo.ts';
import { weekName } from '../../programme/week.ts';
import { municipal } from '../../storage/collections.ts';
import { itemAt, kpiAt, recordsIn } from '../../storage/records.ts';
import { defineCommand, type Turn } from '../command.ts';

export const undo = defineCommand('undo', {
  says: ['取消', '元に戻す', '取り消し'],
  help: `自分の直前の報告を取り消します（${UNDO_HOURS}時間以内）。`,
  example: '取消',
  needs: 'report',
  about: 'municipality',

  async run({ report: asked }, turn) {
    const { municipality } = turn;
    const report = asked ?? (await lastReport(turn, municipality.code));
    const lines = report === undefined ? [] : await takeBack(turn, municipality.code, report);
    if (lines.length === 0) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
    const next = [{ label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) }];
    return { card: undoneCard(municipality, lines, next) };
  },
});

/** The message by which this person reported last in this municipality, while it can still be taken back. */
async function lastReport({ store, from, now }: Turn, municipality: string): Promise<string | undefined> {
  const { items, kpis } = await recordsIn(store, municipality);
  const helps = await store.helpRequests.list(municipal(municipality), { from: 'help-', below: 'help.' });
  const all: (Provenance & { readonly undone?: Provenance | undefined })[] = [
    ...[...items.values()].flatMap((record) => record.versions),
    ...[...kpis.values()].flatMap((record) => record.entries),
    ...helps.map(({ value }) => value),
  ];
  // The same message delivered again takes back nothing further.
  const again = all.find(({ undone }) => undone?.ask === from.ask);
  if (again) return again.ask;
  const own = all.filter((report) => isUndoable(report, from.by, now));
  return own.reduce<Provenance | undefined>((last, report) => (last && last.at >= report.at ? last : report), undefined)
    ?.ask;
}

/** A check-in writes to several records; all that the message wrote is taken back. */
async function takeBack(turn: Turn, municipality: string, report: string): Promise<ReceiptLine[]> {
  const { items, kpis } = await recordsIn(turn.store, municipality);
  const touches = (reports: readonly Provenance[]) => reports.some(({ ask: by }) => by === report);
  const lines: ReceiptLine[] = [];
  for (const record of items.values())
    if (touches(record.versions)) lines.push(...(await undoItem(turn, municipality, record.item, report)));
  for (const record of kpis.values())
    if (touches(record.entries)) lines.push(...(await undoKpi(turn, municipality, record.kpi, report)));
  lines.push(...(await undoHelp(turn, municipality, report)));
  return lines;
}

async function undoItem(turn: Turn, municipality: string, id: string, report: string): Promise<ReceiptLine[]> {
  let before: string | undefined;
  const after = await turn.change('items', itemAt(municipality, id), (record) => {
    if (!record) throw Refusal.because('not-assigned', { what: id });
    const versions = withUndone(record.versions, report, turn.from);
    before = versions === record.versions ? undefined : itemStandingName(record);
    return versions === record.versions ? record : { ...record, versions };
  });
  return before === undefined
    ? []
    : [{ what: `${id} ${findItem(id)?.short ?? ''}`, before, after: itemStandingName(after) }];
}

async function undoKpi(turn: Turn, municipality: string, id: string, report: string): Promise<ReceiptLine[]> {
  const kpi = findKpi(id);
  let gone: KpiEntry | undefined;
  const after = await turn.change('kpis', kpiAt(municipality, id), (record) => {
    if (!record) throw Refusal.because('unknown-kpi', { said: id });
    const entries = withUndone(record.entries, report, turn.from);
    gone = entries === record.entries ? undefined : record.entries.findLast((entry) => entry.ask === report);
    return entries === record.entries ? record : { ...record, entries };
  });
  if (!gone || !kpi) return [];
  return [
    {
      what: `${id} ${kpi.name}（${weekName(gone.week)}）`,
      before: entryText(kpi, gone),
      after: entryText(kpi, entryOf(after, gone.week)),
    },
  ];
}

async function undoHelp(turn: Turn, municipality: string, report: string): Promise<ReceiptLine[]> {
  const found = await turn.store.helpRequests.list(municipal(municipality), { from: 'help-', below: 'help.' });
  const lines: ReceiptLine[] = [];
  for (const { value } of found.filter(
    (help) => help.value.ask === report && isUndoable(help.value, turn.from.by, turn.now),
  )) {
    await turn.change('helpRequests', { partition: municipal(municipality), id: value.id }, (help) => ({
      ...(help ?? value),
      undone: turn.from,
    }));
    lines.push({ what: '困りごと', before: '事務局に届いています', after: '取り下げ' });
  }
  return lines;
}
