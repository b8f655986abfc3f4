import { fullDate } from '../../programme/day.ts';
import type { OrganizationSheet } from '../../programme/staffing/organization-sheet.ts';
import { heading, onTheRight, pageDocx, subheading } from '../docx/page.ts';
import { type FieldRow, fieldTable, linesWritten, listTable, NONE, orNone } from '../docx/table.ts';

/** A line of what is written beside its name; none where nothing is. */
const beside = (label: string, text: string | undefined): readonly string[] => (text ? [`${label}: ${text}`] : []);

/** 体制表 (様式 FM-02), in its words and order. */
export async function organizationChartDocx(sheet: OrganizationSheet): Promise<Uint8Array> {
  const { business, content, version, experts, parties } = sheet;
  return pageDocx('体制表', [
    onTheRight(`${version}　適用日 ${fullDate(content.day)}`),
    heading('体制表'),
    fieldTable([['業務名', business], ['受託者名', ...linesWritten(content.contractor)], ...postRows(sheet)]),
    subheading('派遣デジタル人材'),
    listTable(
      ['氏名', '専門分野', '担当市町村', '稼働'],
      experts.length === 0
        ? [[NONE, '', '', '']]
        : experts.map(({ name, office, expertise, towns, work }) => [
            office ? `${name}\n（${office}）` : name,
            expertise || '―',
            towns || '―',
            work || '―',
          ]),
      [3, 4, 4, 2],
    ),
    subheading('再委託先'),
    listTable(
      ['再委託先', '承諾番号'],
      parties.length === 0 ? [[NONE, '']] : parties.map(({ name, document }) => [name, document ?? '―']),
      [3, 2],
    ),
    subheading('緊急連絡・エスカレーション経路'),
    fieldTable([['経路', ...linesWritten(content.escalation)]]),
  ]);
}

function postRows({ content, responsible, pm, contact, staff, mail }: OrganizationSheet): readonly FieldRow[] {
  return [
    ['業務責任者', ...orNone(responsible), ...beside('役職', content.position), ...beside('連絡先', content.reach)],
    [
      'プロジェクトマネージャー',
      ...orNone(pm),
      ...beside('経歴', content.career),
      ...beside('同種業務の実績', content.experience),
    ],
    [
      '連絡窓口',
      ...orNone(contact),
      ...beside('電話', content.phone),
      ...beside('メール', mail),
      ...beside('受付時間', content.hours),
    ],
    ...(staff.length > 0 ? [['事務局', ...staff] as const] : []),
  ];
}
