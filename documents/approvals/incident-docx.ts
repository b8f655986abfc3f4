import {
  type IncidentStanding,
  incidentStateNames,
  incidentTypeNames,
  personalDataNames,
} from '../../programme/approvals/incident.ts';
import type { Day } from '../../programme/day.ts';
import { governorOf, letterDocx } from '../docx/letter.ts';
import { subheading } from '../docx/page.ts';
import { type FieldRow, fieldTable, linesWritten, listTable, NONE } from '../docx/table.ts';

/** What 事故（インシデント）報告 (FM-22) is filled with. */
export type IncidentSheet = {
  readonly day: Day;
  readonly prefecture: string;
  /** The name of the programme, for which the secretariat writes. */
  readonly programme: string;
  readonly standing: IncidentStanding;
  readonly town: string | undefined;
  /** 覚知日時: when the first report came, and who made it. */
  readonly detected: string;
  /** Who was told through the chat and when, a line each. */
  readonly told: readonly string[];
  /** 経過: when, by whom, what. */
  readonly steps: readonly (readonly [when: string, who: string, what: string])[];
};

/** 事故報告 as a Word file: every field of the form in its words and order; the same letter serves 第1報, 経過 and 完了. */
export async function incidentDocx(sheet: IncidentSheet): Promise<Uint8Array> {
  const { day, prefecture, programme, standing, steps } = sheet;
  return letterDocx({
    day,
    to: governorOf(prefecture),
    by: [`${programme}　受託者`],
    title: `事故（インシデント）報告（${incidentStateNames[standing.state]}）`,
    text: '下記のとおり、事故について報告します。',
    parts: [fieldTable(rowsOf(sheet)), subheading('経過'), listTable(['日時', '報告した人', '内容'], steps, [3, 3, 8])],
  });
}

function rowsOf({ standing, town, detected, told }: IncidentSheet): FieldRow[] {
  const { report, facts } = standing;
  const personal = `個人情報: ${facts.personal ? personalDataNames[facts.personal] : '未確認'}`;
  return [
    ['市町村', town ?? NONE],
    ['内容', ...linesWritten(report.text)],
    ['発生日時', facts.occurred ?? '確認中'],
    ['覚知日時', detected],
    ['種別', facts.type ? incidentTypeNames[facts.type] : '確認中'],
    ['対象情報・件数・個人情報の有無', ...(facts.scope ? linesWritten(facts.scope) : []), personal],
    ['原因', ...linesWritten(facts.cause)],
    ['応急対応', ...linesWritten(facts.response)],
    ['影響範囲', ...linesWritten(facts.impact)],
    ['連絡先・時刻', ...(told.length > 0 && !facts.contacts ? told : [...told, ...linesWritten(facts.contacts)])],
    ['再発防止策', ...linesWritten(facts.prevention)],
  ];
}
