import { type Day, fullDate } from '../../programme/day.ts';
import { talentFields } from '../../programme/talent/talent-fields.ts';
import type { TalentContent } from '../../programme/talent/talent-profile.ts';
import { heading, onTheRight, pageDocx, paragraphs, subheading } from '../docx/page.ts';
import { fieldTable, linesWritten } from '../docx/table.ts';

export type TalentSheet = {
  readonly town: string;
  readonly day: Day;
  readonly profiles: readonly TalentContent[];
};

/** 要件書 of the talents from outside that a municipality looks for, as a Word file; nobody is named in it. */
export async function talentProfileDocx({ town, day, profiles }: TalentSheet): Promise<Uint8Array> {
  const title = `${town} 外部デジタル人材 要件書`;
  return pageDocx(title, [
    onTheRight(`${fullDate(day)} 現在`),
    heading(title),
    ...profiles.flatMap((content, at) => [
      subheading(profiles.length === 1 ? '求める人材' : `求める人材 ${at + 1}`),
      fieldTable(talentFields.map(({ label, say }) => [label, ...linesWritten(say(content))])),
    ]),
    ...paragraphs('\n任用・契約の条件は、この要件書をもとに庁内で決めてください。報酬は年額です。'),
  ]);
}
