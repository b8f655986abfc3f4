import { ask, type Given } from '../../programme/asks.ts';
import type { Item, Kpi } from '../../programme/catalogue.ts';
import { shortMoment } from '../../programme/day.ts';
import { stageChoices } from '../../programme/inputs.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { currentVersion, type ItemRecord, itemStandingName } from '../../programme/progress/item-record.ts';
import { entryOf, type KpiRecord, lastSaid, newestNumber } from '../../programme/progress/kpi-record.ts';
import { entryText } from '../../programme/progress/kpi-value.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { type Card, card, type Field, facts, type Node, text } from '../card.ts';
import { kpiTrend } from './kpi.ts';
import { typedValue, valueFields } from './kpi-value-fields.ts';

type Correction = {
  readonly municipality: Municipality;
  /** What was said or typed already. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Why some of it cannot be right, by field. */
  readonly errors: ReadonlyMap<string, string>;
};

/** What of a KPI is corrected — whose, of which week, from which value — and the form for the new one. */
export function correctKpiCard(
  view: Correction & { readonly kpi: Kpi; readonly record: KpiRecord; readonly week: Week },
): Card {
  const { municipality, kpi, record, week, given, errors } = view;
  const entry = entryOf(record, week);
  const was =
    entry?.kind === 'unchanged' ? `変更なし（${entryText(kpi, lastSaid(record, week))}）` : entryText(kpi, entry);
  const fields = valueFields(kpi, record, {
    required: true,
    given: typedValue(given),
    errors,
    said: !isReopened(given),
  });
  return card(
    `${kpi.id} ${kpi.name}の訂正`,
    `${municipality.name} ${weekName(week)} ${kpi.id} ${kpi.name}: 今の記録は ${was}`,
    lead(view),
    facts(['市町村', municipality.name], ['週', weekName(week)], ['今の記録', was], ...saidAt(entry?.at)),
    kpiTrend(kpi, record, week),
    form(fields, view, { kpi: kpi.id, week, municipality: municipality.code, seen: newestNumber(record) }),
  );
}

/** What of an item is corrected, and the form for its new stage. */
export function correctItemCard(view: Correction & { readonly item: Item; readonly record: ItemRecord }): Card {
  const { municipality, item, record, given, errors } = view;
  const { code, name } = municipality;
  const said = typeof given['stage'] === 'string' ? given['stage'] : undefined;
  const stage: Field = {
    type: 'choice',
    name: 'stage',
    label: '正しい段階',
    required: true,
    choices: stageChoices,
    error: errors.get('stage'),
    ...(said === undefined ? {} : { value: said, said: !isReopened(given) }),
  };
  const was = itemStandingName(record);
  return card(
    `${item.id} ${item.short}の訂正`,
    `${name} ${item.id} ${item.short}: 今の記録は ${was}`,
    lead(view),
    facts(['市町村', name], ['今の記録', was], ...saidAt(currentVersion(record)?.at)),
    form([stage], view, { item: item.id, municipality: code, seen: record.versions.length }),
  );
}

/** It was filled in, and is looked over once more: all of it is asked, each with what was said. */
const isReopened = (given: Correction['given']): boolean => given['reopened'] !== undefined;

const saidAt = (at: string | undefined): readonly (readonly [string, string])[] =>
  at === undefined ? [] : [['報告した日時', shortMoment(new Date(at))]];

function lead({ errors }: Correction): Node {
  return errors.size > 0
    ? text('入力を確かめてください。まだ記録していません。', 'strong')
    : text('正しい内容を入力してください。前の内容も履歴に残ります。');
}

function form(fields: readonly Field[], { given, errors }: Correction, known: Given<'correct'>): Node {
  const evidence = typeof given['evidence'] === 'string' ? given['evidence'] : undefined;
  const reason = typeof given['reason'] === 'string' ? given['reason'] : undefined;
  const why: Field = {
    type: 'text',
    name: 'reason',
    label: '訂正の理由',
    required: true,
    maxLength: 200,
    error: errors.get('reason'),
    ...(reason === undefined ? {} : { value: reason, said: !isReopened(given) }),
  };
  return {
    kind: 'form',
    parts: [{ intro: [], fields: [...fields, why] }],
    submit: '訂正する',
    ask: ask('correct', {
      ...known,
      ...(evidence === undefined ? {} : { evidence }),
      ...(given['year'] === undefined ? {} : { year: Number(given['year']) }),
    }),
  };
}
