import { ask } from '../../programme/asks.ts';
import { type Day, fullDate, shortDate } from '../../programme/day.ts';
import { type AnswerCounts, type AttendanceSaid, answerText } from '../../programme/meetings/answer.ts';
import { isCancelled, type Meeting } from '../../programme/meetings/meeting.ts';
import { type Button, buttons, type Card, card, facts, type Node, notice, text } from '../card.ts';

/** A 宿題 of the meeting, as far as the reader may know who has it. */
export type ActionLine = { readonly what: string; readonly who: string; readonly due: Day; readonly done: boolean };

export type MeetingView = {
  readonly meeting: Meeting;
  /** For whom it is, in words. */
  readonly audience: string;
  readonly phase: 'ahead' | 'running' | 'over';
  readonly answer: AttendanceSaid | undefined;
  /** What was answered before the meeting moved. */
  readonly before?: AttendanceSaid | undefined;
  readonly mayName: boolean;
  readonly mayAnswer: boolean;
  readonly mayConvene: boolean;
  /** Of a visit: whether this is who visits. */
  readonly mayVisit?: boolean;
  /** Whether it can be had as a file here. */
  readonly maySave?: boolean;
  /** For those who steer: how the invited answered, and the offices that have not. */
  readonly answers?:
    | {
        readonly counts: AnswerCounts;
        readonly silent: readonly string[];
        /** Who comes although 対象 does not name them. */
        readonly beside?: readonly string[];
      }
    | undefined;
  /** Whether there are minutes of it. */
  readonly isMinuted?: boolean;
  readonly decisions?: readonly string[] | undefined;
  /** The last 県確認, and whether it is of the minutes as they stand. */
  readonly confirmation?: { readonly day: Day } | undefined;
  readonly isConfirmed?: boolean;
  /** Whether this person may say, or record, that the prefecture has confirmed them. */
  readonly mayConfirm?: boolean;
  /** Whether this person has 会議資料 and 議事録 as files. */
  readonly mayFile?: boolean;
  readonly actions?: readonly ActionLine[] | undefined;
  /** By when the minutes should be there, while they are not. */
  readonly minutesDue?: Day | undefined;
  readonly minutesLate?: boolean;
};

/** How many offices without an answer are named. */
const SILENT_NAMED = 30;
/** How many 宿題 of a meeting are listed. */
const ACTIONS_SHOWN = 10;

/** One meeting: when, where, one's own answer, and what one can do about it. */
export function meetingCard(view: MeetingView, said?: Node): Card {
  const { meeting, answer, mayName, mayAnswer } = view;
  const own = mayAnswer ? `、${answerText(answer, mayName)}` : '';
  return card(
    meeting.title,
    `${meeting.title} ${whenText(meeting)}${isCancelled(meeting) ? ' 中止' : own}`,
    said ?? [],
    isCancelled(meeting) ? notice('attention', cancelledText(meeting)) : [],
    meetingFacts(view),
    moved(view),
    mayAnswer ? buttons(...answerButtons(meeting, answer)) : [],
    replies(view),
    results(view),
    buttons(...further(view)),
  );
}

const cancelledText = ({ reason, visit }: Meeting): string =>
  `この${visit ? '訪問' : '会議'}は中止になりました${reason ? `（${reason}）` : ''}。`;

/** 令和8年12月17日（木）14:00–15:30 */
export function whenText({ day, start, end }: Meeting): string {
  return `${fullDate(day)}${start}–${end}`;
}

export function whenFacts({ day, start, end }: Meeting): (readonly [string, string])[] {
  return [
    ['日付', fullDate(day)],
    ['時間', `${start}–${end}`],
  ];
}

function meetingFacts({ meeting, audience, answer, mayAnswer, mayName }: MeetingView): Node {
  return facts(
    ...whenFacts(meeting),
    ['場所', meeting.place || '未定'],
    ['対象', audience],
    ...(mayAnswer ? [['あなたの回答', answerText(answer, mayName)] as const] : []),
  );
}

function moved({ meeting, answer, before, mayAnswer, mayName }: MeetingView): Node[] {
  if (!mayAnswer || answer || !before || isCancelled(meeting)) return [];
  return [
    notice('attention', `日程が変わりました。もう一度お答えください（変更前の回答: ${answerText(before, mayName)}）。`),
  ];
}

/** 出席・欠席・代理 and what is to be talked about. The first one stands out while there is no answer. */
export function answerButtons({ id }: Meeting, answer: AttendanceSaid | undefined): Button[] {
  const meeting = { meeting: id };
  return [
    { label: '出席', ask: ask('attend', meeting), look: answer ? 'plain' : 'primary' },
    { label: '欠席', ask: ask('decline', meeting) },
    { label: '代理', ask: ask('attend', { ...meeting, proxy: 'yes' }) },
    { label: '議題', ask: ask('add-agenda', meeting) },
  ];
}

