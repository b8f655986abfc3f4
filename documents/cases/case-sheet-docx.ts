import { caseFields } from '../../programme/cases/case-field.ts';
import type { SeenContent } from '../../programme/consent/material.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import { heading, onTheRight, pageDocx, paragraphs, subheading } from '../docx/page.ts';
import { type FieldRow, fieldTable, linesWritten, listTable, orNone } from '../docx/table.ts';

/** A 承諾 that was asked for of the version on the sheet. */
type CaseSheetConsent = {
  /** 承諾番号 */
  readonly number: string;
  readonly scope: string;
  readonly standing: string;
  readonly day: Day | undefined;
};

/** What 横展開 事例シート (FM-16) is filled with: what others may see, and who has consented to that. */
export type CaseSheet = {
  readonly prefecture: string;
  readonly number: string;
  readonly day: Day;
  readonly content: SeenContent;
  readonly consents: readonly CaseSheetConsent[];
  /** The prefecture's, for third parties. */
  readonly byPrefecture: string;
};

/** 横展開 事例シート as a Word file, in the words and the order of the form. */
export async function caseSheetDocx(sheet: CaseSheet): Promise<Uint8Array> {
  const { prefecture, content, number, day, consents, byPrefecture } = sheet;
  const title = '横展開 事例シート';
  return pageDocx(title, [
    onTheRight(fullDate(day)),
    ...paragraphs(`${prefecture}内の市町村 各位`),
    heading(title),
    fieldTable(rowsOf(sheet)),
    subheading('承諾'),
    ...paragraphs(`事例番号 ${number}　「${content.title}」のこの版についての承諾`),
    consents.length > 0
      ? listTable(
          ['承諾番号', '共有範囲', '状態', '承諾日'],
          consents.map((each) => [each.number, each.scope, each.standing, each.day ? fullDate(each.day) : '']),
          [4, 2, 2, 3],
        )
      : fieldTable([['市町村の承諾', 'まだありません。ほかの市町村には配れません。']]),
    ...paragraphs(`県の承諾（第三者への提供）: ${byPrefecture}`),
  ]);
}

/** 市町村 and 分野 stand first; photos and works of others, which the form does not have, come last. */
const OF_WHOM = 2;

/** In the order of the form; what is blank says so. */
function rowsOf({ content, consents }: CaseSheet): readonly FieldRow[] {
  const { title, sections } = content;
  const known = new Map(sections.map(({ label, text }) => [label, text]));
  const form: readonly string[] = caseFields.flatMap(({ name, label }) =>
    name === 'title' || name === 'size' ? [] : [label],
  );
  const beside = sections.map(({ label }) => label).filter((label) => !form.includes(label));
  const [before, after] = [beside.slice(0, OF_WHOM), beside.slice(OF_WHOM)];
  return [
    ['事例名', title],
    ...[...before, ...form, ...after].map((label): FieldRow => [label, ...linesWritten(known.get(label))]),
    ['承諾番号', ...orNone(consents.filter(({ day }) => day !== undefined).map((each) => each.number))],
  ];
}
