import { ask, type Given } from '../../programme/asks.ts';
import type { Kpi } from '../../programme/catalogue.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type KpiRecord, newestNumber } from '../../programme/progress/kpi-record.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { type Card, card, text } from '../card.ts';
import { kpiHeadline, kpiTrend } from './kpi.ts';
import { type EnteredValue, valueFields } from './kpi-value-fields.ts';

export type KpiReportView = {
  readonly municipality: Municipality;
  readonly kpi: Kpi;
  readonly record: KpiRecord;
  readonly week: Week;
  readonly given: Given<'report-kpi'>;
  /** What was typed before. */
  readonly typed?: EnteredValue;
  /** It was filled in, and is looked over once more: all of it is asked, each with what was said. */
  readonly reopened?: boolean;
  /** Why some of it cannot be right, by field. */
  readonly errors?: ReadonlyMap<string, string>;
};

/** Asks for one KPI's value, with the last one and the target in sight. */
export function kpiReportCard(view: KpiReportView): Card {
  const { municipality, kpi, record, week, given, typed, errors, reopened = false } = view;
  const { note, ...kept } = given;
  return card(
    `${kpi.id} ${kpi.name}`,
    `${municipality.name} ${kpi.id} ${kpi.name}: ${weekName(given.week ?? week)}の値を入力してください。`,
    text(`${municipality.name}・${weekName(given.week ?? week)}`, 'quiet'),
    errors?.size ? text('入力を確かめてください。まだ記録していません。', 'strong') : [],
    kpiHeadline(kpi, record),
    kpiTrend(kpi, record, week),
    {
      kind: 'form',
      parts: [
        {
          intro: [],
          fields: [
            ...valueFields(kpi, record, { required: true, given: typed, errors, said: !reopened }),
            {
              type: 'text',
              name: 'note',
              label: 'ひとこと（任意）',
              required: false,
              maxLength: 200,
              value: note,
              error: errors?.get('note'),
            },
            {
              type: 'text',
              name: 'evidence',
              label: '根拠（資料名・URL。任意）',
              required: false,
              maxLength: 500,
              value: kept.evidence,
              // One question more would be one too many on a phone: there it is said with the note, or in the sentence.
              said: true,
              error: errors?.get('evidence'),
            },
          ],
        },
      ],
      submit: '報告する',
      ask: ask('report-kpi', { ...kept, kpi: kpi.id, municipality: municipality.code, seen: newestNumber(record) }),
    },
  );
}
