import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  Day,
  dayOf,
  daysBetween,
  fiscalYearName,
  fiscalYearOf,
  fullDate,
  instantOf,
  shortDate,
  shortMoment,
  timeOf,
  weekdayOf,
} from './day.ts';

const instant = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2080-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const day = instant.map(dayOf);
const count = fc.integer({ min: -2000, max: 2000 });

describe('a day in Japan', () => {
  it('begins at 15:00 UTC of the day before', () => {
    expect(dayOf(new Date('2024-09-19T14:59:59.999Z'))).toBe('2024-09-19');
    expect(dayOf(new Date('2024-09-19T15:00:00Z'))).toBe('2024-09-20');
    expect(dayOf(new Date('2024-12-31T15:00:00Z'))).toBe('2025-01-01');
    expect(timeOf(new Date('2024-09-19T14:59:00Z'))).toBe('23:59');
    expect(timeOf(new Date('2024-09-19T15:00:00Z'))).toBe('00:00');
  });

  it('and its time name the instant they were read from, to the minute', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const minute = Math.floor(at.getTime() / 60_000) * 60_000;
        expect(instantOf(dayOf(at), timeOf(at)).getTime()).toBe(minute);
      }),
    );
  });

  it('starts at midnight and is over a day later', () => {
    fc.assert(
      fc.property(day, (d) => {
        const start = instantOf(d);
        expect([dayOf(start), timeOf(start)]).toEqual([d, '00:00']);
        expect(dayOf(new Date(start.getTime() - 1))).toBe(addDays(d, -1));
        expect(dayOf(new Date(start.getTime() + 86_400_000))).toBe(addDays(d, 1));
      }),
    );
  });

  it.each(['2024-02-29', '2024-10-03', '2025-12-31'])('%s is one', (good) => {
    expect(Day.safeParse(good).success).toBe(true);
  });

  it.each([
    '2023-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-2-9',
    '2024/10/03',
    '２０２４-10-03',
    '2024-10-03T00:00',
    '',
  ])('%p is none', (bad) => {
    expect(Day.safeParse(bad).success).toBe(false);
  });
});

describe('counting days', () => {
  it('forth and back again ends where it began', () => {
    fc.assert(
      fc.property(day, count, (d, n) => {
        const other = addDays(d, n);
        expect(addDays(other, -n)).toBe(d);
        expect(daysBetween(d, other)).toBe(n);
        expect(weekdayOf(other)).toBe((((weekdayOf(d) + n) % 7) + 7) % 7);
        expect(Math.sign(n)).toBe(other < d ? -1 : other > d ? 1 : 0);
      }),
    );
  });

  it('by months keeps the date, or takes the last day of a shorter month', () => {
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2024-12-03', -1)).toBe('2024-11-03');
    expect(addMonths('2025-01-15', -1)).toBe('2024-12-15');
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (d, n) => {
        const other = addMonths(d, n);
        const isSameDate = other.slice(8) === d.slice(8);
        const isLastOfShorterMonth = addDays(other, 1).endsWith('-01') && other.slice(8) < d.slice(8);
        expect(isSameDate || isLastOfShorterMonth).toBe(true);
        const months = (of: Day) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
        expect(months(other) - months(d)).toBe(n);
      }),
    );
  });
});

describe('how dates read', () => {
  it.each([
    ['2024-09-20', '令和6年9月20日（金）', '9/20(金)'],
    ['2025-01-01', '令和7年1月1日（水）', '1/1(水)'],
    ['2019-05-01', '令和元年5月1日（水）', '5/1(水)'],
    ['2019-12-31', '令和元年12月31日（火）', '12/31(火)'],
    ['2020-01-01', '令和2年1月1日（水）', '1/1(水)'],
    ['2019-04-30', '2019年4月30日（火）', '4/30(火)'],
  ])('%s', (d, full, short) => {
    expect(fullDate(d)).toBe(full);
    expect(shortDate(d)).toBe(short);
  });

  it('a moment shows the day and the minute of Japan', () => {
    expect(shortMoment(new Date('2024-09-20T06:04:59Z'))).toBe('9/20(金) 15:04');
    expect(shortMoment(new Date('2024-09-19T15:00:00Z'))).toBe('9/20(金) 00:00');
  });
});

describe('the fiscal year', () => {
  it.each([
    ['2024-03-31', 2023],
    ['2024-04-01', 2024],
    ['2024-12-31', 2024],
    ['2025-01-01', 2024],
    ['2025-03-31', 2024],
    ['2025-04-01', 2025],
  ])('%s belongs to %i', (d, year) => {
    expect(fiscalYearOf(d)).toBe(year);
  });

  it('is named by its era, which starts with 元; before it by its number', () => {
    expect(fiscalYearName(2024)).toBe('令和6年度');
    expect(fiscalYearName(2020)).toBe('令和2年度');
    expect(fiscalYearName(2019)).toBe('令和元年度');
    expect(fiscalYearName(2018)).toBe('2018年度');
  });
});

describe('where the process runs', () => {
  const program = `
    import * as day from ${JSON.stringify(`file://${process.cwd()}/programme/day.ts`)};
    import * as week from ${JSON.stringify(`file://${process.cwd()}/programme/week.ts`)};
    // Around the nights on which New York and Lord Howe change their clocks, and a day Samoa skipped.
    const at = ['2024-03-10T06:30:00Z', '2024-11-03T05:30:00Z', '2024-10-05T15:30:00Z', '2011-12-30T10:00:00Z'];
    console.log(JSON.stringify(at.map((moment) => new Date(moment)).map((now) => [
      day.dayOf(now), day.timeOf(now), day.shortMoment(now), day.fullDate(day.dayOf(now)), day.fiscalYearOf(day.dayOf(now)),
      day.addDays(day.dayOf(now), 1), day.addMonths(day.dayOf(now), -1), day.weekdayOf(day.dayOf(now)),
      day.instantOf(day.dayOf(now), '09:00').toISOString(), week.weekOf(now), week.closesAt(week.weekOf(now)).toISOString(),
    ])));`;
  const runIn = (zone: string) =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });

  it('changes nothing', () => {
    const inJapan = runIn('Asia/Tokyo');
    expect(inJapan).toContain(
      '"2024-03-10","15:30","3/10(日) 15:30","令和6年3月10日（日）",2023,"2024-03-11","2024-02-10",0',
    );
    for (const zone of ['UTC', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe']) {
      expect([zone, runIn(zone)]).toEqual([zone, inJapan]);
    }
  });
});
