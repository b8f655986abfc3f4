import { Day, fiscalYearName, weekdayOf } from '../../programme/day.ts';
import type { ItemYear, WeeklySlot } from '../../programme/programme.ts';
import { tidy } from '../xlsx/number-format.ts';
import { type Cell, type Read, saysNone, unreadable } from './cells.ts';
import { type Problem, problem } from './fault.ts';
import { type CellSaid, plain } from './said.ts';

type Moment = Extract<CellSaid, { kind: 'moment' }>;

const WEEKDAYS = '日月火水木金土';
const REIWA = 2018;
/** Days counted from 1899-12-30. Outside 2009–2064 a bare number in a date cell is a slip, not a date. */
const SERIAL = { epoch: Date.UTC(1899, 11, 30), from: 40_000, below: 60_000 };

const DAY_EXPECTS = '「2024/8/15」か「令和6年8月15日」の形で書いてください';
const ERA_DAY = /^(?:令和|令|R)(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i;
const PLAIN_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const BARE_DAY = /^(\d{4})(\d{2})(\d{2})$/;

export const dayCell: Cell<Day> = {
  expects: DAY_EXPECTS,
  width: 16,
  format: 'yyyy/m/d',
  read(said) {
    if (said.kind === 'moment') return dayOfMoment(said);
    if (said.kind === 'number' && said.serial >= SERIAL.from && said.serial < SERIAL.below) {
      return checkedDay(new Date(SERIAL.epoch + Math.floor(said.serial) * 86_400_000).toISOString().slice(0, 10), said);
    }
    return dayFromText(said);
  },
};

/** A day of which a person sees only the month, or only the time, may be another one than they mean. */
function dayOfMoment(said: Moment): Read<Day> {
  if (said.days < 1) return unreadable(said, DAY_EXPECTS);
  if (said.shows.day && said.shows.month) return checkedDay(said.day, said);
  const what = `日にちまで表示されていません（セルの中は${said.day}です）`;
  return problem(what, `日にちまで、${DAY_EXPECTS}`);
}

function dayFromText(said: CellSaid): Read<Day> {
  const written = plain(said).replace(/\s/g, '');
  const weekday = /\(([日月火水木金土])(?:曜日?)?\)$/.exec(written)?.[1];
  const bare = written.replace(/\([^)]*\)$/, '');
  if (/^\d{1,2}[/月]\d{1,2}日?$/.test(bare))
    return problem(`「${bare}」には年がありません`, `年も入れて${DAY_EXPECTS}`);
  const iso = isoOf(bare);
  if (iso === undefined) return unreadable(said, DAY_EXPECTS);
  const read = checkedDay(iso, said);
  if ('value' in read && weekday !== undefined && WEEKDAYS[weekdayOf(iso)] !== weekday) {
    return problem(
      `「${written}」は曜日が合いません（正しくは${WEEKDAYS[weekdayOf(iso)]}曜）`,
      '日付と曜日のどちらかを直してください',
    );
  }
  return read;
}

