import { catalogue } from '../../../programme/catalogue.ts';
import { addDays, type Day } from '../../../programme/day.ts';
import { addWeeks, weekOfDay } from '../../../programme/week.ts';
import { DAY_WORDS, daySaid, daysSaid } from '../amounts/days.ts';
import { AMOUNT_WORDS, FRACTION_WORDS, fractionSaid } from '../amounts/numbers.ts';
import { numeralOf } from '../amounts/numerals.ts';
import { TIME_WORDS, timeSaid, timesSaid } from '../amounts/times.ts';
import { isYearOfItem, YEAR_WORDS, yearMeant } from '../amounts/years.ts';
import { ID_WORDS, type Key, keySaid } from '../names/catalogue-names.ts';
import type { Found, Lexicon } from '../names/lexicon.ts';
import { isMunicipalityHere } from '../names/municipality-around.ts';
import type { NamedMunicipalities } from '../names/municipality-names.ts';
import type { Meaning } from '../names/words.ts';
import { fold, plainOf } from '../text/fold.ts';
import { createMarks, type Marks } from './marks.ts';
import type { Intent, PartRead, Span } from './span.ts';
import { withoutTakenBack } from './taken-back.ts';

/** A sentence and its parts, in order, none over another. */
export type Sentence = {
  /** Letter for letter, for what is written down as it stands. */
  readonly typed: string;
  /** As typed, in one width. */
  readonly plain: string;
  readonly folded: string;
  readonly spans: readonly Span[];
  /** What was said and put right in the same breath, as it was typed; and all that was typed without it. */
  readonly takenBack: readonly string[];
  readonly meant: string;
};

const URL = /https?:\/\/[\w\-.~:/?#@!$&'*+,;=%]*[\w/=&#%-]/g;
const STEP = /(?:すてっぷ|step)\s*([0-3])(?!\d)/g;
const MEETING = /第\s?(\d{1,3}|[一二三四五六七八九十]+)回目?|(\d{1,3})回目/g;
const AROUND =
  /(?<=^|\n)[^\S\n]*(?:\d{1,2}[.)、]?|[①-⑳]|[・●○■□*-])[^\S\n]+(?=[sk]\d-\d+[^\S\n]+[^\sでのはを])|(?:[月火水木金]曜日?|(?<![\d/])\d{1,2}月)から(?=、?(?:試行|実施|検討|運用|稼働|導入))|(?<=^|[。、!\s])(?:[^\s、。\d]{1,8}(?:前|後|中)?に)?(?:一個|ひとつ|一つ|1個|1つ|1件|一件|1点|一点)だけ(?=[、。\s]|ご?報告|お願い)|(?:先々週|先週|前週|前回|前の週)(?:の?分)?(?:(?:から|より)(?=.{0,4}(?:変|かわ))|の?まま|と(?:同じ|おなじ|変わ))|(?:夜分|夜遅く|夕方|早朝|朝早く|遅い時間|お?休みのところ|休日)(?:に|遅く)*(?:大変|たいへん|誠に)?(?:す[みい]ません|失礼(?:いた|致)?します)|一点(?:だけ)?(?=、?ご(?:報告|連絡))|へるぷですく|なん(?:です|だ)(?:が|けど|けれども?|ね|よ)|す[みい]ません|申し訳(?:あり|ござい)ません|どう[ぞも]|今年度|本年度/g;
const WEEK = /先々週|先週|前週|今週|再来週|来週/g;
/** 先週のまとめ is of last week, though 週のまとめ is a word of its own; 先週の火曜 is a day. */
const WEEK_OF = /(?:先々週|先週|前週)(?=の(?!\s*[月火水木金土日]))/g;
/** A map, because any word is looked up in it: an object would know `toString` too. */
const WEEKS: ReadonlyMap<string, number> = new Map([
  ['先々週', -2],
  ['先週', -1],
  ['前週', -1],
  ['今週', 0],
  ['来週', 1],
  ['再来週', 2],
]);
const RANGE = /(?:[-~〜–―ー]|から|より)/;
const OR_SO = '(?:ほど|くらい|ぐらい|程度)';
const DAYS_WORDS = new RegExp(
  `(?:${DAY_WORDS.source})${RANGE.source}(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,2})(?:日間|週間)${OR_SO}?|\\d{1,2}日${OR_SO}|\\d{1,2}/\\d{1,2}(?![\\d/])日?|${DAY_WORDS.source}|\\d{1,2}(?:日(?!間)(?:\\([月火水木金土日]曜?日?\\))?|(?![\\d日週ヶか])))(?:まで)?`,
  'giu',
);
/** 12/3と12/4お休み: one day and the next. */
const BOTH_DAYS =
  /(?<![\d/])(\d{1,2})(\/|月)(\d{1,2})日?(?:と|・|、|,)(?:(\d{1,2})(?:\/|月))?(\d{1,2})(?:日|(?=の?両日|は|に|を|、|\s|お?休))(?![\d/間])/g;
