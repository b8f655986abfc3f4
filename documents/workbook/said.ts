import { Day } from '../../programme/day.ts';
import type { Book } from '../xlsx/book.ts';
import { unescaped } from '../xlsx/escapes.ts';
import { type MomentParts, shownNumber, shownText, tidy } from '../xlsx/number-format.ts';
import type { RawCell } from '../xlsx/sheet.ts';
import { type Problem, problem } from './fault.ts';

/** What a cell says to whoever looks at it. */
export type CellSaid =
  | { readonly kind: 'nothing' }
  /** `lines`: the same with its line breaks, where it has any. */
  | { readonly kind: 'text'; readonly text: string; readonly lines?: string }
  | SaidNumber
  | { readonly kind: 'flag'; readonly flag: boolean }
  | SaidMoment
  /** An error of Excel's. */
  | { readonly kind: 'broken'; readonly text: string }
  /** What is seen and what is kept are not the same, or nothing can be seen. */
  | { readonly kind: 'unclear'; readonly problem: Problem };

type SaidNumber = {
  readonly kind: 'number';
  /** As it is kept: 0.62 of a cell that shows 62%. */
  readonly number: number;
  /** As it is seen. */
  readonly shown: string;
  /** As a count of days from 1899-12-30 on, whatever the workbook counts from. */
  readonly serial: number;
};

type SaidMoment = {
  readonly kind: 'moment';
  readonly day: string;
  readonly time: string;
  /** As it is kept: whole days before the point. */
  readonly days: number;
  readonly shows: MomentParts;
};

type Texts = Pick<Book, 'texts' | 'formats' | 'from1904'>;

const NOTHING: CellSaid = { kind: 'nothing' };
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** Days between the two origins of Excel's dates, 1899-12-30 and 1904-01-01. */
const FROM_1904 = 1462;
const EVERY_PART: MomentParts = { month: true, day: true, hour: true, minute: true };

export function cellSaid(cell: RawCell | undefined, book: Texts): CellSaid {
  if (!cell) return NOTHING;
  const format = cell.style === undefined ? book.formats[0] : book.formats[cell.style];
  if (cell.type === 'inlineStr') return textOf(cell.inline ?? cell.value ?? '', format);
  if (cell.type === 'str' && cell.value !== undefined) return textOf(unescaped(cell.value), format);
  const value = cell.value?.trim() ?? '';
  // A formula that was never worked out is kept without a value or with an empty one.
  if (value === '') return cell.isFormula ? { kind: 'broken', text: '計算結果なし' } : NOTHING;
  return typedValue(cell.type, value, format, book);
}

function typedValue(type: string, value: string, format: string | undefined, { texts, from1904 }: Texts): CellSaid {
  switch (type) {
    case 's':
      return textOf(texts[Number(value)], format);
    case 'b':
      return /^(1|true|0|false)$/i.test(value) ? { kind: 'flag', flag: /^[1t]/i.test(value) } : strange(value);
    case 'd':
      return isoMoment(value, format);
    case 'n':
      return numberOf(value, format, from1904);
    default:
      return strange(value);
  }
}

/** An error of Excel's, or what no workbook should hold. */
const strange = (value: string): CellSaid => ({ kind: 'broken', text: value.slice(0, 20) });

/** Characters nobody can see, which copying from mails and web pages brings along. */
const INVISIBLE = /\p{Cf}/gu;
const BLANK = /[\p{Cc}\s]+/gu;

function textOf(raw: string | undefined, format = 'General'): CellSaid {
  if (raw === undefined) return { kind: 'broken', text: '文字がない' };
  const text = cleaned(raw);
  const shown = text === '' ? '' : cleaned(shownText(text, format));
  if (text !== '' && shown === '') return hidden(text);
  if (shown === '') return NOTHING;
  return /[\r\n]/.test(raw.trim()) ? { kind: 'text', text: shown, lines: linesOf(raw) } : { kind: 'text', text: shown };
}

const linesOf = (raw: string): string =>
  raw
    .split(/\r\n?|\n/)
    .map(cleaned)
    .join('\n')
    .trim();

const cleaned = (raw: string): string => raw.replace(INVISIBLE, '').replace(BLANK, ' ').trim();

function hidden(value: string): CellSaid {
  const what = `「${value.slice(0, 30)}」が入っていますが、表示形式のために見えません`;
  return { kind: 'unclear', problem: problem(what, '値を消すか、表示形式を「標準」にしてください') };
}

function numberOf(value: string, format: string | undefined, from1904: boolean): CellSaid {
  const number = Number(value);
  if (!Number.isFinite(number) || format === undefined) return strange(value);
  const shown = shownNumber(number, format);
  const serial = from1904 ? number + FROM_1904 : number;
  if (shown.kind === 'moment') return momentOf(number, serial, shown.parts);
  return shown.text === '' ? hidden(value) : { kind: 'number', number, shown: shown.text, serial };
}

/** Times are kept as fractions of a day; a second is more than their rounding. Seconds themselves are not read. */
function momentOf(number: number, serial: number, shows: MomentParts): CellSaid {
  const at = new Date(EPOCH + Math.round(serial * 86_400) * 1000);
  const year = at.getUTCFullYear();
  if (number < 0 || !(year >= 1899 && year <= 9999)) return { kind: 'broken', text: '日付' };
  const iso = at.toISOString();
  return { kind: 'moment', day: iso.slice(0, 10), time: iso.slice(11, 16), days: number, shows };
}

const ISO = /^(\d{4}-\d{2}-\d{2})?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/;

/** Dates written as such, which strict workbooks hold. A cell without a format of its own shows all there is. */
function isoMoment(value: string, format: string | undefined): CellSaid {
  const [whole, day, hours = '0', minutes = '0', seconds = '0'] = ISO.exec(value) ?? [];
  const midnight = Date.parse(`${day ?? '1899-12-30'}T00:00:00Z`);
  const fraction = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  const isTime = fraction < 1 && Number(minutes) < 60;
  if (!whole || !isTime || (day !== undefined && !Day.safeParse(day).success) || format === undefined)
    return strange(value);
  const serial = (midnight - EPOCH) / DAY_MS + fraction;
  const shown = shownNumber(serial, format);
  return momentOf(serial, serial, shown.kind === 'moment' ? shown.parts : EVERY_PART);
}

/** The cell as text for messages and for words in it: half width, single spaces. */
export function plain(said: CellSaid): string {
  switch (said.kind) {
    case 'text':
      return said.text.normalize('NFKC').trim();
    case 'number':
      return cleaned(said.shown.normalize('NFKC'));
    case 'flag':
      return said.flag ? 'TRUE' : 'FALSE';
    case 'moment':
      return momentText(said);
    case 'broken':
      return said.text;
    default:
      return '';
  }
}

function momentText({ day, time, days }: SaidMoment): string {
  if (days < 1) return time;
  return Number.isInteger(tidy(days)) ? day : `${day} ${time}`;
}
