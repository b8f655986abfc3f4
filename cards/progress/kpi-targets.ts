import { ask } from '../../programme/asks.ts';
import type { Kpi } from '../../programme/catalogue.ts';
import { shortDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { KpiRecord } from '../../programme/progress/kpi-record.ts';
import { valueText } from '../../programme/progress/kpi-value.ts';
import { buttons, type Card, type Choice, card, type Field, list, notice, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

export type KpiTargets = {
  readonly municipality: Municipality;
  readonly rows: readonly { readonly kpi: Kpi; readonly record: KpiRecord }[];
  readonly page: number;
  readonly pages: number;
};

function targetName(kpi: Kpi, record: KpiRecord | undefined): string {
  const value = (said: number | undefined) => (said === undefined ? 'なし' : valueText(kpi, said));
  const due = record?.due ? `・期限 ${shortDate(record.due)}` : '';
  return `目標 ${value(record?.target)}・基準 ${value(record?.baseline)}${due}${record?.weekly ? '・週次' : ''}`;
}

/** What a municipality is measured by, with target and baseline. */
export function kpiTargetsCard({ municipality, rows, page, pages }: KpiTargets): Card {
  const { code, name } = municipality;
  const to = (target: number) => ask('set-kpi-target', { municipality: code, page: target });
  return card(
    `${name}のKPI設定`,
    `${name}のKPI設定（${page}/${pages}）`,
    rows.length === 0
      ? text('登録されているKPIはありません。「KPI設定 K0-03 目標 95」のように送ると登録します。')
      : text('押すと、目標値・基準値・期限を変えられます。', 'quiet'),
    list(
      rows.map(({ kpi, record }) => ({
        title: `${kpi.id} ${kpi.name}`,
        detail: targetName(kpi, record),
        ask: ask('set-kpi-target', { municipality: code, kpi: kpi.id }),
        does: 'KPI設定',
      })),
    ),
    buttons(...pageButtons(page, pages, to), {
      label: '取組を見る',
      ask: ask('show-item-plans', { municipality: code }),
    }),
  );
}

export type TargetForm = {
  readonly municipality: Municipality;
  readonly kpi: Kpi;
  readonly record: KpiRecord | undefined;
  readonly given: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Where its values are chosen and not typed. */
  readonly choices: readonly Choice[] | undefined;
};

/** The question what of a KPI's target is to be changed. */
export function targetForm({ municipality, kpi, record, given, errors, choices }: TargetForm): Card {
  const wrong = Object.values(errors);
  const field = (name: 'target' | 'baseline', label: string): Field => {
    const said = given[name] ?? record?.[name];
    const value = said === undefined ? undefined : String(said);
    const base = { name, label: `${label}（${kpi.unit}）`, required: false, value, error: errors[name] };
    return choices ? { ...base, type: 'choice', choices } : { ...base, type: 'text', maxLength: 20 };
  };
  const due = given['due'] ?? record?.due;
  return card(
    'KPI設定',
    `${municipality.name} KPI設定 ${kpi.id} ${kpi.name}`,
    text(`${municipality.name}　${kpi.id} ${kpi.name}`, 'strong'),
    text(`今: ${targetName(kpi, record)}`, 'quiet'),
    wrong.length > 0 ? notice('attention', wrong.join('\n')) : [],
    {
      kind: 'form',
      parts: [
        {
          intro: [],
          fields: [
            field('target', '目標値'),
            field('baseline', '基準値'),
            {
              type: 'date',
              name: 'due',
              label: '期限',
              required: false,
              error: errors['due'],
              value: typeof due === 'string' ? due : undefined,
            },
          ],
        },
      ],
      submit: '確かめる',
      ask: ask('set-kpi-target', { municipality: municipality.code, kpi: kpi.id }),
    },
  );
}
