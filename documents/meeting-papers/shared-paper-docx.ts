import type { SeenContent } from '../../programme/consent/material.ts';
import { dayOf, fullDate, shortMoment } from '../../programme/day.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { closeLines, heading, onTheRight, pageDocx, pageHeading, paragraphs, subheading } from '../docx/page.ts';
import { fieldTable } from '../docx/table.ts';

export type SharedPaper = {
  readonly meeting: Meeting;
  /** In 団体コード order. */
  readonly towns: readonly { readonly name: string; readonly code: string; readonly content: SeenContent }[];
  /** How many municipalities are left out because nothing of them may be shown. */
  readonly without: number;
  /** Sums that give nobody away. */
  readonly totals: readonly string[];
  readonly madeAt: Date;
};

/** 会議資料 for municipalities: exactly what each of them consented to, and nothing of who has not. */
export async function sharedPaperDocx({ meeting, towns, without, totals, madeAt }: SharedPaper): Promise<Uint8Array> {
  const title = `${meeting.title}　資料（共有版）`;
  const left = without > 0 ? `（承諾のない${without}団体を除く）` : '';
  return pageDocx(
    title,
    [
      onTheRight(`${fullDate(dayOf(madeAt))}作成`),
      heading(title),
      fieldTable([
        ['日時', `${fullDate(meeting.day)}　${meeting.start}–${meeting.end}`],
        ['載せた団体', `${towns.length}団体${left}`],
        ['見てよい人', '支援対象の市町村の方、県、事務局、派遣人材'],
      ]),
      subheading('合計'),
      ...(totals.length > 0
        ? totals.flatMap((line) => paragraphs(`・${line}`))
        : paragraphs('載せられる合計はありません。')),
      ...towns.flatMap(({ name, code, content }) => [
        pageHeading(`${name}（${code}）`),
        ...content.sections.flatMap(({ label, text }) => [subheading(label), ...closeLines(text)]),
      ]),
    ],
    `会議資料 共有版　作成 ${shortMoment(madeAt)}`,
  );
}
