import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { findItem, findStep } from '../../programme/catalogue.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import { visitModeNames } from '../../programme/meetings/visit-mode.ts';
import { onlineReasonNames, type VisitContent } from '../../programme/visits/visit-record.ts';

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

const FONT = 'Noto Sans CJK JP';
/** Half points. */
const SIZE = 20;
/** Twentieths of a point: the width of a page of A4 without its margins, and of the names of the fields. */
const WIDTH = 9638;
const LABEL = 3000;
const MARGIN = 1134;
const NONE = '（なし）';

/** 支援記録票 as a Word file, in the words and the order of the form. */
export async function supportRecordDocx(record: SupportRecord): Promise<Uint8Array> {
  const document = new Document({
    creator: '伴走ボット',
    title: '支援記録票（訪問記録）',
    styles: { default: { document: { run: { font: { ascii: FONT, eastAsia: FONT, hAnsi: FONT }, size: SIZE } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        children: [heading(), table(rowsOf(record))],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const heading = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [new TextRun({ text: '支援記録票（訪問記録）', bold: true, size: 28 })],
  });

type Line = readonly [label: string, ...lines: readonly string[]];

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
}: SupportRecord): Line[] {
  const { day, start, end, mode, online, place, items, attended, text, decisions, problems, materials, next } = content;
  const held = online ? `${visitModeNames[mode]}（理由: ${onlineReasonNames[online]}）` : visitModeNames[mode];
  return [
    ['記録番号', version > 1 ? `${number}（第${version}版）` : number],
    ['市町村', municipality],
    ['支援日', fullDate(day)],
    ['開始', start],
    ['終了', end],
    ['形態', held],
    ['場所', place ?? NONE],
    ['派遣人材', expert],
    ['市町村側参加者', attended ?? NONE],
    ['対象ステップ・項目', ...items.map(itemLine)],
    ['目的・議題', ...(topics.length > 0 ? topics : items.map((id) => findItem(id)?.name ?? id))],
    ['支援内容', ...linesOf(text)],
    ['決定事項', ...linesOf(decisions)],
    ['課題', ...linesOf(problems)],
    [
      '次回までの宿題（担当・期限）',
      ...listed(actions.map(({ what, who, due }) => `${what}（${who}、${fullDate(due)}まで）`)),
    ],
    ['作成・提供資料', ...linesOf(materials)],
    ['KPI更新', ...listed(kpis)],
    ['市町村確認', ...confirmedLines(confirmed)],
    ['次回予定', next ?? NONE],
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

const listed = (lines: readonly string[]): readonly string[] => (lines.length > 0 ? lines : [NONE]);
const linesOf = (text: string | undefined): readonly string[] => text?.split(/\r?\n/) ?? [NONE];

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };

function table(lines: readonly Line[]): Table {
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL, WIDTH - LABEL],
    rows: lines.map(
      ([label, ...said]) => new TableRow({ cantSplit: said.length < 12, children: [cell([label], true), cell(said)] }),
    ),
  });
}

function cell(lines: readonly string[], isLabel = false): TableCell {
  return new TableCell({
    width: { size: isLabel ? LABEL : WIDTH - LABEL, type: WidthType.DXA },
    verticalAlign: isLabel ? VerticalAlign.CENTER : VerticalAlign.TOP,
    borders: BORDERS,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(isLabel ? { shading: { fill: 'EDEDED' } } : {}),
    children: lines.map((line) => new Paragraph({ children: [new TextRun({ text: line, bold: isLabel })] })),
  });
}
