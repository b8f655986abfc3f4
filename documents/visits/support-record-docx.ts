import { findItem, findStep } from '../../programme/catalogue.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import { visitModeNames } from '../../programme/meetings/visit-mode.ts';
import { onlineReasonNames, type VisitContent } from '../../programme/visits/visit-record.ts';
import { heading, pageDocx } from '../docx/page.ts';
import { type FieldRow, fieldTable, linesWritten, orNone, UNWRITTEN } from '../docx/table.ts';

/** What 支援記録票 (FM-06) is filled with; 派遣者所見 is kept apart and never comes here. */
export type SupportRecord = {
  readonly number: string;
  readonly version: number;
  readonly municipality: string;
  readonly expert: string;
  readonly content: VisitContent;
  /** 目的・議題: what stood on the agenda. */
  readonly topics: readonly string[];
  readonly actions: readonly { readonly what: string; readonly who: string; readonly due: Day }[];
  /** What was reported of KPIs on this visit, a line each. */
  readonly kpis: readonly string[];
  /** 市町村確認: when, by which office, and what was said to it. */
  readonly confirmed: { readonly when: string; readonly office: string; readonly note: string | undefined } | string;
};

/** 支援記録票 as a Word file, in the words and the order of the form. */
export async function supportRecordDocx(record: SupportRecord): Promise<Uint8Array> {
  const title = '支援記録票（訪問記録）';
  return pageDocx(title, [heading(title), fieldTable(rowsOf(record))]);
}

function rowsOf({
  number,
  version,
  municipality,
  expert,
  content,
  topics,
  actions,
  kpis,
  confirmed,
}: SupportRecord): FieldRow[] {
  const { day, start, end, mode, online, place, items, attended, text, decisions, problems, materials, next } = content;
  const held = online ? `${visitModeNames[mode]}（理由: ${onlineReasonNames[online]}）` : visitModeNames[mode];
  return [
    ['記録番号', version > 1 ? `${number}（第${version}版）` : number],
    ['市町村', municipality],
    ['支援日', fullDate(day)],
    ['開始', start],
    ['終了', end],
    ['形態', held],
    ['場所', place ?? UNWRITTEN],
    ['派遣人材', expert],
    ['市町村側参加者', attended ?? UNWRITTEN],
    ['対象ステップ・項目', ...items.map(itemLine)],
    ['目的・議題', ...(topics.length > 0 ? topics : items.map((id) => findItem(id)?.name ?? id))],
    ['支援内容', ...linesWritten(text)],
    ['決定事項', ...linesWritten(decisions)],
    ['課題', ...linesWritten(problems)],
    [
      '次回までの宿題（担当・期限）',
      ...orNone(actions.map(({ what, who, due }) => `${what}（${who}、${fullDate(due)}まで）`)),
    ],
    ['作成・提供資料', ...linesWritten(materials)],
    ['KPI更新', ...orNone(kpis)],
    ['市町村確認', ...confirmedLines(confirmed)],
    ['次回予定', next ?? UNWRITTEN],
  ];
}

function itemLine(id: string): string {
  const item = findItem(id);
  const step = findStep(item?.step ?? '');
  return [step && `ステップ${step.order} ${step.name}`, id, item?.name].filter(Boolean).join(' ');
}

function confirmedLines(confirmed: SupportRecord['confirmed']): readonly string[] {
  if (typeof confirmed === 'string') return [confirmed];
  const { when, office, note } = confirmed;
  return [`${when} ${office}`, ...(note ? [note] : [])];
}
