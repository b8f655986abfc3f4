import type { Button } from '../../../cards/card.ts';
import { type ReceiptLine, undoElsewhereCard, undoFurtherCard, undoneCard } from '../../../cards/receipt.ts';
import { undoChangeCard } from '../../../cards/setting-change.ts';
import { ask } from '../../../programme/asks.ts';
import { may, seesEverywhere } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import { UNDO_HOURS } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isFurtherBack, isUndoable, type Undoable, type WayBack } from '../../../programme/undo.ts';
import { asksBack, defineCommand } from '../../command.ts';
import { settingChangesIn } from '../../setting-change.ts';
import type { MunicipalStart, TurnStart } from '../../turn.ts';
import { aboutChanged } from './changed-message.ts';
import { type EverReported, everReported, laterByButton, takenBackByButton } from './ever-reported.ts';
import { lastWay } from './last-way.ts';
import { takeBack } from './take-back.ts';

export const undo = defineCommand({
  name: 'undo',
  says: ['取消', '元に戻す', '取り消し', '取り下げ', '取り下げる'],
  help: `自分の直前の報告を取り消します（${UNDO_HOURS}時間以内）。`,
  example: '取消',
  english: 'Take back your last report within 24 hours.',
  group: { title: '報告する', order: 6 },
  needs: 'take-back',
  about: 'municipality',
  usualFor: {},
  writes: true,
  spoken: {
    words: ['取消', '取り消', 'とりけし', '取消し', '元に戻', '取り下げ', 'なかったことに', '無かったことに'],
    wins: 330,
    firm: true,
    aside:
      /(?:入力|記入|打ち|数え)?(?:間違い|まちがい|誤り|間違え|ミス)(?:な|です|でした|だった|た|まし?た)?(?:ので|のため|ため|から)、?/gu,
    lets: ['correct', 'report-item', 'report-kpi', 'check-in'],
  },
  messageChanged: aboutChanged,

  /** Who serves several means the last report, wherever it was; who has just changed settings means that, wherever it was; it is shown first. */
  async withoutTown({ report }, turn) {
    const { who, store, now, room } = turn;
    if (!who || room.audience !== undefined) return undefined;
    if (!may(who, 'report')) return ownWayOnly(turn);
    if (may(who, 'serve') && report === undefined) return lastAnywhere(who, turn);
    if (!may(who, 'steer')) return undefined;
    const last = (await settingChangesIn(store)).findLast((change) => isUndoable(change, who.id, now));
    const later =
      report === undefined &&
      laterByButton([...(await takenBackByButton([], turn)), ...(await lastWay(turn))], last, turn);
    if (later) return undoElsewhereCard(later);
    return last && undoChangeCard(last, '市町村の報告を取り消すときは「取消 市町村名」と送ってください。');
  },

  /** What a doubtful 取消 would take back: nobody says yes to what they did not see. */
  async review({ report: asked }, turn) {
    const { report, lines } = await meantBy(asked, turn);
    const yes = ask('undo', { report, municipality: turn.municipality.code });
    return { lines: lines.map((line) => ({ ...line, before: line.before ?? '未報告', why: [] })), yes };
  },

  async prepare({ report: asked }, turn) {
    const { said, last, report, lines } = await meantBy(asked, turn);
    const byButton =
      asked === undefined
        ? [...(await takenBackByButton([turn.municipality.code], turn)), ...(await lastWayHere(turn))]
        : [];
    const later = last?.undone ? undefined : laterByButton(byButton, last, turn);
    if (later) return asksBack([], undoElsewhereCard(later, reportBefore({ report, lines }, turn)));
    // The one before the last is shown first: nobody walks back through older reports without seeing them.
    if (last && !last.undone && isFurtherBack([...said.all, ...byButton], last, turn.from.by))
      return asksBack([], undoFurtherCard(turn.municipality, lines, { report: last.ask, at: new Date(last.at) }));
    if (report === undefined || lines.length === 0) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
    return { found: { said, report, lines } };
  },

  async run(_input, turn, { said, report, lines }) {
    const { municipality } = turn;
    await takeBack(said.held, report, turn);
    const next = [{ label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) }];
    return { card: undoneCard(municipality, lines, next) };
  },
});

