import type { Day } from '../../../programme/day.ts';
import { daySaid } from '../amounts/days.ts';
import type { Span } from './span.ts';

/** Signs and endings that stand around a word of repair. */
const AROUND = '[\\s、。,.…‥・!〜~ー→⇒-]*';
const ENDING = '(?:で(?=[\\s、。,.…!])|です|でした|だ|だった|になります|となります)?';
/** What says that the thing just said is not meant. */
const NOT_THAT =
  '(?:で|じゃ)(?:は)?(?:なく(?:て)?|ない(?:です)?|なかった(?:です)?|ありません(?:でした)?)|では(?:なく(?:て)?|ない(?:です)?)';
/** What is only said between two things that are to be one. */
const SORRY =
  'いや(?:いや|、?待って(?:ください)?)?|待って(?:ください)?|いえ|いいえ|もとい|違(?:う|った|います|いました|い)|ちが(?:う|った|います|いました|い)|(?:を)?(?:間違え|まちがえ|間違い|まちがい|打ち間違い|打ち間違え|書き間違い|書き間違え|入力間違い|入力ミス)(?:た|ました|でした|です)?|(?:大変)?失礼(?:しました|いたしました|致しました)?|すみません|すいません|訂正(?:です|します)?|やっぱり?|やはり|あっ|あ';
/** What turns from how one wished it to how it is. */
const WISHED = 'と(?:言|い)いたいところ(?:です)?(?:が|けど|けれど)';
const BEFORE_NEXT = '(?:が|は|を|の|も|まだ|正しくは|正しい?のは)*';

const REPAIR = new RegExp(
  `^${ENDING}(?:${AROUND}(?:${NOT_THAT}|${WISHED})${AROUND}|[\\s、。,.…‥!→⇒]+(?:${NOT_THAT}|${SORRY}|${WISHED})(?:${AROUND}(?:${SORRY}))*${AROUND})${BEFORE_NEXT}\\s*$`,
);
/** Words of repair that need no sign before them: nobody says them of anything else. */
const SURE = new RegExp(`^${ENDING}(?:もとい|(?:間違え|まちがえ)(?:た|ました))${AROUND}${BEFORE_NEXT}$`);

/** 12課のうち2つ増えて5つに, 62%から70%に: how much it became less or more, or what it was, beside what it is. */
const CHANGE =
  /^(?:ほど|くらい|ぐらい)?(?:増え|減っ|増やし|減らし|上がっ|下がっ|伸び|増加し|減少し|ふえ|へっ|追加され|追加し)(?:て|まして)|^(?:を|も|分を|分も)(?:足し|加え|入れ|含め)て、?(?:合計|計|全部で|合わせて|累計|延べ|トータル)/;
const FORMER = /^(?:から|より)[\s、]*$/;
const BECAME = /^[\s、。]*(?:に|まで)/;

const CLASS: Readonly<Partial<Record<Span['kind'], string>>> = {
  key: 'key',
  'unknown-id': 'key',
  town: 'town',
  stage: 'stage',
  amount: 'value',
  fraction: 'value',
  day: 'day',
  days: 'day',
  time: 'time',
};
const classOf = (span: Span): string => CLASS[span.kind] ?? '';

/** The parts of a sentence that are meant, and those that were said and then taken back. */
export type Meant = {
  readonly spans: readonly Span[];
  readonly takenBack: readonly Span[];
  /** Those, and the words that take them back. */
  readonly repairs: readonly { readonly from: number; readonly to: number }[];
};

/**
 * 「60、いや62」「S1-3完了…じゃない、S1-4完了」「2つ増えて5つ」: what was put right in the same breath is of no consequence, and
 * neither are the words that say so. Only a part of the same kind takes one back; without one nothing changes.
 */
export function withoutTakenBack(spans: readonly Span[], folded: string, today: Day): Meant {
  const said = spans.filter(({ kind }) => kind !== 'intent' && kind !== 'around');
  const takenBack = new Set<Span>();
  const repairs: Meant['repairs'][number][] = [];
  const gaps: Meant['repairs'][number][] = [];
  const moved = new Map<Span, Span>();
  for (const [at, next] of said.entries()) {
    const last = said[at - 1];
    if (!last) continue;
    const dropped = droppedBefore(said, at, folded);
    if (dropped.length === 0) continue;
    for (const span of dropped) takenBack.add(span);
    const between = { from: last.to, to: next.from };
    repairs.push(...dropped, between);
    gaps.push(between);
    moved.set(next, inSameWeek(last, next, today));
  }
  if (gaps.length === 0) return { spans, takenBack: [], repairs };
  const stands = outside(gaps);
  const meant = spans.filter(stands).map((span) => (takenBack.has(span) ? aside(span) : (moved.get(span) ?? span)));
  const arounds = gaps.map(({ from, to }): Span => ({ kind: 'around', from, to }));
  return { spans: [...meant, ...arounds].toSorted((a, b) => a.from - b.from), takenBack: [...takenBack], repairs };
}

/** What the part at this place takes back. */
function droppedBefore(said: readonly Span[], at: number, folded: string): readonly Span[] {
  const [last, next] = [said[at - 1], said[at]];
  if (!last || !next) return [];
  if (isRepair(folded.slice(last.to, next.from))) return replacedBy(said, at);
  return isFormer(last, next, folded) ? [last] : [];
}

/** @param gaps in order, none over another */
function outside(gaps: Meant['repairs']): (span: Span) => boolean {
  let at = 0;
  return ({ from, to }) => {
    while ((gaps[at]?.to ?? Number.POSITIVE_INFINITY) < to) at++;
    const gap = gaps[at];
    return gap === undefined || from < gap.from || to > gap.to;
  };
}

/** 来週火曜、いや水曜: the other day of the same week. */
function inSameWeek(last: Span, next: Span, today: Day): Span {
  if (last.kind !== 'day' || next.kind !== 'day') return next;
  const [week] = /^(?:先週|今週|来週|再来週)の?/.exec(last.said) ?? [];
  const day = week !== undefined && /^[月火水木金土日]/.test(next.said) ? daySaid(week + next.said, today) : undefined;
  return day === undefined ? next : { ...next, day };
}

const isRepair = (gap: string): boolean => REPAIR.test(gap) || SURE.test(gap);
const aside = ({ from, to }: Span): Span => ({ kind: 'around', from, to });

/** A number that only says by how much, or from what, another one came about. */
function isFormer(last: Span, next: Span, folded: string): boolean {
  const isNumber = ({ kind }: Span) => kind === 'amount' || kind === 'fraction';
  if (last.kind !== next.kind || !isNumber(next)) return false;
  const gap = folded.slice(last.to, next.from);
  return CHANGE.test(gap) || (FORMER.test(gap) && BECAME.test(folded.slice(next.to)));
}

/** As many parts before the words of repair as follow them in the same order; otherwise the nearest of the same kind. */
function replacedBy(said: readonly Span[], at: number): readonly Span[] {
  for (let count = Math.min(at, said.length - at); count > 0; count--) {
    const [before, after] = [said.slice(at - count, at), said.slice(at, at + count)];
    if (before.every((span, place) => classOf(span) !== '' && classOf(span) === classOf(after[place] ?? span)))
      return before;
  }
  const [next] = said.slice(at);
  const nearest = next && said.slice(0, at).findLast((span) => classOf(span) !== '' && classOf(span) === classOf(next));
  return nearest ? [nearest] : [];
}
