import { type Day, fullDate } from '../../programme/day.ts';
import type { SubcontractContent } from '../../programme/staffing/subcontract.ts';
import { governorOf, letterDocx } from '../docx/letter.ts';
import { type FieldRow, fieldTable, linesWritten, UNWRITTEN } from '../docx/table.ts';

/** What 再委託承諾申請書 (様式 FM-04) is filled with. */
export type SubcontractPaper = {
  readonly content: SubcontractContent;
  readonly prefecture: string;
  /** 業務名 */
  readonly business: string;
  /** 受託者名; absent where no 体制表 says it. */
  readonly contractor: string | undefined;
  readonly day: Day;
  /** 県の承諾; absent where there is none yet. */
  readonly consent:
    | { readonly day: Day; readonly document: string | undefined; readonly condition: string | undefined }
    | undefined;
};

/** 再委託承諾申請書 as a Word file, in the words and the order of the form. */
export function subcontractDocx(paper: SubcontractPaper): Promise<Uint8Array> {
  const { prefecture, business, contractor, day } = paper;
  return letterDocx({
    day,
    to: governorOf(prefecture),
    by: ['受託者', contractor ?? '（受託者名　　　　　　　　）'],
    title: '再委託承諾申請書',
    text: `「${business}」の業務の一部を下記のとおり再委託したいので、承諾くださるようお願いします。`,
    parts: [fieldTable(rowsOf(paper))],
  });
}

const date = (day: Day | undefined): string => (day ? fullDate(day) : '未定');

function rowsOf({ content, consent }: SubcontractPaper): readonly FieldRow[] {
  const { party, representative, address, work, reason, amount, from, until } = content;
  return [
    ['再委託先の名称', party],
    ['代表者氏名', ...linesWritten(representative)],
    ['所在地', ...linesWritten(address)],
    ['再委託する業務の範囲', ...linesWritten(work)],
    ['再委託の理由・必要性', ...linesWritten(reason)],
    ['再委託金額（予定）', amount === undefined ? UNWRITTEN : `${amount.toLocaleString('ja-JP')}円`],
    ['期間', `${date(from)}から${date(until)}まで`],
    ['個人情報の取扱いの有無・内容', ...linesWritten(content.personalData)],
    ['安全管理・同等義務の確保方法', ...linesWritten(content.safeguards)],
    ['監督方法', ...linesWritten(content.supervision)],
    ['県の承諾（日付・条件）', ...consentLines(consent)],
  ];
}

function consentLines(consent: SubcontractPaper['consent']): readonly string[] {
  if (!consent) return ['（県が記入）'];
  const { day, document, condition } = consent;
  return [[fullDate(day), document].filter(Boolean).join('　'), ...(condition ? [`条件: ${condition}`] : [])];
}
