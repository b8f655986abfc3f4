import { catalogue } from '../../programme/catalogue.ts';
import { addDays, type Day } from '../../programme/day.ts';
import { addWeeks, weekOfDay } from '../../programme/week.ts';
import { ID_WORDS, type Key, keySaid } from './catalogue-names.ts';
import { DAY_WORDS, daySaid, daysSaid } from './days.ts';
import { fold, plainOf } from './fold.ts';
import type { Found, Lexicon } from './lexicon.ts';
import { createMarks, type Marks } from './marks.ts';
import { isMunicipalityHere } from './municipality-around.ts';
import type { MunicipalityName, NamedMunicipalities } from './municipality-names.ts';
import { AMOUNT_WORDS, FRACTION_WORDS, fractionSaid } from './numbers.ts';
import { numeralOf } from './numerals.ts';
import { TIME_WORDS, timeSaid, timesSaid } from './times.ts';
import type { Meaning } from './words.ts';
import { YEAR_OF_ITEM, YEAR_WORDS, yearSaid } from './years.ts';

/** What a part of a sentence was read as. */
type Read =
  | { readonly kind: 'key'; readonly keys: readonly Key[] }
  | { readonly kind: 'unknown-id'; readonly said: string }
  | { readonly kind: 'town'; readonly towns: readonly MunicipalityName[] }
  | Extract<Meaning, { kind: 'intent' }>
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'amount'; readonly said: string }
  | { readonly kind: 'url'; readonly said: string }
  | { readonly kind: 'meeting'; readonly said: string }
  | { readonly kind: 'fraction'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'day'; readonly said: string; readonly day: Day }
  | { readonly kind: 'days'; readonly days: readonly [Day, Day] }
  | { readonly kind: 'time'; readonly times: readonly [string, string?] }
  | { readonly kind: 'step'; readonly step: string }
  /** A fiscal year: 2024 for 令和6年度. */
  | { readonly kind: 'year'; readonly year: number }
  /** One of what an input of the command that is wanted offers. */
  | { readonly kind: 'choice'; readonly input: string; readonly value: string }
  /** Explained, and of no consequence: the prefecture, its 郡, the year, すみません. */
  | { readonly kind: 'around' };
export type Span = Read & { readonly from: number; readonly to: number };
export type SpanOf<K extends Span['kind']> = Extract<Span, { kind: K }>;

/** A sentence and its parts, in order, none over another. */
export type Sentence = {
  /** Letter for letter, for what is written down as it stands. */
  readonly typed: string;
  /** As typed, in one width. */
  readonly plain: string;
  readonly folded: string;
  readonly spans: readonly Span[];
};

const URL = /https?:\/\/[\w\-.~:/?#@!$&'*+,;=%]*[\w/=&#%-]/g;
const STEP = /(?:すてっぷ|step)\s*([0-3])(?!\d)/g;
const MEETING = /第\s?(\d{1,3}|[一二三四五六七八九十]+)回目?|(\d{1,3})回目/g;
const AROUND =
  /(?:先々週|先週|前週)(?:から|より)(?=.{0,4}(?:変|かわ))|す[みい]ません|申し訳(?:あり|ござい)ません|どう[ぞも]|今年度|本年度/g;
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
const RANGE = /(?:[-~〜–―ー]|から)/;
const DAYS_WORDS = new RegExp(
  `(?:${DAY_WORDS.source})${RANGE.source}(?:\\d{1,2}(?:日間|週間)|\\d{1,2}/\\d{1,2}(?![\\d/])日?|${DAY_WORDS.source}|\\d{1,2}(?:日(?!間)|(?![\\d日週ヶか])))(?:まで)?`,
  'giu',
);
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
  const marks = createMarks<Read>(plain, folded);
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
  marks.match(AMOUNT_WORDS, (said) => (/^(一度|一番|一つ)/.test(said) ? undefined : { kind: 'amount', said }));
  return { typed: text.normalize('NFC').trim(), plain, folded, spans: withDone(marks.inOrder(), folded) };
}

function matchMoments(marks: Marks<Read>, today: Day): void {
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

const daysOf = (days: readonly [Day, Day] | undefined): Read | undefined => days && { kind: 'days', days };

/** 先週, 来週 …: its working days. */
export function weekSaid(said: string, today: Day): readonly [Day, Day] | undefined {
  const away = WEEKS.get(said);
  if (away === undefined) return undefined;
  const monday = addWeeks(weekOfDay(today), away);
  return [monday, addDays(monday, 4)];
}

function wordOf({ meanings }: Found<Meaning>): Read | undefined {
  const keys = meanings.filter((meaning): meaning is Key => meaning.kind === 'item' || meaning.kind === 'kpi');
  if (keys.length > 0) return { kind: 'key', keys };
  const [first] = meanings;
  return first?.kind === 'stage' || first?.kind === 'intent' ? first : undefined;
}

function idOf(said: string): Read {
  const key = keySaid(said);
  return key ? { kind: 'key', keys: [key] } : { kind: 'unknown-id', said };
}

function stepOf(digit = ''): Read | undefined {
  const step = catalogue.steps.find(({ order }) => order === Number(digit));
  return step && { kind: 'step', step: step.id };
}

/** 令和6年度に実施 and 令和7年度以降 say when an item is carried out, and of what year nothing is asked. */
function yearRead(said: string, today: Day): Read | undefined {
  if (YEAR_OF_ITEM.test(said)) return { kind: 'around' };
  const year = yearSaid(said, today);
  return year === undefined ? undefined : { kind: 'year', year };
}

const meetingOf = (number = ''): Read => ({ kind: 'meeting', said: `第${numeralOf(number) ?? number}回` });

function fractionOf(said: string): Read | undefined {
  const fraction = fractionSaid(said);
  return fraction && { kind: 'fraction', ...fraction };
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