/** Who reports nothing has only what was written last to take back. */
async function ownWayOnly(turn: TurnStart) {
  const [last] = await lastWay(turn);
  if (!last) throw Refusal.because('nothing-of-yours-to-undo', { hours: UNDO_HOURS });
  return undoElsewhereCard(last);
}

/** Of whoever serves several: the last message that reported anything, in all the municipalities it was about. */
async function lastAnywhere({ id, municipalities }: Member, turn: TurnStart) {
  const found = await Promise.all(
    municipalities.map(async (municipality) => {
      const { all } = await everReported(municipality, turn);
      return { municipality, last: lastOf(all, { from: { ...turn.from, by: id }, now: turn.now }) };
    }),
  );
  const [newest] = found.flatMap(({ last }) => last ?? []).toSorted((a, b) => b.at.localeCompare(a.at));
  const later = newest?.undone
    ? undefined
    : laterByButton([...(await takenBackByButton(municipalities, turn)), ...(await lastWay(turn))], newest, turn);
  if (later) return undoElsewhereCard(later);
  if (!newest) return undefined;
  const places = found.flatMap(({ municipality, last }) => (last?.ask === newest.ask ? [{ municipality }] : []));
  const [only, ...others] = places;
  return only && others.length === 0
    ? ask('undo', { municipality: only.municipality })
    : ask('report-places', { places, report: newest.ask });
}

/** Who sees all municipalities and names one means something of that one. */
async function lastWayHere(turn: MunicipalStart): Promise<readonly WayBack[]> {
  const ways = await lastWay(turn);
  if (!seesEverywhere(turn.who)) return ways;
  return ways.filter(({ back }) => back.input['municipality'] === turn.municipality.code);
}

/** What stands before something that is only written anew, and is taken back where it is meant all the same. */
function reportBefore(
  { report, lines: [line] }: { readonly report: string | undefined; readonly lines: readonly ReceiptLine[] },
  { municipality: { code } }: MunicipalStart,
): Button | undefined {
  if (report === undefined || !line) return undefined;
  return { label: `${line.what}の報告を取り消す`, ask: ask('undo', { report, municipality: code }) };
}

/**
 * The report that is to be taken back. What is taken back already is told like the first time: a second click, or the
 * same message again.
 */
async function meantBy(asked: string | undefined, turn: MunicipalStart) {
  const said = await everReported(turn.municipality.code, turn);
  const last = asked === undefined ? lastOf(said.all, turn) : undefined;
  const report = asked ?? last?.ask;
  return { said, last, report, lines: report === undefined ? [] : linesOf(said, report, turn) };
}

/** The message by which this person reported last, while it can be taken back; the one this very message took back. */
function lastOf(all: readonly Undoable[], { from, now }: Pick<TurnStart, 'from' | 'now'>): Undoable | undefined {
  const again = all.find(({ undone }) => undone?.ask === from.ask);
  if (again) return again;
  // What somebody else has put in for them is taken back by its own button, and is not what they said last.
  const own = all.filter((report) => report.by === from.by && isUndoable(report, from.by, now));
  return own.reduce<Undoable | undefined>((last, report) => (last && last.at >= report.at ? last : report), undefined);
}

/** What one message wrote, as it is taken back: what it said → what stands without it. */
function linesOf({ held }: EverReported, report: string, { from, now }: MunicipalStart): ReceiptLine[] {
  const isIt = (each: Undoable) =>
    each.ask === report && (each.undone ? each.undone.by === from.by : isUndoable(each, from.by, now));
  return held.flatMap(({ of, value }) => of.lines(value, isIt, report));
}
