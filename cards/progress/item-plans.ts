import { ask } from '../../programme/asks.ts';
import type { Item } from '../../programme/catalogue.ts';
import { dayOf, fiscalYearName, shortDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { itemYearName } from '../../programme/programme.ts';
import type { ItemRecord } from '../../programme/progress/item-record.ts';
import type { SettingChange } from '../../programme/setting-change.ts';
import { buttons, type Card, card, list, type Node, notice, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

export type ItemPlans = {
  readonly municipality: Municipality;
  readonly fiscalYear: number;
  /** `last`: the last change in chat, if any. */
  readonly rows: readonly {
    readonly item: Item;
    readonly record: ItemRecord | undefined;
    readonly last: SettingChange | undefined;
  }[];
  readonly page: number;
  readonly pages: number;
};

/** 令和6年度に実施・期限 12/20(金) */
function planName(record: ItemRecord | undefined, fiscalYear: number): string {
  if (!record) return '未確認（取組に登録されていません）';
  const due = record.due ? `期限 ${shortDate(record.due)}` : record.year === 'none' ? '' : '期限なし';
  return [itemYearName(record.year, fiscalYear), due].filter((part) => part !== '').join('・');
}

/** When each item of a municipality is carried out, and until when. */
export function itemPlansCard({ municipality, fiscalYear, rows, page, pages }: ItemPlans): Card {
  const { code, name } = municipality;
  const to = (target: number) => ask('show-item-plans', { municipality: code, page: target });
  return card(
    `${name}の取組`,
    `${name}の取組（${page}/${pages}）: 実施年度と期限`,
    text('押すと、実施年度と期限を変えられます。', 'quiet'),
    list(
      rows.map(({ item, record, last }) => ({
        title: `${item.id} ${item.short}`,
        detail: [planName(record, fiscalYear), last ? whyChanged(last) : ''].filter((part) => part !== '').join('\n'),
        ask: ask('change-item-plan', { municipality: code, item: item.id }),
        does: '期限変更',
      })),
    ),
    buttons(...pageButtons(page, pages, to), { label: 'KPI設定', ask: ask('set-kpi-target', { municipality: code }) }),
  );
}

/** 11/24(火) 変更: 議会日程のため・県と11/20(金)に合意 */
function whyChanged({ at, reason, agreed }: SettingChange): string {
  return `${shortDate(dayOf(new Date(at)))} 変更${reason ? `: ${reason}` : ''}${agreed ? `・県と${shortDate(agreed)}に合意` : ''}`;
}

export type PlanForm = {
  readonly municipality: Municipality;
  readonly item: Item;
  readonly record: ItemRecord | undefined;
  readonly fiscalYear: number;
  readonly given: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
};

const said = (given: unknown): string | undefined => (typeof given === 'string' ? given : undefined);

/** The question what of an item's plan is to be changed, and why. */
export function planForm({ municipality, item, record, fiscalYear, given, errors }: PlanForm): Card {
  const wrong = Object.values(errors);
  const intro: readonly Node[] = [
    text(`${municipality.name}　${item.id} ${item.short}`, 'strong'),
    text(`今: ${planName(record, fiscalYear)}`, 'quiet'),
    ...(wrong.length > 0 ? [notice('attention', wrong.join('\n'))] : []),
  ];
  const isSaid = (name: string) => given[name] !== undefined && !errors[name];
  const known = (name: string) => ({ name, error: errors[name], said: isSaid(name) });
  // Who says one of both wants that changed, and not the other.
  const isMoved = (given['year'] === 'none' || given['year'] === 'later') && given['year'] !== record?.year;
  const isEnough = { year: isSaid('due'), due: isMoved };
  return card('期限変更', `${municipality.name} 期限変更 ${item.id} ${item.short}`, intro, {
    kind: 'form',
    parts: [
      {
        intro: [],
        fields: [
          {
            ...known('year'),
            type: 'choice',
            label: '実施年度',
            required: false,
            said: isSaid('year') || isEnough.year,
            value: said(given['year']) ?? record?.year,
            choices: [
              { value: 'this', label: fiscalYearName(fiscalYear) },
              { value: 'later', label: `${fiscalYearName(fiscalYear + 1)}以降` },
              { value: 'none', label: '対象外' },
            ],
          },
          {
            ...known('due'),
            type: 'date',
            label: '期限',
            required: false,
            said: isSaid('due') || isEnough.due,
            value: said(given['due']) ?? (isMoved ? undefined : record?.due),
          },
          {
            ...known('reason'),
            type: 'text',
            label: '変更の理由',
            required: true,
            maxLength: 200,
            value: said(given['reason']),
            hint: '例: 議会の日程が変わったため',
          },
          {
            ...known('agreed'),
            type: 'date',
            label: '県と合意した日',
            required: true,
            value: said(given['agreed']),
          },
        ],
      },
    ],
    submit: '確かめる',
    ask: ask('change-item-plan', { ...given, municipality: municipality.code, item: item.id }),
  });
}
