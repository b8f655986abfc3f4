import { type Day, fullDate } from '../../programme/day.ts';
import { oneMonthBefore } from '../../programme/staffing/one-month-before.ts';
import { type ChangeContent, changeKindNames } from '../../programme/staffing/staffing-change.ts';
import { governorOf, letterDocx } from '../docx/letter.ts';
import { fieldTable, linesWritten, NONE, orNone } from '../docx/table.ts';

export type StaffingLetter = {
  readonly content: ChangeContent;
  /** 文書番号 of the formal act; absent where none was given yet. */
  readonly number: string | undefined;
  /** 提出日; the day it is made where it was not handed in yet. */
  readonly day: Day;
  readonly prefecture: string;
  readonly business: string;
  readonly contractor: string | undefined;
  /** 業務責任者, who signs it. */
  readonly responsible: readonly string[];
  readonly towns: readonly string[];
  /** What the prefecture decided, where it has. */
  readonly decision: readonly string[];
};

/** 体制変更届（承認申請） (様式 FM-03), a letter to the governor. */
export async function staffingChangeDocx(letter: StaffingLetter): Promise<Uint8Array> {
  const { content, number, day, prefecture, business, contractor, responsible, towns, decision } = letter;
  const due = oneMonthBefore(content.day);
  return letterDocx({
    number,
    day,
    to: governorOf(prefecture),
    by: [contractor ?? '（受託者名）', ...responsible.map((name) => `業務責任者　${name}`)],
    title: '体制変更届（承認申請）',
    text: `「${business}」の体制を次のとおり変更したいので、承認を申請します。`,
    parts: [
      fieldTable([
        ['変更区分', changeKindNames[content.kind]],
        ['変更前', content.before ? nameOf(content) : NONE],
        [
          '変更後（経歴・資格・実績）',
          ...(content.after ? [content.after.name, ...linesWritten(content.career)] : [NONE]),
        ],
        ['変更理由', ...linesWritten(content.reason)],
        ['変更予定日', fullDate(content.day)],
        ['業務への影響と引継ぎ計画', ...linesWritten(content.handover)],
        ['影響する市町村', ...orNone(towns)],
        ...(day > due ? [['期限後の提出', `期限 ${fullDate(due)}`, ...linesWritten(content.late)] as const] : []),
        ['添付', '変更後の体制表、経歴書'],
        ['県の承認', ...(decision.length > 0 ? decision : ['　', '　'])],
      ]),
    ],
  });
}

const nameOf = ({ before, stays }: ChangeContent): string => `${before?.name}${stays ? '（ほかの業務に残る）' : ''}`;