/** What a name ends with and what then was done: 全体方針の決定 + しました. */
const DONE =
  /(決定|任命|指名|策定|設置|導入|作成|公表|周知|整備|改定)(?:を)?(しました|いたしました|されました|した|された|済み|済)/g;

/** The words a sentence is read with: those of the programme and its commands, and the names of municipalities. */
export type KnownNames = {
  readonly words: Lexicon<Meaning>;
  readonly towns: Pick<NamedMunicipalities, 'names' | 'around'>;
};

/** Reads a sentence into its parts, whatever it is about. */
export function sentenceOf(text: string, { words, towns }: KnownNames, today: Day): Sentence {
  const plain = plainOf(text);
  const folded = fold(plain);
  const marks = createMarks<PartRead>(plain, folded);
  marks.match(URL, (said) => ({ kind: 'url', said }));
  marks.match(AROUND, () => ({ kind: 'around' }));
  marks.match(towns.around, () => ({ kind: 'around' }));
  const asWeek = (said: string) => daysOf(weekSaid(said, today));
  marks.match(WEEK_OF, asWeek);
  marks.match(YEAR_WORDS, (said) => yearRead(said, today));
  marks.match(STEP, (_said, [digit]) => stepOf(digit));
  marks.match(ID_WORDS, idOf);
  marks.match(MEETING, (_said, [first, second]) => meetingOf(first ?? second));
  marks.names(words, wordOf);
  marks.names(towns.names, (found) =>
    isMunicipalityHere(folded, found) ? { kind: 'town', towns: found.meanings } : undefined,
  );
  matchMoments(marks, today);
  marks.match(FRACTION_WORDS, fractionOf);
  marks.match(AMOUNT_WORDS, (said, _groups, from) =>
    /^(一度|一番|一つ)/.test(said) || isOfCode(said, folded.slice(0, from)) ? undefined : { kind: 'amount', said },
  );
  const { spans, takenBack, repairs } = withoutTakenBack(
    withStanding(withDone(marks.inOrder(), folded), folded),
    folded,
    today,
  );
  return {
    typed: text.normalize('NFC').trim(),
    plain,
    folded,
    spans: withAsked(spans),
    takenBack: takenBack.map(({ from, to }) => plain.slice(from, to)),
    meant: repairs.length === 0 ? text : without(plain, repairs),
  };
}

/** KMNP-2345 is a code, and no number of anything. */
const isOfCode = (said: string, before: string): boolean =>
  /^-?\d{4}$/.test(said) && /[a-z\d]{2}-?$/.test(before) && /[a-z][a-z\d]{0,3}-?$/.test(before);

function matchMoments(marks: Marks<PartRead>, today: Day): void {
  marks.match(BOTH_DAYS, (_said, [month = '', , date = '', other = month, second = '']) => {
    const [from, until] = [daySaid(`${month}/${date}`, today), daySaid(`${other}/${second}`, today)];
    return from && until && addDays(from, 1) === until ? { kind: 'days', days: [from, until] } : undefined;
  });
  marks.match(DAYS_WORDS, (said) => {
    const days = daysSaid(said.toLowerCase(), today);
    return days && { kind: 'days', days };
  });
  marks.match(DAY_WORDS, (said) => {
    const day = daySaid(said, today);
    return day ? { kind: 'day', said, day } : undefined;
  });
  marks.match(WEEK, (said) => daysOf(weekSaid(said, today)));
  marks.match(TIME_WORDS, (said) => {
    const [one, both] = [timeSaid(said), timesSaid(said)];
    return both ? { kind: 'time', times: both } : one ? { kind: 'time', times: [one] } : undefined;
  });
}

