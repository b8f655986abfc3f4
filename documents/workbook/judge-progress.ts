import { calendarOf } from '../../programme/calendar.ts';
import { findKpi, type Kpi } from '../../programme/catalogue.ts';
import { closedNote } from '../../programme/period.ts';
import { isWorse, itemDueTrouble, kpiDueTrouble, worseNote } from '../../programme/progress/plan-rules.ts';
import { type Problem, placesText, problem } from './fault.ts';
import { faultRepeats, type ReadSheets, rowKey, townInSheet, unsupportedCodes, unsupportedFault } from './judge.ts';
import { closuresOf } from './judge-dates.ts';
import { kpiValue, shownNote } from './kpi-amount.ts';
import { kpiSheet } from './sheets.ts';

/** How many KPIs a municipality is asked for each week: an answer must fit into one minute on a phone. */
const MAX_WEEKLY = 5;

export function judgeItems(read: ReadSheets): void {
  const { items, period } = read;
  faultRepeats(items, 'item', '市町村と項目', 'どちらかの行を消してください', ({ is }) =>
    rowKey(is.municipality, is.item),
  );
  const unsupported = unsupportedCodes(read);
  const closures = closuresOf(read);
  for (const line of items.lines) {
    const { municipality, year, due } = line.is;
    if (unsupported.has(municipality)) items.fault(line, 'municipality', unsupportedFault(read, municipality));
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
  for (const line of kpis.lines) {
    const { municipality, kpi: id } = line.is;
    if (unsupported.has(municipality)) kpis.fault(line, 'municipality', unsupportedFault(read, municipality));
    if (id !== undefined && findKpi(id)?.item === null) {
      kpis.fault(line, 'kpi', problem(`${id}は事業全体の指標です`, '市町村の指標（K0-01〜K3-904）を書いてください'));
    }
    judgeKpiValues(read, line);
    judgeKpiDue(read, line);
  }
  const weekly = weeklyByTown(read);
  judgeWeekly(read, weekly);
  noteUnasked(read, weekly);
}

type ByTown = ReadonlyMap<string, readonly KpiLine[]>;

function weeklyByTown({ kpis }: ReadSheets): ByTown {
  const weekly = new Map<string, KpiLine[]>();
  for (const line of kpis.lines) {
    const { municipality, weekly: isAsked } = line.is;
    if (isAsked && municipality !== undefined) weekly.set(municipality, [...(weekly.get(municipality) ?? []), line]);
  }
  return weekly;
}

/** One fault of a municipality, in the first row that is too many: any of its rows may be the one to give up. */
function judgeWeekly(read: ReadSheets, asked: ByTown): void {
  for (const [code, lines] of asked) {
    const over = lines[MAX_WEEKLY];
    if (!over) continue;
    const rows = placesText(lines.map(({ row }) => ({ sheet: kpiSheet.name, row })));
    const what = `${townInSheet(read, code)}の週次の指標が${lines.length}つあります（${rows}）`;
    read.kpis.fault(over, 'weekly', problem(what, `○を${MAX_WEEKLY}つまでに減らしてください`));
  }
}

/** Without a weekly KPI a municipality is asked nothing in the check-in. */
function noteUnasked({ municipalities }: ReadSheets, asked: ByTown): void {
  for (const line of municipalities.lines) {
    const { code, name, supported } = line.is;
    if (!supported || code === undefined || asked.has(code)) continue;
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
