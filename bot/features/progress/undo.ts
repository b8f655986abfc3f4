import { type ReceiptLine, undoFurtherCard, undoneCard } from '../../../cards/receipt.ts';
import { undoChangeCard } from '../../../cards/setting-change.ts';
import { ask } from '../../../programme/asks.ts';
import { may } from '../../../programme/member.ts';
import { UNDO_HOURS } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isFurtherBack, isUndoable, type Undoable } from '../../../programme/undo.ts';
import { defineCommand, type MunicipalTurn } from '../../command.ts';
import { settingChangesIn } from '../../setting-change.ts';
import { type Said, saidOf } from './said-of.ts';
import { takeBack } from './take-back.ts';

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

  /** Who has just changed settings means that, wherever it was; it is shown first. */
  async withoutTown(_given, { who, store, now, room }) {
    if (!who || room.audience !== undefined || !may(who, 'steer')) return undefined;
    const last = (await settingChangesIn(store)).findLast((change) => isUndoable(change, who.id, now));
    return last && undoChangeCard(last, '市町村の報告を取り消すときは「取消 小海町」のように送ってください。');
  },

  /** The one before the last is shown first: nobody walks back through older reports without seeing them. */
  async confirm({ report: asked }, turn) {
    if (asked !== undefined) return undefined;
    const said = await saidOf(turn.municipality.code, turn);
    const report = lastOf(said.all, turn);
    if (!report || report.undone || !isFurtherBack(said.all, report, turn.from.by)) return undefined;
    const lines = linesOf(said, report.ask, turn);
    return undoFurtherCard(turn.municipality, lines, { report: report.ask, at: new Date(report.at) });
  },

  async run({ report: asked }, turn) {
    const { municipality } = turn;
    const said = await saidOf(turn.municipality.code, turn);
    const report = asked ?? lastOf(said.all, turn)?.ask;
    // What is taken back already is told like the first time: a second click, or the same message again.
    const lines = report === undefined ? [] : linesOf(said, report, turn);
    if (report === undefined || lines.length === 0) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
    await takeBack(said.held, report, turn);
    const next = [{ label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) }];
    return { card: undoneCard(municipality, lines, next) };
  },
});

/** The message by which this person reported last, while it can be taken back; the one this very message took back. */
function lastOf(all: readonly Undoable[], { from, now }: MunicipalTurn): Undoable | undefined {
  const again = all.find(({ undone }) => undone?.ask === from.ask);
  if (again) return again;
  const own = all.filter((report) => isUndoable(report, from.by, now));
  return own.reduce<Undoable | undefined>((last, report) => (last && last.at >= report.at ? last : report), undefined);
}

/** What one message wrote, as it is taken back: what it said → what stands without it. */
function linesOf({ held }: Said, report: string, { from, now }: MunicipalTurn): ReceiptLine[] {
  const isIt = (each: Undoable) =>
    each.ask === report && (each.undone ? each.undone.by === from.by : isUndoable(each, from.by, now));
  return held.flatMap(({ of, value }) => of.lines(value, isIt, report));
}
