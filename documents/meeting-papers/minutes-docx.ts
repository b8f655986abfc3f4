import { type Day, fullDate } from '../../programme/day.ts';
import type { PaperAction } from '../../programme/meeting-papers/meeting-paper.ts';
import { seriesTitle } from '../../programme/meetings/audience.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import {
  issueOf,
  type MinutesSharing,
  type MinutesTexts,
  minutesSharingNames,
} from '../../programme/meetings/minutes-text.ts';
import { heading, pageDocx, paragraphs, subheading } from '../docx/page.ts';
import { fieldTable, listTable, NONE, orNone, UNWRITTEN } from '../docx/table.ts';
import { actionTable } from './action-table.ts';

/** What 議事録 and 打合せ記録簿 (FM-14) are filled with. */
export type MinutesSheet = {
  /** 議事録 of a 進捗状況確認会議, 打合せ記録簿 of any other. */
  readonly called: string;
  readonly meeting: Meeting;
  readonly number: number | undefined;
  /** Of which version, and the moment it was recorded. */
  readonly recorded: string;
  /** 所属・職名・氏名 and 代理, a line each. */
  readonly attended: readonly string[];
  readonly agenda: readonly string[];
  readonly texts: MinutesTexts;
  readonly decisions: readonly string[];
  readonly actions: readonly PaperAction[];
  readonly next: Meeting | undefined;
  readonly sharing: MinutesSharing;
  /** Undefined of what the prefecture does not confirm. */
  readonly confirmed: string | undefined;
  readonly today: Day;
  readonly madeAt: string;
};

/** 議事録, or 打合せ記録簿: every field of the form in its words and order. */
export async function minutesDocx(sheet: MinutesSheet): Promise<Uint8Array> {
  const { called, meeting, number, texts, decisions, actions, today, madeAt, recorded } = sheet;
  const title = `${number === undefined ? '' : `第${number}回　`}${seriesTitle(meeting.title)}　${called}`;
  return pageDocx(
    title,
    [
      heading(title),
      fieldTable(headRows(sheet)),
      subheading('報告事項'),
      ...listed(texts.reports),
      subheading('成果の発表'),
      ...listed(texts.outcomes),
      subheading('課題と対応策'),
      ...issueTable(texts.issues),
      subheading('決定事項'),
      ...listed(decisions.join('\n')),
      subheading('宿題'),
      ...actionTable(actions, today),
    ],
    `${called}　${recorded}　作成 ${madeAt}`,
  );
}

function headRows(sheet: MinutesSheet): Parameters<typeof fieldTable>[0] {
  const { meeting, number, attended, agenda, texts, next, sharing, confirmed, recorded } = sheet;
  const { day, start, end, place } = meeting;
  const materials = linesIn(texts.materials);
  return [
    ['回次', number === undefined ? NONE : `第${number}回`],
    ['日時', `${fullDate(day)}　${start}–${end}`],
    ['場所・開催方法', place || '（未定）'],
    ['出席者', ...(attended.length > 0 ? attended : [UNWRITTEN])],
    ['次第', ...orNone(agenda)],
    ['資料', ...(materials.length > 0 ? materials : [UNWRITTEN])],
    ['次回予定', next ? `${fullDate(next.day)}　${next.start}–${next.end}　${next.title}` : '（予定なし）'],
    ['共有範囲', minutesSharingNames[sharing]],
    ...(confirmed === undefined ? [] : [['県確認日', confirmed] as const]),
    ['記録', recorded],
  ];
}

const linesIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s　・･]+/, '').trim())
    .filter((line) => line !== '');

function listed(text: string | undefined) {
  const lines = linesIn(text);
  return lines.length === 0 ? paragraphs(UNWRITTEN) : lines.flatMap((line) => paragraphs(`・${line}`));
}

function issueTable(text: string | undefined) {
  const rows = linesIn(text).map(issueOf);
  if (rows.length === 0) return paragraphs(UNWRITTEN);
  return [
    listTable(
      ['課題', '対応策'],
      rows.map(([issue, answer]) => [issue, answer || '―']),
    ),
  ];
}
