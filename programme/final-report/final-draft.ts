import { fullDate } from '../day.ts';
import { approvedVersion } from '../filing.ts';
import { prefectureOffice } from '../programme.ts';
import { chartId } from '../staffing/organization-chart.ts';
import { annexLists } from './annex-lists.ts';
import { appendixChapter } from './appendix-chapter.ts';
import { casesChapter } from './cases-chapter.ts';
import { dispatchChapter } from './dispatch-chapter.ts';
import { draftedOverview } from './drafted-texts.ts';
import type { ReportPart } from './figure.ts';
import type { FinalRecords, FinalSources } from './final-records.ts';
import { COVER, chapterTitles } from './final-section.ts';
import { kpiChapter } from './kpi-chapter.ts';
import { meetingsChapter } from './meetings-chapter.ts';
import { municipalChapter } from './municipal-chapter.ts';
import { organizationChapter } from './organization-chapter.ts';
import { resourcesChapter } from './resources-chapter.ts';

/** 業務報告書 as the records have it now, part by part in its order. Nothing in it is typed by anybody. */
export const finalDraft = (records: FinalSources): readonly ReportPart[] => [
  coverPart(records),
  written(1, 'overview', draftedOverview(records)),
  organizationChapter(records),
  dispatchChapter(records),
  ...municipalChapter(records),
  kpiChapter(records),
  resourcesChapter(records),
  meetingsChapter(records),
  casesChapter(records),
  written(9, 'proposals', ''),
  appendixChapter(records),
  ...annexLists(records),
];

/** A chapter that people write alone. */
const written = (chapter: number, key: string, drafted: string): ReportPart => ({
  chapter,
  title: chapterTitles[chapter - 1] ?? '',
  blocks: [{ text: { key, drafted } }],
});

/** What the first page says; it stays as it was when a version was handed in, whatever the programme is called later. */
function coverPart({ programme, staffing }: FinalRecords): ReportPart {
  const { name, start, end, fiscalYear } = programme;
  const chart = staffing.charts.find(({ id }) => id === chartId(fiscalYear));
  const contractor = chart && approvedVersion(chart)?.content.contractor;
  return {
    chapter: COVER,
    title: prefectureOffice(programme),
    blocks: [
      {
        facts: [
          { label: '事業名', cell: name },
          { label: '期間', cell: `${fullDate(start)}から${fullDate(end)}まで` },
          ...(contractor ? [{ label: '受託者名', cell: contractor }] : []),
        ],
      },
    ],
  };
}

/** What the records say for each section, by its key. */
export const draftedTexts = (parts: readonly ReportPart[]): ReadonlyMap<string, string> =>
  new Map(
    parts.flatMap(({ blocks }) => blocks.flatMap(({ text }) => (text ? [[text.key, text.drafted] as const] : []))),
  );