const daysOf = (days: readonly [Day, Day] | undefined): PartRead | undefined => days && { kind: 'days', days };

/** 先週, 来週 …: its working days. */
export function weekSaid(said: string, today: Day): readonly [Day, Day] | undefined {
  const away = WEEKS.get(said);
  if (away === undefined) return undefined;
  const monday = addWeeks(weekOfDay(today), away);
  return [monday, addDays(monday, 4)];
}

function wordOf({ meanings }: Found<Meaning>): PartRead | undefined {
  const keys = meanings.filter((meaning): meaning is Key => meaning.kind === 'item' || meaning.kind === 'kpi');
  const asked = meanings.find((meaning): meaning is Intent => meaning.kind === 'intent');
  if (keys.length > 0) return { kind: 'key', keys, ...(asked && { asked }) };
  const [first] = meanings;
  return first?.kind === 'stage' || first?.kind === 'intent' ? first : undefined;
}

function idOf(said: string): PartRead {
  const key = keySaid(said);
  return key ? { kind: 'key', keys: [key] } : { kind: 'unknown-id', said };
}

function stepOf(digit = ''): PartRead | undefined {
  const step = catalogue.steps.find(({ order }) => order === Number(digit));
  return step && { kind: 'step', step: step.id };
}

function yearRead(said: string, today: Day): PartRead | undefined {
  if (isYearOfItem(said, today)) return { kind: 'around' };
  const year = yearMeant(said, today);
  return year === undefined ? undefined : { kind: 'year', year };
}

const meetingOf = (number = ''): PartRead => ({ kind: 'meeting', said: `第${numeralOf(number) ?? number}回` });

function fractionOf(said: string): PartRead | undefined {
  const fraction = fractionSaid(said);
  return fraction && { kind: 'fraction', ...fraction };
}

/** A text without some parts of it. */
function without(plain: string, parts: readonly { readonly from: number; readonly to: number }[]): string {
  if ([...plain].length !== plain.length) return plain;
  let [left, at] = ['', 0];
  for (const { from, to } of parts.toSorted((a, b) => a.from - b.from)) {
    left += plain.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  return left + plain.slice(at);
}

/** Stages that go on: 「まだ」 before one of them denies nothing. */
const STANDING = ['notStarted', 'considering', 'inProgress', 'confirmedNone'];
const STILL = /(?:まだまだ|まだ|いまだに|今も|いまも|現在も|引き続き|依然として|依然)[\s、]*$/;

/** まだ検討中 says that it is so, where まだ完了 does not. */
function withStanding(spans: readonly Span[], folded: string): Span[] {
  return spans.map((span, at) => {
    if (span.kind !== 'stage' || !STANDING.includes(span.stage)) return span;
    const start = spans[at - 1]?.to ?? 0;
    const still = STILL.exec(folded.slice(start, span.from));
    return still ? { ...span, from: start + still.index } : span;
  });
}

/** 工程表 is the item of that name only where its stage is told. */
function withAsked(spans: readonly Span[]): Span[] {
  const isTold = spans.some(({ kind }) => kind === 'stage');
  return spans.map((span) =>
    span.kind === 'key' && span.asked && !isTold ? { ...span.asked, from: span.from, to: span.to } : span,
  );
}

/** A name swallows the verb's noun: what was done to it is a stage all the same. */
function withDone(spans: Span[], folded: string): Span[] {
  return spans.flatMap((span, at) => {
    if (span.kind !== 'key' || spans.some(({ kind }) => kind === 'stage')) return [span];
    const until = spans[at + 1]?.from ?? folded.length;
    for (const { index, 0: said, 1: noun = '' } of folded.slice(span.from, until).matchAll(DONE)) {
      const [from, to] = [span.to, span.from + index + said.length];
      if (span.from + index + noun.length !== span.to) continue;
      const stage = /作成|公表|周知|整備|改定/.test(noun) ? 'done' : 'decided';
      return [span, { kind: 'stage', stage, from, to }];
    }
    return [span];
  });
}
