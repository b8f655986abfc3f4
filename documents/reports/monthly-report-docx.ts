import type { Paragraph, Table } from 'docx';
import { type Day, fullDate } from '../../programme/day.ts';
import { askedOfPrefecture, textsOf } from '../../programme/reports/monthly-change.ts';
import {
  type MonthlyContent,
  type MonthlyField,
  type MonthlyPart,
  type MonthlySection,
  monthlyFields,
} from '../../programme/reports/monthly-report.ts';
import { monthName } from '../../programme/support/month.ts';
import type { DaySpan } from '../../programme/support/support-figures.ts';
import { heading, onTheRight, pageDocx, paragraphs, subheading } from '../docx/page.ts';
import { fieldTable, listTable, NONE } from '../docx/table.ts';

/** What 月次報告書 (FM-08) is filled with. */
export type MonthlySheet = {
  readonly span: DaySpan;
  /** The programme's name, and the office it is handed to. */
  readonly programme: string;
  readonly office: string;
  readonly until: Day;
  readonly standing: string;
  readonly meeting: Day | undefined;
  readonly parts: readonly MonthlyPart[];
  readonly texts: MonthlyContent['texts'];
};

/** How wide the columns of each table are beside each other. */
const SHARES: Readonly<Partial<Record<MonthlyField, readonly number[]>>> = {
  dispatch: [4, 6, 3, 5, 5, 6],
  stepProgress: [4, 4, 4, 4, 4, 4, 14],
  kpi: [6, 5, 3, 5, 2],
  issues: [3, 9, 4],
  nextMonth: [3, 5, 8],
  staffing: [3, 2, 4, 3],
  cases: [3, 5, 4, 4],
  requestsToPref: [2, 9, 4],
};
/** A table of more rows than these is small. */
const LONG = 12;
/** Below which field what people wrote to a section stands. */
const TEXT_UNDER: Readonly<Record<MonthlySection, MonthlyField>> = {
  overview: 'summary',
  results: 'kpi',
  issues: 'issues',
  ahead: 'nextMonth',
  staffing: 'staffing',
};

/** 月次報告書 as a Word file: every field of the form in its words and order. */
export async function monthlyReportDocx(sheet: MonthlySheet): Promise<Uint8Array> {
  const { span, programme, office, until, standing, meeting } = sheet;
  const title = `月次報告書（${monthName(span)}）`;
  const head = fieldTable([
    ['対象月', monthName(span)],
    ['事業名', programme],
    ['進捗状況確認会議', meeting === undefined ? '（予定なし）' : fullDate(meeting)],
    ['記録', `${fullDate(until)}まで`],
    ['状態', standing],
  ]);
  const fields = (Object.keys(monthlyFields) as MonthlyField[]).flatMap((field, at) =>
    fieldNodes(sheet, field, at + 1),
  );
  return pageDocx(title, [
    ...paragraphs(`${office}　御中`),
    onTheRight('受託者（PM）'),
    heading(title),
    head,
    ...fields,
  ]);
}

const lookOf = (field: MonthlyField, rows: number) =>
  field === 'stepProgress' ? 'codes' : rows > LONG ? 'small' : 'plain';

function fieldNodes(sheet: MonthlySheet, field: MonthlyField, number: number): (Paragraph | Table)[] {
  const { facts = [], table } = sheet.parts.find((part) => part.field === field) ?? {};
  const { label, section } = monthlyFields[field];
  const written = field === 'requestsToPref' ? askedOfPrefecture(sheet) : [];
  const texts = TEXT_UNDER[section] === field ? textsOf(sheet, section) : written.map((line) => `・${line}`);
  const rows = table?.rows ?? [];
  const isEmpty = facts.length + texts.length + rows.length === 0;
  return [
    subheading(`${number}　${label}`),
    ...texts.flatMap((line) => paragraphs(line)),
    ...(facts.length > 0
      ? [fieldTable(facts.map(({ label: name, text }) => [name, ...text.split('\n')] as const))]
      : []),
    ...(facts.length > 0 && rows.length > 0 ? paragraphs('') : []),
    ...(table && rows.length > 0
      ? [
          listTable(
            table.head,
            rows.map(({ cells }) => cells),
            SHARES[field],
            lookOf(field, rows.length),
          ),
        ]
      : []),
    ...(isEmpty ? paragraphs(NONE) : []),
  ];
}