function replies({ answers, meeting }: MeetingView): Node[] {
  if (!answers || isCancelled(meeting)) return [];
  const { counts, silent, beside = [] } = answers;
  const named = silent.slice(0, SILENT_NAMED).join('、');
  const more = silent.length > SILENT_NAMED ? ` ほか${silent.length - SILENT_NAMED}` : '';
  return [
    text('回答の状況', 'heading'),
    text(`出席 ${counts.attend}・代理 ${counts.substitute}・欠席 ${counts.decline}・未回答 ${counts.none}`),
    ...(beside.length > 0
      ? [text(`対象のほかに呼ばれている${beside.join('・')}の方も、数に入っています。`, 'quiet')]
      : []),
    ...(silent.length > 0 ? [text(`まだ回答のないところ: ${named}${more}`, 'quiet')] : []),
  ];
}

function results(view: MeetingView): Node[] {
  const { decisions = [], actions = [], phase } = view;
  if (phase === 'ahead') return [];
  return [
    ...missingMinutes(view),
    ...confirmedLine(view),
    ...(decisions.length > 0 ? [text('決まったこと', 'heading'), ...decisions.map((line) => text(`・${line}`))] : []),
    ...(actions.length > 0 ? [text('宿題', 'heading'), ...actionTexts(actions)] : []),
  ];
}

function missingMinutes({ minutesDue, minutesLate, mayConvene }: MeetingView): Node[] {
  if (!minutesDue || !mayConvene) return [];
  const by = shortDate(minutesDue);
  return minutesLate
    ? [notice('attention', `議事録がまだありません（期限 ${by}）。`)]
    : [notice('quiet', `議事録は${by}までに記録してください。`)];
}

/** 県確認 is of the minutes of a 進捗状況確認会議 alone. */
function confirmedLine({ confirmation, isConfirmed, mayConfirm }: MeetingView): Node[] {
  if (!mayConfirm) return [];
  if (!confirmation) return [text('県の確認: まだです', 'quiet')];
  const since = isConfirmed ? '' : '。そのあと直しています';
  return [text(`県の確認: ${fullDate(confirmation.day)}${since}`, 'quiet')];
}

/** The first 宿題 of a list, and how many more there are. */
export function actionTexts(actions: readonly ActionLine[]): Node[] {
  const shown = actions.slice(0, ACTIONS_SHOWN).map((action) => text(`・${actionText(action)}`));
  const more = actions.length - shown.length;
  return more > 0 ? [...shown, text(`ほか${more}件`, 'quiet')] : shown;
}

/** 工程表の素案を出す（小海町、12/10(木)まで） */
function actionText({ what, who, due, done }: ActionLine): string {
  return `${what}（${who ? `${who}、` : ''}${done ? '完了' : `${shortDate(due)}まで`}）`;
}

function further(view: MeetingView): Button[] {
  const { meeting, phase, mayAnswer, maySave } = view;
  // A visit is recorded and called off by its own commands, which know whether it was recorded.
  const mayConvene = view.mayConvene && !meeting.visit;
  const id = { meeting: meeting.id };
  const all: Button[] = [];
  if (maySave && phase === 'ahead' && !isCancelled(meeting))
    all.push({ label: '予定表に入れる', ask: ask('save-meeting', id) });
  if (phase !== 'over' && !mayAnswer && !isCancelled(meeting))
    all.push({ label: '次第を見る', ask: ask('add-agenda', id) });
  if (mayConvene && phase !== 'ahead' && !isCancelled(meeting))
    all.push({ label: '議事録', ask: ask('record-minutes', id), look: 'primary' });
  if (mayConvene && phase === 'ahead' && !isCancelled(meeting)) {
    all.push({ label: '変更する', ask: ask('change-meeting', id) });
    all.push({ label: '中止する', ask: ask('cancel-meeting', id), look: 'danger' });
  }
  if (mayConvene && phase === 'ahead' && isCancelled(meeting))
    all.push({ label: '中止を取り消す', ask: ask('cancel-meeting', { ...id, back: 'yes' }) });
  return [...all, ...paperButtons(view), ...visitButtons(view), { label: '会議の予定', ask: ask('show-meetings') }];
}

/** What is laid before it, and what is kept of it. */
function paperButtons({ meeting, phase, isMinuted, isConfirmed, mayConfirm, mayFile }: MeetingView): Button[] {
  if (!mayFile || meeting.visit || isCancelled(meeting)) return [];
  const id = { meeting: meeting.id };
  return [
    ...(meeting.kind === 'progress' && phase !== 'over' ? [{ label: '会議資料', ask: ask('meeting-paper', id) }] : []),
    ...(isMinuted && mayConfirm && !isConfirmed ? [{ label: '議事録の確認', ask: ask('confirm-minutes', id) }] : []),
    ...(isMinuted ? [{ label: '議事録をファイルで', ask: ask('minutes-file', id) }] : []),
  ];
}

function visitButtons({ meeting, phase, mayVisit }: MeetingView): Button[] {
  if (!meeting.visit || !mayVisit) return [];
  const visit = { visit: `visit-${meeting.id}` };
  if (isCancelled(meeting)) return [{ label: '中止を取り消す', ask: ask('cancel-visit', { ...visit, back: 'yes' }) }];
  return phase === 'ahead'
    ? [
        { label: '変更する', ask: ask('change-meeting', { meeting: meeting.id }) },
        { label: '中止する', ask: ask('cancel-visit', visit), look: 'danger' },
      ]
    : [{ label: '訪問を記録する', ask: ask('record-visit', visit), look: 'primary' }];
}
