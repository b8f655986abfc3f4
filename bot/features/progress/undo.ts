import { type ReceiptLine, undoFurtherCard, undoneCard } from '../../../cards/receipt.ts';
import { ask } from '../../../programme/asks.ts';
import { UNDO_HOURS } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isFurtherBack, isUndoable, type Undoable } from '../../../programme/undo.ts';
import { asksBack, defineCommand, type MunicipalStart, type MunicipalTurn } from '../../command.ts';
import { aboutChanged } from './changed-message.ts';
import { type EverReported, everReported } from './ever-reported.ts';

export const undo = defineCommand({
  name: 'undo',
  says: ['取消', '元に戻す', '取り消し'],
  help: `自分の直前の報告を取り消します（${UNDO_HOURS}時間以内）。`,
  example: '取消',
  english: 'Take back your last report within 24 hours.',
  group: { title: '報告する', order: 6 },
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
  messageChanged: aboutChanged,

  async prepare({ report: asked }, turn) {
    const said = await everReported(turn.municipality.code, turn);
    const last = asked === undefined ? lastOf(said.all, turn) : undefined;
    const report = asked ?? last?.ask;
    // What is taken back already is told like the first time: a second click, or the same message again.
    const lines = report === undefined ? [] : linesOf(said, report, turn);
    // The one before the last is shown first: nobody walks back through older reports without seeing them.
    if (last && !last.undone && isFurtherBack(said.all, last, turn.from.by))
      return asksBack([], undoFurtherCard(turn.municipality, lines, { report: last.ask, at: new Date(last.at) }));
    if (report === undefined || lines.length === 0) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
    return { found: { said, report, lines } };
  },

  async run(_input, turn, { said, report, lines }) {
    const { municipality } = turn;
    await takeBack(said, report, turn);
    const next = [{ label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) }];
    return { card: undoneCard(municipality, lines, next) };
  },
});

/** The message by which this person reported last, while it can be taken back; the one this very message took back. */
function lastOf(all: readonly Undoable[], { from, now }: MunicipalStart): Undoable | undefined {
  const again = all.find(({ undone }) => undone?.ask === from.ask);
  if (again) return again;
  const own = all.filter((report) => isUndoable(report, from.by, now));
  return own.reduce<Undoable | undefined>((last, report) => (last && last.at >= report.at ? last : report), undefined);
}

/** What one message wrote, as it is taken back: what it said → what stands without it. */
function linesOf({ held }: EverReported, report: string, { from, now }: MunicipalStart): ReceiptLine[] {
  const isIt = (each: Undoable) =>
    each.ask === report && (each.undone ? each.undone.by === from.by : isUndoable(each, from.by, now));
  return held.flatMap(({ of, value }) => of.lines(value, isIt, report));
}

/** A check-in writes to several records; all that the message wrote is taken back. */
async function takeBack({ held }: EverReported, report: string, turn: MunicipalTurn): Promise<void> {
  // One kind's value type is lost among all; its own declaration ties them together again.
  const change = turn.change as unknown as Change;
  for (const { kind, of, value } of held) {
    if (of.withUndone(value, report, turn.from) === value) continue;
    await change(kind.name, { partition: kind.partition(value), id: kind.id(value) }, (now) => {
      if (now === undefined) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
      return of.withUndone(now, report, turn.from);
    });
  }
}

type Change = (
  kind: string,
  at: { readonly partition: string; readonly id: string },
  next: (now: unknown) => unknown,
) => Promise<unknown>;
