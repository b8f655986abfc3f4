import { dayOf } from '../day.ts';
import { hoursText, rateText } from '../support/figure-texts.ts';
import { yearSpan } from '../support/month.ts';
import { unconfirmedOf } from '../support/support-figures.ts';
import { type MunicipalSupport, type SupportRow, supportOverview } from '../support/support-overview.ts';
import { currentVisit } from '../visits/visit-record.ts';
import { countedFigure } from './drawn-figure.ts';
import type { Figure, FigureRecord, ReportBlock, ReportCell, ReportPart, ReportRow } from './figure.ts';
import type { FinalRecords } from './final-records.ts';

const NONE = '―';
const PER_DAY = '同じ団体の同じ日は1日';

/** 派遣実績, as 派遣状況 counts the year. */
export function dispatchChapter(records: FinalRecords): ReportPart {
  const { programme, support, now } = records;
  const span = yearSpan(programme.fiscalYear);
  const overview = supportOverview(support, span, { today: dayOf(now), closures: programme.closures });
  const rows = overview.rows.map((row) => rowOf(row, visitsIn(support, row, span)));
  const without = overview.without.map(
    ({ code, name }): ReportRow => ({
      municipality: code,
      cells: [name, '対象外（派遣なし）', NONE, NONE, NONE, NONE],
    }),
  );
  const table: ReportBlock = {
    heading: '市町村別の派遣実績',
    table: {
      head: ['市町村', '回数', '日数', '時間', '対面率', '未確認'],
      shares: [4, 7, 4, 6, 7, 4],
      rows: [...rows, ...without].toSorted((a, b) => (a.municipality ?? '').localeCompare(b.municipality ?? '')),
    },
    note: '団体コードの順です。対面率は、対面の回数を全体の回数で割ったものです。',
  };
  return { chapter: 3, title: '派遣実績', blocks: [totalsBlock(overview), table] };
}

type Overview = ReturnType<typeof supportOverview>;

function totalsBlock({ rows, total, consumption, recorded, replacements }: Overview): ReportBlock {
  const served = rows.filter(({ figures }) => figures.visits > 0);
  const all = (name: string) => served.map(({ municipality }) => `${name}/${municipality.code}`);
  const { days, planned } = consumption;
  const cells: (readonly [string, ReportCell])[] = [
    ['回数', countedFigure({ key: 'visits', what: '派遣の回数', count: total.visits, unit: '回', of: all('visits') })],
    [
      '日数',
      countedFigure({ key: 'days', what: '派遣の日数', count: total.days, unit: '日', of: all('days'), rule: PER_DAY }),
    ],
    [
      '時間',
      { key: 'minutes', what: '派遣の時間', text: hoursText(total.minutes), value: total.minutes, of: all('minutes') },
    ],
    ['対面率', rateFigure('in-person', '対面率', total.inPerson, total.visits, all('in-person'))],
    [
      '記録のある団体',
      countedFigure({
        key: 'recorded',
        what: '派遣の記録のある団体',
        count: recorded,
        unit: '団体',
        of: all('visits'),
      }),
    ],
    [
      '計画の消化',
      planned === 0
        ? '計画日数がありません'
        : {
            key: 'consumption',
            what: '計画日数に対する日数',
            text: rateText(days, planned, '日'),
            value: days,
            of: all('days'),
            rule: '計画日数のない団体を除く',
          },
    ],
    [
      '交代（市町村ごと）',
      countedFigure({
        key: 'replacements',
        what: '派遣人材の交代（市町村ごと）',
        count: replacements,
        unit: '件',
        rule: '前任のある派遣を、市町村ごとに1件と数える。1人が3つの市町村を引き継いだときは3件',
      }),
    ],
  ];
  return { heading: '全体', facts: cells.map(([label, cell]) => ({ label, cell })) };
}

/** 83.3%（40/48）: what a program compares is the numerator; the denominator is a figure of its own beside it. */
const rateFigure = (key: string, what: string, numerator: number, denominator: number, of: string[]): ReportCell =>
  denominator === 0
    ? NONE
    : {
        key,
        what,
        text: rateText(numerator, denominator),
        value: numerator,
        of,
        rule: '対面の回数÷回数（合算してから割る）',
      };

function rowOf({ municipality, figures }: SupportRow, records: readonly FigureRecord[]): ReportRow {
  const { code, name } = municipality;
  const { visits, days, minutes, inPerson, unrecorded } = figures;
  const key = (what: string) => `${what}/${code}`;
  const of = [key('visits')];
  const open = unconfirmedOf(figures);
  const first: Figure = countedFigure({
    ...{ key: key('visits'), what: `${name} 訪問の回数`, count: visits, unit: '回' },
    records: [...records],
  });
  if (visits === 0) {
    const none = unrecorded > 0 ? `未報告 ${unrecorded}回` : '訪問の記録なし';
    return { municipality: code, cells: [name, none, NONE, NONE, NONE, NONE] };
  }
  return {
    municipality: code,
    cells: [
      name,
      first,
      countedFigure({ key: key('days'), what: `${name} 訪問の日数`, count: days, unit: '日', of, rule: PER_DAY }),
      { key: key('minutes'), what: `${name} 訪問の時間`, text: hoursText(minutes), value: minutes, of },
      rateFigure(key('in-person'), `${name} 対面率`, inPerson, visits, of),
      countedFigure({ key: key('unconfirmed'), what: `${name} 市町村の確認のない訪問`, count: open, unit: '回', of }),
    ],
  };
}

function visitsIn(
  support: readonly MunicipalSupport[],
  { municipality }: SupportRow,
  { from, until }: { readonly from: string; readonly until: string },
): readonly FigureRecord[] {
  const own = support.find((each) => each.municipality.code === municipality.code);
  return (own?.visits ?? []).flatMap((record) => {
    const current = currentVisit(record);
    if (!current || current.content.day < from || current.content.day > until) return [];
    const { id, municipality: code } = record;
    return [{ kind: 'visitRecords', id, municipality: code, version: current.number, day: current.content.day }];
  });
}
