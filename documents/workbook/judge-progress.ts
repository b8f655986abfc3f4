import { calendarOf } from '../../programme/calendar.ts';
import { findKpi, type Kpi } from '../../programme/catalogue.ts';
import { closedNote } from '../../programme/period.ts';
import { isWorse, itemDueTrouble, kpiDueTrouble, worseNote } from '../../programme/progress/plan-rules.ts';
import { type Problem, problem } from './fault.ts';
import { faultRepeats, type ReadSheets, rowKey, unsupportedCodes } from './judge.ts';
import { closuresOf } from './judge-dates.ts';
import { kpiValue, shownNote } from './kpi-amount.ts';

/** How many KPIs a municipality is asked for each week: an answer must fit into one minute on a phone. */
const MAX_WEEKLY = 5;

const TOO_MANY_WEEKLY = problem('この市町村の週次の指標が6つ以上あります', '○を5つまでに減らしてください');
const UNSUPPORTED = problem('支援対象外の市町村です', '行を消すか、「市町村」シートの区分を「支援対象」にしてください');

export function judgeItems(read: ReadSheets): void {
  const { items, period } = read;
  faultRepeats(items, 'item', '市町村と項目', 'どちらかの行を消してください', ({ is }) =>
    rowKey(is.municipality, is.item),
  );
  const unsupported = unsupportedCodes(read);
  const closures = closuresOf(read);
  for (const line of items.lines) {
    const { municipality, year, due } = line.is;
    if (unsupported.has(municipality)) items.fault(line, 'municipality', UNSUPPORTED);
    if (due === undefined) continue;
    const wrong = itemDueTrouble(period, year, due);
    if (wrong) items.fault(line, 'due', wrong);
    else if (!calendarOf(closures, municipality).isOpen(due)) items.note(line, 'due', closedNote(due));
  }
}

export function judgeKpis(read: ReadSheets): void {
  const { kpis } = read;
  faultRepeats(kpis, 'kpi', '市町村とKPI', 'どちらかの行を消してください', ({ is }) => rowKey(is.municipality, is.kpi));
  const unsupported = unsupportedCodes(read);
  const weekly = new Map<string | undefined, number>();
  for (const line of kpis.lines) {
    const { municipality, kpi: id } = line.is;
    if (unsupported.has(municipality)) kpis.fault(line, 'municipality', UNSUPPORTED);
    if (id !== undefined && findKpi(id)?.item === null) {
      kpis.fault(line, 'kpi', problem(`${id}は事業全体の指標です`, '市町村の指標（K0-01〜K3-904）を書いてください'));
    }
    const count = (weekly.get(municipality) ?? 0) + (line.is.weekly ? 1 : 0);
    weekly.set(municipality, count);
    if (line.is.weekly && municipality !== undefined && count > MAX_WEEKLY) kpis.fault(line, 'weekly', TOO_MANY_WEEKLY);
    judgeKpiValues(read, line);
    judgeKpiDue(read, line);
  }
  noteUnasked(read, weekly);
}

/** Without a weekly KPI a municipality is asked nothing in the check-in. */
function noteUnasked({ municipalities }: ReadSheets, asked: ReadonlyMap<string | undefined, number>): void {
  for (const line of municipalities.lines) {
    const { code, name, supported } = line.is;
    if (!supported || code === undefined || (asked.get(code) ?? 0) > 0) continue;
    const what = `${name}には毎週聞く指標がありません`;
    municipalities.note(line, 'name', problem(what, '「KPI」シートで、聞きたい指標の「週次」に○を付けてください'));
  }
}

type KpiLine = ReadSheets['kpis']['lines'][number];

function judgeKpiValues({ kpis }: ReadSheets, line: KpiLine): void {
  const kpi = findKpi(line.is.kpi ?? '');
  if (!kpi) return;
  const [baseline, target] = (['baseline', 'target'] as const).map((column) => {
    const read = kpiValue(kpi, line.is[column]);
    if (typeof read === 'object') kpis.fault(line, column, read);
    if (typeof read !== 'number') return undefined;
    const note = shownNote(line.is[column], read) ?? smallNote(kpi, read);
    if (note) kpis.note(line, column, note);
    return read;
  });
  if (baseline !== undefined && target !== undefined && isWorse(kpi, target, baseline))
    kpis.note(line, 'target', worseNote(kpi));
}

/** Less than one in a hundred, though it is written as a rate: worth a look. */
function smallNote(kpi: Kpi, read: number): Problem | undefined {
  if (kpi.type !== 'percent' || read <= 0 || read > 1) return undefined;
  return problem(`${read}%と読みます`, '62%は「62」か「62%」と書いてください');
}

function judgeKpiDue({ kpis, period }: ReadSheets, line: KpiLine): void {
  const { due } = line.is;
  if (due === undefined || period === undefined) return;
  const { impossible, unusual } = kpiDueTrouble(period, due);
  if (impossible) kpis.fault(line, 'due', impossible);
  if (unusual) kpis.note(line, 'due', unusual);
}
