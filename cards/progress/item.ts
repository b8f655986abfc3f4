import { ask } from '../../programme/asks.ts';
import type { Item } from '../../programme/catalogue.ts';
import { fiscalYearName, fullDate, shortMoment } from '../../programme/day.ts';
import { stageChoices } from '../../programme/inputs.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { itemYearName } from '../../programme/programme.ts';
import {
  currentVersion,
  evidenceOf,
  type ItemRecord,
  itemPercent,
  itemStandingName,
  stageName,
  startName,
} from '../../programme/progress/item-record.ts';
import { isOverdue, SETTLED } from '../../programme/progress/step-standing.ts';
import { buttons, type Card, card, facts, type Node, notice, text } from '../card.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from './closed-year.ts';

export type ItemView = OfClosedYear & {
  readonly municipality: Municipality;
  readonly item: Item;
  readonly record: ItemRecord | undefined;
  readonly fiscalYear: number;
  readonly today: string;
  readonly mayReport: boolean;
  /** What was typed into the form before, and why some of it cannot be right. */
  readonly again?: { readonly typed: Readonly<Record<string, unknown>>; readonly errors: ReadonlyMap<string, string> };
};

/** 令和6年度は実施中・試行（50%）・理由: … */
function carriedText({ fiscalYear, stage, reason }: NonNullable<ItemRecord['carried']>): string {
  return `${fiscalYearName(fiscalYear)}は${stage === undefined ? '報告なし' : stageName(stage)}・理由: ${reason}`;
}

/** Where an item stands, what proves it, and the form that reports it. */
export function itemCard(view: ItemView): Card {
  const { municipality, item, record, fiscalYear } = view;
  const standing = itemStandingName(record);
  const of = { municipality: municipality.code, ...ofClosedYear(view.closed) };
  return card(
    `${item.id} ${item.short}`,
    `${municipality.name} ${item.id} ${item.short}: ${standing}`,
    view.again ? text('入力を確かめてください。まだ記録していません。', 'strong') : [],
    closedYearLine(view),
    text(item.name, 'quiet'),
    meterOf(view),
    item.onScreen ? notice('quiet', item.onScreen) : [],
    facts(
      ['市町村', municipality.name],
      ...(itemPercent(record) === undefined ? [['段階', standing] as const] : []),
      ['実施年度', record ? itemYearName(record.year, fiscalYear) : '未定（事務局が登録します）'],
      ...(record?.due
        ? [['期限', `${fullDate(record.due)}${isOverdue(record, view.today) ? ' を過ぎています' : ''}`] as const]
        : []),
      ...beforeFacts(record),
      ['根拠', evidenceText(record, item)],
      ...(currentVersion(record)
        ? [['前回の報告', shortMoment(new Date(currentVersion(record)?.at ?? ''))] as const]
        : []),
    ),
    view.mayReport && record && record.year !== 'none' ? reportForm(view) : [],
    buttons(
      { label: '履歴を見る', ask: ask('show-history', { item: item.id, ...of }) },
      {
        label: `ステップ${item.step.slice(-1)}に戻る`,
        ask: ask('show-status', { ...of, step: item.step }),
      },
    ),
  );
}

/** How it came out of the year before, and where it stood as the support began. */
function beforeFacts(record: ItemRecord | undefined): readonly (readonly [string, string])[] {
  return [
    ...(record?.carried ? [['前年度から', carriedText(record.carried)] as const] : []),
    ...(record?.start ? [['支援の開始時', startName(record.start)] as const] : []),
  ];
}

function meterOf({ record }: ItemView): Node | [] {
  const percent = itemPercent(record);
  if (percent === undefined) return [];
  const proven = evidenceOf(record).length > 0;
  const tone = percent >= SETTLED ? (proven ? 'good' : 'attention') : 'plain';
  return {
    kind: 'meter',
    label: itemStandingName(record),
    percent,
    caption: percent >= SETTLED && !proven ? '根拠資料がまだありません' : '',
    tone,
  };
}

function evidenceText(record: ItemRecord | undefined, item: Item): string {
  const found = [...new Set(evidenceOf(record))];
  return found.length > 0
    ? found.slice(-3).join('、')
    : `まだありません（例: ${item.evidence.slice(0, 2).join('、')}）`;
}

function reportForm({ municipality, closed, item, record, again }: ItemView): Node {
  const current = currentVersion(record);
  const typed = (name: string) => {
    const value = again?.typed[name];
    return { error: again?.errors.get(name), ...(typeof value === 'string' ? { value } : {}) };
  };
  return {
    kind: 'form',
    parts: [
      {
        intro: [],
        fields: [
          {
            type: 'choice',
            name: 'stage',
            label: '段階',
            required: true,
            value: current?.stage,
            choices: stageChoices,
            ...typed('stage'),
          },
          {
            type: 'text',
            name: 'evidence',
            label: '根拠（資料名・URL。任意）',
            required: false,
            maxLength: 500,
            hint: `例: ${item.evidence[0] ?? ''}`,
            ...typed('evidence'),
          },
          { type: 'text', name: 'note', label: 'ひとこと（任意）', required: false, maxLength: 200, ...typed('note') },
        ],
      },
    ],
    submit: '報告する',
    ask: ask('report-item', {
      item: item.id,
      municipality: municipality.code,
      ...ofClosedYear(closed),
      seen: record?.versions.length ?? 0,
    }),
  };
}
