import { findItem, findStage, type Kpi } from '../catalogue.ts';
import { type Day, dayOf, fullDate } from '../day.ts';
import type { MunicipalityRecords } from '../digest/digest.ts';
import { plannedYear } from '../initiatives/open-initiatives.ts';
import { itemYearName } from '../programme.ts';
import { currentVersion, type ItemRecord, itemStandingName, stageName } from '../progress/item-record.ts';
import { type KpiRecord, lastSaid } from '../progress/kpi-record.ts';
import { readingText, valueText } from '../progress/kpi-value.ts';
import { yearlyId } from '../progress/record-year.ts';
import { type StepStanding, stepStandings } from '../progress/step-standing.ts';
import { stateNames } from '../provenance.ts';
import type { Week } from '../week.ts';
import { draftedAfter, draftedBefore, draftedRemaining } from './drafted-texts.ts';
import { countedFigure, ofRecord } from './drawn-figure.ts';
import type { ReportBlock, ReportCell, ReportPart, ReportRow } from './figure.ts';
import { type FinalRecords, reportWeek } from './final-records.ts';
import { textKey } from './final-section.ts';
import { initiativesBlock } from './initiatives-block.ts';
import { judged } from './judged-kpi.ts';
import { isFinallyAchieved, missingInStep } from './missing-kpi.ts';
import { simplePlanBlock } from './simple-plan-block.ts';

const NONE = '―';

/** 市町村別の報告: a part for each, in the order of the codes. */
export const municipalChapter = (records: FinalRecords): readonly ReportPart[] =>
  records.towns.map((town) => townPart(town, records));

function townPart(town: MunicipalityRecords, records: FinalRecords): ReportPart {
  const { code, name } = town.municipality;
  const week = reportWeek(records);
  const own = records.initiatives.filter(({ municipality }) => municipality === code);
  const plan = records.plans.find(({ municipality }) => municipality === code);
  return {
    chapter: 4,
    municipality: code,
    title: `${name}（${code}）`,
    blocks: [
      { heading: '支援前', text: { key: textKey('before', code), drafted: draftedBefore(town) } },
      { heading: '支援後', text: { key: textKey('after', code), drafted: draftedAfter(town, week) } },
      stepsBlock(town, week),
      itemsBlock(town, records),
      kpisBlock(town, week),
      simplePlanBlock(town.municipality, plan),
      initiativesBlock(town.municipality, plannedYear(records.programme.fiscalYear), own),
      { heading: '残課題', text: { key: textKey('remaining', code), drafted: draftedRemaining(town) } },
    ],
  };
}

function stepsBlock({ municipality, records }: MunicipalityRecords, week: Week): ReportBlock {
  return {
    heading: 'ステップの達成',
    table: {
      head: ['ステップ', '今年度の項目', '80%以上の項目', '進み具合', '達成'],
      shares: [7, 4, 4, 4, 6],
      rows: stepStandings(records).map((standing) => stepRow(standing, municipality, records, week)),
    },
  };
}

type Town = MunicipalityRecords['municipality'];

function stepRow(
  standing: StepStanding,
  { code, name }: Town,
  progress: MunicipalityRecords['records'],
  week: Week,
): ReportRow {
  const { step, items, settled, percent, earlier } = standing;
  const title = `${step.order} ${step.name}`;
  if (items === 0)
    return { municipality: code, cells: [title, earlier ? '前年度までに完了' : '対象の項目なし', NONE, NONE, NONE] };
  const of = progress.catalogue.items
    .filter((item) => item.step === step.id && progress.items.get(item.id)?.year === 'this')
    .map(({ id }) => `stage/${code}/${id}`);
  const key = (what: string) => `${what}/${code}/${step.id}`;
  const what = `${name} ステップ${step.order}`;
  const lacking = missingInStep(standing, progress, week).map(({ kpi }) => kpi.id);
  const isDone = isFinallyAchieved(standing, progress, week);
  const why = lacking.length > 0 && !isDone ? `（KPIの値か目標なし: ${[...new Set(lacking)].join('、')}）` : '';
  return {
    municipality: code,
    cells: [
      title,
      countedFigure({ key: key('items'), what: `${what} 今年度の項目`, count: items, unit: '件', of }),
      countedFigure({ key: key('settled'), what: `${what} 80%以上の項目`, count: settled, unit: '件', of }),
      {
        key: key('percent'),
        what: `${what} 進み具合`,
        text: `${percent}%`,
        value: percent,
        of,
        rule: '項目の平均（未報告は0）',
      },
      {
        key: key('achieved'),
        what: `${what} 達成`,
        text: `${isDone ? '達成' : '未達成'}${why}`,
        value: isDone ? 1 : 0,
        of,
        rule: '全項目80%以上・根拠あり・KPIの目標達成',
      },
    ],
  };
}

