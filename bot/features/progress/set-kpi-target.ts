import { kpiTargetsCard, targetForm } from '../../../cards/progress/kpi-targets.ts';
import { amountCell } from '../../../documents/workbook/cells.ts';
import { kpiValue } from '../../../documents/workbook/kpi-amount.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { findKpi, isOfProgramme, type Kpi } from '../../../programme/catalogue.ts';
import { fullDate } from '../../../programme/day.ts';
import { pageOf } from '../../../programme/page.ts';
import { kpis } from '../../../programme/progress/kpi-kind.ts';
import type { KpiRecord } from '../../../programme/progress/kpi-record.ts';
import { valueText } from '../../../programme/progress/kpi-value.ts';
import { isWorse, kpiDueTrouble, worseNote } from '../../../programme/progress/plan-rules.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { kpiAt, progressIn } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';
import { valueChoices } from '../../inputs/choices.ts';
import { type Drafted, putOf, settingCommand } from '../../setting-change.ts';
import type { MunicipalStart } from '../../turn.ts';

type Wanted = InputOf<'set-kpi-target'>;
const PAGE = 9;

export const setKpiTarget = defineCommand({
  name: 'set-kpi-target',
  says: ['KPI設定', '目標設定'],
  help: '市町村のKPIの目標値・基準値・期限を確かめて変えます。',
  example: 'KPI設定 K0-03 95',
  english: 'See and change the target, baseline and date of a KPI.',
  group: { title: '途中の変更', order: 8 },
  about: 'municipality',
  writes: ['target', 'baseline', 'due'],
  // A number before 目標 is what was reached: that sentence reports.
  wished: [
    {
      like: /^(?<what>(?:[^、。\n\d]|K[P\d][-\d]*)*?)の?目標値?を(?<value>[^、。\n]+?)(?:に|へ|まで)(?:[し変上下引設直]|修正)[^、。\s]*/iu,
      as: 'KPI設定 $<what> 目標 $<value> ',
    },
    {
      like: /^(?<what>(?:[^、。\n\d]|K[P\d][-\d]*)*?)の?目標値?は(?<value>[\d.]+[^\s、。で]*)(?:で[^、。\s]*)?/iu,
      as: 'KPI設定 $<what> 目標 $<value> ',
    },
  ],
  ...settingCommand<'set-kpi-target', Wanted, MunicipalStart>('set-kpi-target', draft),
});

async function draft(input: Wanted, turn: MunicipalStart): Promise<Drafted> {
  const { municipality, programme, store } = turn;
  if (!municipality.supported) throw Refusal.because('not-supported', { what: municipality.name });
  const kpi = input.kpi === undefined ? undefined : findKpi(input.kpi);
  if (!kpi) return { card: await allTargets(input, turn) };
  if (isOfProgramme(kpi)) throw Refusal.because('kpi-of-all', { what: `${kpi.id} ${kpi.name}` });
  const at = kpiAt(municipality.code, programme.fiscalYear, kpi.id);
  const before = (await store.kpis.get(at.partition, at.id))?.value;
  const { errors, late, ...set } = readIn(kpi, input, turn);
  const isAsked = [input.target, input.baseline, input.due].every((each) => each === undefined);
  if (isAsked || Object.keys(errors).length > 0) {
    const choices = valueChoices(kpi.id);
    return { card: targetForm({ municipality, kpi, record: before, given: input, errors, choices }) };
  }
  const after: KpiRecord = {
    ...(before ?? {
      ...{ municipality: municipality.code, fiscalYear: programme.fiscalYear, kpi: kpi.id },
      ...{ weekly: false, entries: [] },
    }),
    ...set,
  };
  return {
    title: `KPI設定 ${kpi.id} ${kpi.name}`,
    municipality,
    lines: targetLines(kpi, before, after),
    notes: [...worseNotes(kpi, after), ...(late ? [`${late}。`] : [])],
    puts: [putOf(store, kpis.name, before, after)],
    next: [{ label: '目標の一覧', ask: ask('set-kpi-target', { municipality: municipality.code }) }],
  };
}

function worseNotes(kpi: Kpi, { target, baseline }: KpiRecord): readonly string[] {
  if (target === undefined || baseline === undefined || !isWorse(kpi, target, baseline)) return [];
  const better = kpi.better === 'higher' ? '高い' : '低い';
  return [`${worseNote(kpi).problem}。${kpi.name}は${better}ほどよい指標です。違うときは「やめる」を押してください。`];
}

type Read = Partial<Pick<KpiRecord, 'target' | 'baseline' | 'due'>> & {
  readonly errors: Record<string, string>;
  /** What is unusual about the date. */
  readonly late: string | undefined;
};

/** Exactly what the workbook would take for the same words. */
function readIn(kpi: Kpi, input: Wanted, { programme }: MunicipalStart): Read {
  const errors: Record<string, string> = {};
  const read = (name: 'target' | 'baseline') => {
    const said = input[name]?.normalize('NFKC');
    if (said === undefined) return {};
    const cell = amountCell.read({ kind: 'text', text: said }, { fiscalYear: undefined, places: undefined });
    const found = 'value' in cell ? kpiValue(kpi, cell.value) : cell;
    if (typeof found === 'object') errors[name] = `${found.problem}。${found.remedy}。`;
    return typeof found === 'number' ? { [name]: found } : {};
  };
  const { due } = input;
  const { impossible, unusual } = due === undefined ? {} : kpiDueTrouble(programme, due);
  if (impossible) errors['due'] = `${impossible.problem}。${impossible.remedy}。`;
  return { ...read('target'), ...read('baseline'), ...(due ? { due } : {}), errors, late: unusual?.problem };
}

function targetLines(kpi: Kpi, before: KpiRecord | undefined, after: KpiRecord) {
  const value = (said: number | undefined) => (said === undefined ? 'なし' : valueText(kpi, said));
  const rows = [
    ['目標値', value(before?.target), value(after.target)],
    ['基準値', value(before?.baseline), value(after.baseline)],
    ['期限', before?.due ? fullDate(before.due) : 'なし', after.due ? fullDate(after.due) : 'なし'],
  ] as const;
  return rows.flatMap(([what, was, is]) => (was === is ? [] : [{ what: `${kpi.id} ${what}`, before: was, after: is }]));
}

async function allTargets({ page = 1 }: Wanted, { municipality, programme, store }: MunicipalStart) {
  const { kpis: records } = await progressIn(store, municipality.code, programme);
  const all = [...records.values()].flatMap((record) => {
    const kpi = findKpi(record.kpi);
    return kpi ? [{ kpi, record }] : [];
  });
  const { shown, at, pages } = pageOf(all, page, PAGE);
  return kpiTargetsCard({ municipality, rows: shown, page: at, pages });
}
