import { ask } from '../../programme/asks.ts';
import { dayOf, shortDate, shortMoment } from '../../programme/day.ts';
import { type MeetingPaper, movedCounts } from '../../programme/meeting-papers/meeting-paper.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { type Button, buttons, type Card, card, facts, text } from '../card.ts';
import { whenText } from '../meetings/meeting.ts';
import { wordFile } from '../word-file.ts';

export type PaperShown = {
  readonly paper: MeetingPaper;
  /** Absent where no file can be handed out. */
  readonly file: Uint8Array | undefined;
  /** Sent by the clock before the meeting. */
  readonly isAhead?: boolean;
  /** Whether this person may have the version for municipalities. */
  readonly mayShare: boolean;
};

/** 会議資料: the whole at a glance, and the file. */
export function meetingPaperCard({ paper, file, isAhead = false, mayShare }: PaperShown): Card {
  const { meeting, number, until } = paper;
  const title = `${number === undefined ? '' : `第${number}回 `}会議資料`;
  const sentence = isAhead
    ? `${shortDate(meeting.day)}の会議の資料です。会議までに目を通してください。`
    : `${meeting.title}の資料です。`;
  return card(
    title,
    `${meeting.title}（${shortDate(meeting.day)}）の会議資料です。`,
    text(meeting.title, 'strong'),
    text(`${whenText(meeting)}　${meeting.place || '場所未定'}`),
    text(sentence),
    facts(...paperFacts(paper)),
    text(`${shortMoment(until)}の記録から作りました。`, 'quiet'),
    wordFile(`会議資料 ${meeting.title} ${meeting.day}`, file, ask('meeting-paper', { meeting: meeting.id })),
    buttons(...paperButtons(meeting, mayShare)),
  );
}

function paperFacts({
  digest,
  last,
  requests,
  milestones,
  waiting,
  since,
}: MeetingPaper): (readonly [string, string])[] {
  const { towns, of, moves, achieved, overdue, late } = movedCounts(digest);
  const done = last?.actions.filter((action) => action.done).length ?? 0;
  return [
    [`動いたもの（${shortDate(since)}から）`, `${moves}件（${towns}/${of}団体）`],
    ['達成したステップ', `${achieved}件`],
    ['期限を過ぎた項目', `${overdue}件（${late}/${of}団体）`],
    ...(last ? [['前回までの宿題', `${last.actions.length}件（完了 ${done}件）`] as const] : []),
    ['続いている相談', `${requests.open.count}件`],
    ['全体計画の遅れ', `${milestones.length}件`],
    ['県の決定・回答待ち', `${waiting.length}件`],
  ];
}

function paperButtons({ id }: Meeting, mayShare: boolean): Button[] {
  return [
    { label: '次第を見る', ask: ask('add-agenda', { meeting: id }) },
    { label: '会議に戻る', ask: ask('show-meetings', { meeting: id }) },
    ...(mayShare
      ? [{ label: '共有版をファイルで', ask: ask('meeting-paper', { meeting: id, shared: '共有版' }) }]
      : []),
  ];
}

export type SharedPaperShown = {
  readonly meeting: Meeting;
  /** Of how many municipalities it shows something, and how many are left out. */
  readonly shown: number;
  readonly without: number;
  readonly madeAt: string;
  readonly file: Uint8Array | undefined;
};

/** 会議資料 as municipalities may see it of each other. */
export function sharedPaperCard({ meeting, shown, without, madeAt, file }: SharedPaperShown): Card {
  const left = without > 0 ? `承諾のない${without}団体は入っていません。` : '';
  const sentence = `承諾のある${shown}団体分です。${left}`;
  const again = ask('meeting-paper', { meeting: meeting.id, shared: '共有版' });
  return card(
    '会議資料 共有版',
    `${meeting.title}の会議資料 共有版: ${sentence}`,
    text(meeting.title, 'strong'),
    text(sentence),
    text(`${shortDate(dayOf(new Date(madeAt)))}にまとめたものです。支援対象の市町村の方に見せられます。`, 'quiet'),
    wordFile(`会議資料 共有版 ${meeting.title} ${meeting.day}`, file, again),
    buttons(
      { label: '共有版を作り直す', ask: ask('share-meeting', { meeting: meeting.id }) },
      { label: '会議に戻る', ask: ask('show-meetings', { meeting: meeting.id }) },
    ),
  );
}
