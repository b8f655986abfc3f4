import { type ReceiptLine, undoFurtherCard, undoneCard } from '../../../cards/receipt.ts';
import { ask } from '../../../programme/asks.ts';
import type { Kind } from '../../../programme/kind.ts';
import { UNDO_HOURS } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isFurtherBack, isUndoable, type TakenBack, type Undoable } from '../../../programme/undo.ts';
import { collectionOf, municipal } from '../../../storage/collections.ts';
import { defineCommand, type MunicipalTurn } from '../../command.ts';

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

/** A document in which something was said. */
type Held = { readonly kind: Kind<unknown>; readonly of: TakenBack<unknown>; readonly value: unknown };
type Said = { readonly held: readonly Held[]; readonly all: readonly Undoable[] };

/** Everything that was ever said of the municipality, whatever is said in it. */
async function saidIn({ store, kinds, municipality: { code } }: MunicipalTurn): Promise<Said> {
  const sayable = Object.values(kinds).flatMap((kind) => (kind.takenBack ? [{ kind, of: kind.takenBack }] : []));
  const found = await Promise.all(
    sayable.map(async ({ kind, of }) =>
      (await collectionOf(store, kind).list(municipal(code))).map(({ value }) => ({ kind, of, value })),
    ),
  );
  const held = found.flat();
  return { held, all: held.flatMap(({ of, value }) => of.reports(value)) };
}

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

/** A check-in writes to several records; all that the message wrote is taken back. */
async function takeBack({ held }: Said, report: string, turn: MunicipalTurn): Promise<void> {
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
