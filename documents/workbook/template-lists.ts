import type { Workbook } from 'exceljs';
import type { Kpi } from '../../programme/catalogue.ts';
import type { Edition } from '../../programme/edition.ts';
import { valueText } from '../../programme/progress/kpi-value.ts';
import { settingsRows } from './sheets.ts';
import { addSheet, bodyFont, styleHeading } from './template-style.ts';

const HEADINGS = [
  '項目ID',
  '項目',
  'ステップ',
  'KPI ID',
  'KPI',
  '単位',
  '書ける値',
  '目標値の案',
  '期限の案',
  '週次の候補',
  '実施年度',
];
const WIDTHS = [10, 40, 9, 10, 44, 10, 38, 16, 14, 12, 18];

/** 一覧: the ids to write, their names and suggestions; the choices of other sheets come from here. */
export function addLists(workbook: Workbook, edition: Edition): void {
  const worksheet = addSheet(workbook, '一覧', 'FFB8C6CE');
  worksheet.columns = WIDTHS.map((width) => ({ width }));
  worksheet.getRow(1).values = HEADINGS;
  styleHeading(
    worksheet.getRow(1),
    HEADINGS.map(() => false),
  );
  const kpis = edition.kpis.filter((kpi) => kpi.item !== null);
  for (const [i, kpi] of kpis.entries()) {
    const item = edition.items[i];
    const row = worksheet.getRow(i + 2);
    row.values = [
      item?.id ?? null,
      item?.name ?? null,
      item?.step ?? null,
      kpi.id,
      kpi.name,
      kpi.unit,
      kpi.grades?.map(([at, name]) => `${at} ${name}`).join('、') ?? (kpi.type === 'boolean' ? '有・無' : null),
      ...suggestionOf(kpi),
      kpi.weekly ? '○' : null,
    ];
    row.font = bodyFont();
  }
  const at = `'事業'!$B$${Object.keys(settingsRows).indexOf('fiscalYear') + 2}`;
  const next = `"令和"&(VALUE(SUBSTITUTE(SUBSTITUTE(${at},"令和",""),"年度",""))+1)&"年度以降"`;
  worksheet.getCell('K2').value = { formula: `IF(${at}="","",${at})`, result: '' };
  worksheet.getCell('K3').value = { formula: `IFERROR(${next},"")`, result: '' };
  worksheet.getCell('K4').value = '対象外';
}

const suggestionOf = (kpi: Kpi) =>
  kpi.suggested ? [valueText(kpi, kpi.suggested.target), dayOfYearText(kpi.suggested.due)] : [null, null];

/** 12/27; 翌年 3/14 of the programme's fiscal year, which the template does not know. */
function dayOfYearText(monthDay: string): string {
  const [month, day] = monthDay.split('-').map(Number);
  return `${monthDay < '04-01' ? '翌年 ' : ''}${month}/${day}`;
}