function isoOf(written: string): string | undefined {
  const era = ERA_DAY.exec(written);
  const [, year, month, date] = era ?? PLAIN_DAY.exec(written) ?? BARE_DAY.exec(written) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return `${era ? eraYear(year) : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

const eraYear = (year: string): number => REIWA + (year === '元' ? 1 : Number(year));

function checkedDay(iso: string, said: CellSaid): Read<Day> {
  if (!Day.safeParse(iso).success) return problem(`「${plain(said)}」という日はありません`, DAY_EXPECTS);
  if (iso < '2019-05-01' || iso > '2099-12-31') {
    return problem(`「${plain(said)}」は年が範囲の外です`, '令和の日付を書いてください');
  }
  return { value: iso };
}

/** 誓約日; なし where it has not been given yet. */
export const pledgedCell: Cell<Day | 'none'> = {
  ...dayCell,
  read: (said, known) => (saysNone(plain(said)) ? { value: 'none' } : dayCell.read(said, known)),
};

const TIME_EXPECTS = '「14:00」の形で書いてください';
const TIME = /^(午前|午後|AM|PM)?(\d{1,2})(?::(\d{2})(?::00)?|時(?:(\d{1,2})分|(半))?)$/i;

export const timeCell: Cell<string> = {
  expects: TIME_EXPECTS,
  width: 10,
  format: 'h:mm',
  read(said) {
    if (said.kind === 'moment') return timeOfMoment(said);
    // A time without a format of its own is seen as the part of a day that it is.
    if (said.kind === 'number' && said.number > 0 && said.number < 1 && plain(said) === String(tidy(said.number))) {
      return { value: clock(0, Math.round(said.number * 1440) % 1440) };
    }
    if (said.kind === 'number' && /^[-\d.,]+$/.test(plain(said))) return notATime(said.number, plain(said));
    const value = timeOf(plain(said));
    return value === undefined ? unreadable(said, TIME_EXPECTS) : { value };
  },
};

/** A cell that shows hours and minutes may hold a day as well, which nobody sees: 9 typed into it is the ninth day. */
function timeOfMoment(said: Moment): Read<string> {
  if (said.days >= 1) return notATime(said.days, plain(said));
  const { hour, minute } = said.shows;
  const isWhole = hour && (minute || said.time.endsWith(':00'));
  // In the format of a day, a time is seen as no day there is: nobody takes it for another time.
  if (isWhole || !(hour || minute)) return { value: said.time };
  return problem(`時刻が最後まで表示されていません（セルの中は${said.time}です）`, TIME_EXPECTS);
}

/** 9 and 1330, as they are typed in a hurry, get what was probably meant. */
function notATime(number: number, shown: string): Problem {
  if (!Number.isInteger(number)) return problem(`「${shown}」は時刻ではありません`, TIME_EXPECTS);
  const [hour, minute] = number < 24 ? [number, 0] : [Math.floor(number / 100), number % 100];
  const meant = hour < 24 && minute < 60 ? `「${hour}:${String(minute).padStart(2, '0')}」のように` : '';
  return problem(`「${number}」は時刻ではありません`, `${meant}${TIME_EXPECTS}`);
}

function timeOf(written: string): string | undefined {
  const match = TIME.exec(written.replace(/\s/g, ''));
  if (!match) return undefined;
  const [, half = '', hours = '', colonMinutes, kanjiMinutes, halfPast] = match;
  const afternoon = /午後|PM/i.test(half);
  const hour = Number(hours);
  const minute = halfPast ? 30 : Number(colonMinutes ?? kanjiMinutes ?? 0);
  if (hour > (half ? 12 : 23) || minute > 59) return undefined;
  return clock(half ? (hour % 12) + (afternoon ? 12 : 0) : hour, minute);
}

const clock = (hour: number, minute: number): string =>
  `${String(hour + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const SLOT_EXPECTS = '「月 09:00」のように曜日と時刻を書いてください';

export const slotCell: Cell<WeeklySlot> = {
  expects: SLOT_EXPECTS,
  width: 16,
  format: '@',
  read(said) {
    const match = /^(?:毎週)?\(?([日月火水木金土])(?:曜日?)?\)?の?(.+)$/.exec(plain(said).replace(/\s/g, ''));
    const at = match && timeOf(match[2] ?? '');
    if (!match || !at) return unreadable(said, SLOT_EXPECTS);
    return { value: { weekday: WEEKDAYS.indexOf(match[1] ?? ''), time: at } };
  },
};

const FISCAL_YEAR_EXPECTS = '「令和6年度」の形で書いてください';

export const fiscalYearCell: Cell<number> = {
  expects: FISCAL_YEAR_EXPECTS,
  width: 16,
  format: '@',
  read(said) {
    const written = plain(said).replace(/\s/g, '');
    const [, era, year] = /^(令和|令|R)?(\d{1,4}|元)(?:年度?)?$/i.exec(written) ?? [];
    const value = year === undefined ? 0 : era ? eraYear(year) : Number(year);
    return value >= 2019 && value < 2100 ? { value } : unreadable(said, FISCAL_YEAR_EXPECTS);
  },
};

/** 令和6年度 / 令和7年度以降 / 対象外, relative to the programme's year. While that is unknown, only the form counts. */
export const itemYearCell: Cell<ItemYear> = {
  expects: '「令和6年度」「令和7年度以降」「対象外」（事業の年度とその翌年度）のどれかを書いてください',
  width: 16,
  format: '@',
  list: { words: "'一覧'!$K$2:$K$4", strict: false },
  read(said, { fiscalYear: current }) {
    const written = plain(said).replace(/\s/g, '');
    if (written === '対象外') return { value: 'none' };
    const [, year, later] = /^(?:令和|令|R)(\d{1,2}|元)(?:年度?)?(?:に?実施)?(以降)?$/i.exec(written) ?? [];
    if (year === undefined) return unreadable(said, yearsExpected(current));
    const value: ItemYear = later ? 'later' : 'this';
    const expected = (current ?? 0) + (later ? 1 : 0);
    if (current !== undefined && eraYear(year) !== expected) {
      return problem(`「${plain(said)}」は事業の年度と合いません`, yearsExpected(current));
    }
    return { value };
  },
};

function yearsExpected(current: number | undefined): string {
  if (current === undefined) return itemYearCell.expects;
  return `「${fiscalYearName(current)}」「${fiscalYearName(current + 1)}以降」「対象外」のどれかを書いてください`;
}
