import { calendarOf } from '../../programme/calendar.ts';
import { findKpi, type Kpi } from '../../programme/catalogue.ts';
import type { Day } from '../../programme/day.ts';
import type { ItemYear } from '../../programme/programme.ts';
import { type Problem, problem } from './fault.ts';
import { faultRepeats, type ReadSheets, unsupportedCodes } from './judge.ts';
import { closedNote, closuresOf, outsideOf } from './judge-dates.ts';
import { kpiValue } from './kpi-amount.ts';
import type { Settings } from './settings.ts';

/** How many KPIs a municipality is asked for each week: an answer must fit into one minute on a phone. */
const MAX_WEEKLY = 5;

const UNSUPPORTED = problem('支援対象外の市町村です', '行を消すか、「市町村」シートの区分を「支援対象」にしてください');

export function judgeItems(read: ReadSheets): void {
  const { items, settings } = read;
  faultRepeats(
    items,
    'item',
    '市町村と項目',
    'どちらかの行を消してください',
    ({ is }) => `${is.municipality} ${is.item}`,
  );
  const unsupported = unsupportedCodes(read);
  const closures = closuresOf(read);
  for (const line of items.lines) {
    const { municipality, year, due } = line.is;
    if (unsupported.has(municipality)) items.fault(line, 'municipality', UNSUPPORTED);
    if (due === undefined) continue;
    const wrong = settings && itemDueFault(settings, year, due);
    if (year === 'none') {
      items.fault(line, 'due', problem('対象外の項目に期限があります', '期限を空にするか、実施年度を直してください'));
    } else if (wrong) items.fault(line, 'due', wrong);
    else if (!calendarOf(closures, municipality).isOpen(due)) items.note(line, 'due', closedNote(due));
  }
}

/** An item of this year falls due in this year; a later one may fall due any time after the programme has begun. */
function itemDueFault(settings: Settings, year: ItemYear, due: Day): Problem | undefined {
  if (year === 'this') return outsideOf(settings, due).impossible;
  return due < settings.start
    ? problem('期限が事業の開始日より前です', '開始日より後の日付を書いてください')
    : undefined;
}

export function judgeKpis(read: ReadSheets): void {
  const { kpis } = read;
  faultRepeats(kpis, 'kpi', '市町村とKPI', 'どちらかの行を消してください', ({ is }) => `${is.municipality} ${is.kpi}`);
  const unsupported = unsupportedCodes(read);
  const weekly = new Map<string, number>();
  for (const line of kpis.lines) {
    const { municipality, kpi: id } = line.is;
    if (unsupported.has(municipality)) kpis.fault(line, 'municipality', UNSUPPORTED);
    if (findKpi(id)?.item === null) {
      kpis.fault(line, 'kpi', problem(`${id}は事業全体の指標です`, '市町村の指標（K0-01〜K3-904）を書いてください'));
    }
    if (line.is.weekly) weekly.set(municipality, (weekly.get(municipality) ?? 0) + 1);
    if (line.is.weekly && (weekly.get(municipality) ?? 0) > MAX_WEEKLY) {
      kpis.fault(line, 'weekly', problem('この市町村の週次の指標が6つ以上あります', '○を5つまでに減らしてください'));
    }
    judgeKpiValues(read, line);
    judgeKpiDue(read, line);
  }
}

type KpiLine = ReadSheets['kpis']['lines'][number];

function judgeKpiValues({ kpis }: ReadSheets, line: KpiLine): void {
  const kpi = findKpi(line.is.kpi);
  if (!kpi) return;
  for (const column of ['baseline', 'target'] as const) {
    const read = kpiValue(kpi, line.is[column]);
    if (typeof read === 'object') kpis.fault(line, column, read);
    else if (kpi.type === 'percent' && read !== undefined && read > 0 && read < 1) {
      kpis.note(line, column, problem(`${read}%と読みます`, '62%は「62」か「62%」と書いてください'));
    }
  }
  const [baseline, target] = [kpiValue(kpi, line.is.baseline), kpiValue(kpi, line.is.target)];
  if (typeof baseline === 'number' && typeof target === 'number' && isWorse(kpi, target, baseline)) {
    const what = `目標値が基準値より${kpi.better === 'higher' ? '低く' : '高く'}なっています`;
    kpis.note(line, 'target', problem(what, '正しければそのままで構いません'));
  }
}

const isWorse = (kpi: Kpi, target: number, baseline: number): boolean =>
  kpi.better === 'higher' ? target < baseline : target > baseline;

/** Some KPIs are measured after the period has ended; none before it has begun. */
function judgeKpiDue({ kpis, settings }: ReadSheets, line: KpiLine): void {
  const { due } = line.is;
  if (due === undefined || settings === undefined) return;
  if (due < settings.start) {
    kpis.fault(line, 'due', problem('期限が事業の開始日より前です', '開始日より後の日付を書いてください'));
  } else if (due > settings.end) {
    kpis.note(line, 'due', problem('期限が事業の終了日より後です', '正しければそのままで構いません'));
  }
}