function itemsBlock({ municipality, records }: MunicipalityRecords, { programme }: FinalRecords): ReportBlock {
  const rows = records.catalogue.items.flatMap(({ id }) => {
    const record = records.items.get(id);
    return record && record.year !== 'none' ? [itemRow(record, municipality, programme.fiscalYear)] : [];
  });
  return {
    heading: '項目ごとの支援前と支援後',
    table: { head: ['項目', '実施年度', '支援前', '支援後'], shares: [9, 5, 6, 7], rows },
    note: '実施年度の仕分けは、市町村ごとに決めたものです。',
  };
}

function itemRow(record: ItemRecord, { code, name }: Town, fiscalYear: number): ReportRow {
  const { item: id, start, year } = record;
  const item = findItem(id);
  const current = currentVersion(record);
  const of = yearlyId('item', record.fiscalYear, id);
  const percent = current && findStage(current.stage)?.percent;
  const title = `${id} ${item?.name ?? ''}${id === 'S3-2' ? '（BPRのみ）' : ''}`;
  const before: ReportCell = start
    ? {
        key: `start/${code}/${id}`,
        what: `${name} ${id} 支援前の段階`,
        text: stageName(start.stage),
        ...percentOf(start.stage),
        records: ofRecord('items', of, { municipality: code }),
      }
    : stateNames.unconfirmed;
  const after: ReportCell = current
    ? {
        ...{ key: `stage/${code}/${id}`, what: `${name} ${id} 支援後の段階`, text: stageName(current.stage) },
        ...(percent === undefined ? {} : { value: percent }),
        records: ofRecord('items', of, { municipality: code, version: current.number, day: dayIn(current.at) }),
      }
    : itemStandingName(record);
  const own = { kind: 'items', id: of, municipality: code };
  return { municipality: code, record: own, cells: [title, itemYearName(year, fiscalYear), before, after] };
}

const percentOf = (stage: string): { readonly value?: number } => {
  const percent = findStage(stage)?.percent;
  return percent === undefined ? {} : { value: percent };
};

const dayIn = (at: string): Day => dayOf(new Date(at));

function kpisBlock({ municipality, records }: MunicipalityRecords, week: Week): ReportBlock {
  const rows = records.catalogue.kpis.flatMap((kpi) => {
    const record = records.kpis.get(kpi.id);
    return record ? [kpiRow(kpi, record, municipality, week)] : [];
  });
  return {
    heading: 'KPI',
    table: { head: ['KPI', '基準値', '目標値', '実績値', '判定'], shares: [8, 4, 5, 6, 5], rows },
  };
}

function kpiRow(kpi: Kpi, record: KpiRecord, { code, name }: Town, week: Week): ReportRow {
  const id = yearlyId('kpi', record.fiscalYear, kpi.id);
  const set = (what: string, said: string, value: number | undefined): ReportCell =>
    value === undefined
      ? NONE
      : {
          key: `${what}/${code}/${kpi.id}`,
          what: `${name} ${kpi.id} ${said}`,
          text: valueText(kpi, value),
          value,
          records: ofRecord('kpis', id, { municipality: code }),
        };
  const said = lastSaid(record, week);
  const due = record.due === undefined ? '' : `（${fullDate(record.due)}）`;
  const reading: ReportCell =
    said === undefined
      ? stateNames.notReported
      : said.kind === 'confirmedNone'
        ? stateNames.confirmedNone
        : {
            ...{ key: `kpi/${code}/${kpi.id}`, what: `${name} ${kpi.id} 実績値`, text: readingText(kpi, said) },
            ...(said.value === undefined ? {} : { value: said.value }),
            records: ofRecord('kpis', id, { municipality: code, version: said.number, day: said.week }),
          };
  const target = set('target', `目標値${due}`, record.target);
  return {
    municipality: code,
    record: { kind: 'kpis', id, municipality: code },
    cells: [
      `${kpi.id} ${kpi.name}`,
      set('baseline', '基準値', record.baseline),
      target,
      reading,
      judged(kpi, record, week),
    ],
  };
}
