import { consentVerdictNames } from '../../programme/consent/consent.ts';
import type { SeenContent } from '../../programme/consent/material.ts';
import { type SharingScope, scopeNames } from '../../programme/consent/scope.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import type { Ruling } from '../../programme/filing.ts';
import { governorOf, letterDocx } from '../docx/letter.ts';
import { subheading } from '../docx/page.ts';
import { type FieldRow, fieldTable, NONE } from '../docx/table.ts';

/** What 共有承諾書 (FM-15) is filled with. */
export type ConsentLetter = {
  /** 承諾番号 */
  readonly number: string;
  readonly prefecture: string;
  readonly municipality: string;
  readonly version: string;
  readonly content: SeenContent;
  readonly scope: SharingScope;
  readonly from: Day;
  readonly until: Day | undefined;
  readonly verdict: Ruling;
  readonly condition: string | undefined;
  /** 承諾者（職名） */
  readonly consenter: string;
  readonly document: string | undefined;
  /** 承諾日時 and 撤回日時, as they are read. */
  readonly decided: string;
  readonly decidedOn: Day;
  readonly withdrawn: string | undefined;
};

/** 共有承諾書 as a Word file: what was answered in the chat, in the words of the form. */
export function consentDocx(letter: ConsentLetter): Promise<Uint8Array> {
  const { prefecture, municipality, consenter, document, decidedOn, verdict, content } = letter;
  const title = '共有承諾書（資料・事例）';
  return letterDocx({
    number: document,
    day: decidedOn,
    to: governorOf(prefecture),
    by: [municipality, consenter],
    title,
    text: sentences[verdict],
    parts: [
      fieldTable(rowsOf(letter)),
      subheading('共有する内容'),
      fieldTable([
        ['題名', content.title],
        ...content.sections.map(({ label, text }): FieldRow => [label, ...text.split(/\r?\n/)]),
      ]),
    ],
  });
}

const sentences: Readonly<Record<Ruling, string>> = {
  approve: '下記の資料について、下記の範囲で共有することを承諾します。',
  conditional: '下記の資料について、条件のとおり直すことを求めます。直した版は、改めて承諾します。',
  refuse: '下記の資料について、共有することを承諾しません。',
};

function rowsOf(letter: ConsentLetter): FieldRow[] {
  const { number, municipality, version, content, scope, verdict, condition, consenter, document } = letter;
  const { from, until, decided, withdrawn } = letter;
  const period =
    until === undefined ? `${fullDate(from)}から、撤回するまで` : `${fullDate(from)}から${fullDate(until)}まで`;
  return [
    ['承諾番号', number],
    ['市町村', municipality],
    ['対象（資料名・版・ハッシュ）', content.title, `版 ${version}`],
    ['共有範囲', scopeNames[scope]],
    [
      '共有してよい項目・匿名化条件',
      content.sections.map(({ label }) => label).join('、'),
      '上の項目に書かれたものだけを、そのまま共有する',
    ],
    ['写真・肖像の扱い', photosOf(content)],
    ['有効期間', verdict === 'approve' ? period : NONE],
    ['承諾／条件付／不承諾', consentVerdictNames[verdict]],
    ['条件・修正要望', ...(condition ?? NONE).split(/\r?\n/)],
    ['承諾者（職名）・決裁番号', consenter, `決裁番号 ${document ?? NONE}`],
    ['承諾日時', decided],
    ['撤回日時', withdrawn ?? NONE],
  ];
}

/** What the content itself says of its photos. */
const photosOf = ({ sections }: SeenContent): string =>
  sections.find(({ label }) => /写真|肖像/.test(label))?.text ?? '写真は含まない';
