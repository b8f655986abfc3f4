import { addDays, addMonths, type Day } from '../../../programme/day.ts';
import { weekOfDay } from '../../../programme/week.ts';
import type { TitledMeeting } from '../../inputs/meeting-titles.ts';
import type { Span, SpanOf } from '../parts/span.ts';

const NOUN = /会議|打ち?合わ?せ|ミーティング|研修|勉強会|説明会/gu;
/** 17欠席: a date and nothing else in front of the answer. */
const BARE = /^\s*(\d{1,2})日?(?:は|の)?\s*(?=欠席|出席|不参加|参加|出ます|出られ|行け)/u;
const WHEN = /再来週|来週|今週|再来月|来月|今月|(?<!\d)\d{1,2}月|次回?|今度|(?<![\d/月:.-])\d{1,2}日?$/gu;
const NAME = /[\p{Script=Han}\p{Script=Katakana}ー]{2,16}(?:さん|様)?(?:との|と|の)?$/u;
const BEHIND_NAME = /(?:さん|様)?(?:との|と|の)?$/u;
const WEEKS: Readonly<Record<string, number>> = { 今週: 0, 来週: 1, 再来週: 2 };
const MONTHS: Readonly<Record<string, number>> = { 今月: 0, 来月: 1, 再来月: 2 };
/** A date without its month lies within so many days. */
const DAYS_AHEAD = 31;

type Said = {
  readonly from: number;
  readonly to: number;
  readonly when: string;
  readonly name: string;
  readonly noun: string;
};

/** The meetings ahead and behind, the day it is, and the command that is wanted. */
type Around = { readonly titles: readonly TitledMeeting[]; readonly today: Day; readonly wanted: string };

/**
 * 来週の会議, 次回の塩尻さんとの打合せ, 22研修, 17欠席: the one meeting ahead that this can be, as a part of the sentence in place
 * of what it was read as; undefined where it is none or one of several, or where its day was said.
 */
export function meetingMeant(
  plain: string,
  spans: readonly Span[],
  { titles, today, wanted }: Around,
): readonly Span[] | undefined {
  const said = saidIn(plain);
  const dated = onDay(plain, spans, titles);
  if (dated) return dated;
  const isDated = (span: Span) => span.kind === 'meeting' || (span.kind === 'day' && span.from < (said?.to ?? 0));
  if (!said || spans.some(isDated)) return undefined;
  const fitting = titles
    .filter((each) => each.day >= today && fits(said, each, today))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const isNext = /^(?:次|今度)/.test(said.when);
  const [meeting, ...others] = isNext ? fitting.filter(({ day }) => day === fitting[0]?.day) : fitting;
  if (!meeting || others.length > 0) return undefined;
  const isOnly = titles.filter(({ day }) => day === meeting.day).length === 1;
  // 会議 that asks for the list of meetings still asks for it behind a name.
  const asked = spans.find(
    (span) =>
      span.kind === 'intent' &&
      span.from < said.to &&
      (span.to > said.to || (span.to === said.to && span.command === wanted)),
  );
  const to = asked ? asked.from : said.to;
  const named = {
    kind: 'meeting' as const,
    said: isOnly ? meeting.day : `${meeting.day} ${meeting.title}`,
    from: said.from,
    to,
  };
  return withNamedMeeting(spans, named);
}

/** 小海町打合せ、代わりに小林が出ます: with a meeting in place of what it was read as; what reaches beyond it goes on there. */
export function withNamedMeeting(spans: readonly Span[], named: SpanOf<'meeting'>): readonly Span[] {
  const others = spans.flatMap((span) => {
    if (span.to <= named.from || span.from >= named.to) return [span];
    const isBeyond = (span.kind === 'intent' || span.kind === 'around') && span.to > named.to;
    return isBeyond ? [{ ...span, from: named.to }] : [];
  });
  return [...others, named].toSorted((a, b) => a.from - b.from);
}

/** 12/8の研修: the noun behind the day of a meeting names it, where there is no other one then. */
function onDay(plain: string, spans: readonly Span[], titles: readonly TitledMeeting[]): readonly Span[] | undefined {
  for (const span of spans) {
    if (span.kind !== 'day') continue;
    const [said, noun = ''] = BEHIND_DAY.exec(plain.slice(span.to)) ?? [];
    const then = titles.filter(({ day }) => day === span.day);
    const [only, ...others] = then;
    if (said === undefined || !only || others.length > 0 || !spelled(only.title).includes(spelled(noun))) continue;
    const named = { kind: 'meeting' as const, said: span.day, from: span.from, to: span.to + said.length };
    return withNamedMeeting(spans, named);
  }
  return undefined;
}
const BEHIND_DAY = /^の?(研修|勉強会|説明会)/u;

function saidIn(plain: string): Said | undefined {
  const [bare, date = ''] = BARE.exec(plain) ?? [];
  const from = plain.indexOf(date);
  if (bare !== undefined) return { from, to: from + date.length, when: date, name: '', noun: '' };
  for (const { index, 0: noun } of plain.matchAll(NOUN)) {
    const said = namedBefore(plain, index);
    if (said) return { ...said, to: index + noun.length, noun };
  }
  return undefined;
}

/** What stands before 会議 and the like in its clause: when it is, and what it is called or with whom. */
function namedBefore(plain: string, at: number): Pick<Said, 'from' | 'when' | 'name'> | undefined {
  const start = Math.max(...['、', '。', '\n', ','].map((sign) => plain.lastIndexOf(sign, at - 1) + 1));
  const lead = plain.slice(start, at);
  const when = [...lead.matchAll(WHEN)].at(-1);
  const behind = when ? lead.slice(when.index + when[0].length) : (NAME.exec(lead)?.[0] ?? '');
  const name = behind.replace(/^日?の?/u, '').replace(BEHIND_NAME, '');
  if (/\s/.test(name) || (!when && name === '')) return undefined;
  return { from: when ? start + when.index : at - behind.length, when: when?.[0] ?? '', name };
}

function fits({ when, name, noun }: Said, { title, day }: TitledMeeting, today: Day): boolean {
  const plain = spelled(title);
  const isOfKind = noun === '' || noun === '会議' || plain.includes(spelled(noun));
  return isOfKind && isThen(when, day, today) && plain.includes(spelled(name));
}

/** 打ち合わせ and 打合せ are one word. */
const spelled = (said: string): string => said.replace(/\s/g, '').replace(/打ち?合わ?せ/g, '打合せ');

function isThen(when: string, day: Day, today: Day): boolean {
  const weeks = WEEKS[when];
  if (weeks !== undefined) return weekOfDay(day) === addDays(weekOfDay(today), weeks * 7);
  const months = MONTHS[when];
  if (months !== undefined) return day.slice(0, 7) === addMonths(`${today.slice(0, 7)}-01`, months).slice(0, 7);
  const [, number, unit] = /^(\d{1,2})(月|日)?$/.exec(when) ?? [];
  if (number === undefined) return true;
  if (unit === '月') return Number(day.slice(5, 7)) === Number(number) && day < addMonths(today, 11);
  return Number(day.slice(8)) === Number(number) && day <= addDays(today, DAYS_AHEAD);
}
