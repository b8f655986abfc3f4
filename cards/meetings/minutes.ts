import { ask } from '../../programme/asks.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import { parted } from '../../programme/kind.ts';
import { type Meeting, meetingTime } from '../../programme/meetings/meeting.ts';
import type { MinutesSaid } from '../../programme/meetings/minutes.ts';
import {
  MinutesSharing,
  MinutesText,
  minutesSharingNames,
  minutesTextHints,
  minutesTextNames,
} from '../../programme/meetings/minutes-text.ts';
import {
  buttons,
  type Card,
  type Choice,
  card,
  type Field,
  type FormPart,
  list,
  type Node,
  notice,
  text,
} from '../card.ts';
import { type ActionLine, actionTexts } from './meeting.ts';

export type ActionRow = {
  readonly who?: string | undefined;
  readonly what?: string | undefined;
  readonly by?: string | undefined;
};

/** What of a row is missing or wrong. */
export type RowError = {
  readonly input: keyof ActionRow;
  readonly problem: string;
  /** Who was most likely meant; stands there instead, to be sent again. */
  readonly meant?: { readonly id: string; readonly name: string };
};

export type MinutesForm = {
  readonly meeting: Meeting;
  /** What is written already, or was typed. */
  readonly said: MinutesSaid;
  /** What is on record already. */
  readonly recorded: readonly ActionLine[];
  /** Empty where there are too many to choose from: then the office or name is written. */
  readonly people: readonly Choice[];
  readonly rows: number;
  /** How many versions there were when the form was made. */
  readonly seen: number;
  /** What somebody else has decided on since the form was opened. */
  readonly newer?: readonly string[] | undefined;
  readonly again?:
    | { readonly actions: readonly ActionRow[]; readonly errors: ReadonlyMap<number, RowError> }
    | undefined;
};

/** Decisions, and who does what by when. */
export function minutesFormCard(form: MinutesForm): Card {
  const { meeting, said, recorded, again, rows, seen, newer, people } = form;
  const hasRoom = people.length * rows <= CHOICES_BESIDE;
  return card(
    '議事録',
    `${meeting.title}の議事録を記録します。`,
    text(`${meeting.title}（${meetingTime(meeting)}）`, 'quiet'),
    newer
      ? newerLines(newer)
      : again
        ? notice('attention', '宿題の入力を確かめてください。まだ記録していません。')
        : [],
    recorded.length > 0 ? [text('記録済みの宿題', 'quiet'), ...actionTexts(recorded)] : [],
    {
      kind: 'form',
      parts: [
        decisionsPart(said.decisions),
        ...Array.from({ length: rows }, (_, at) => actionPart(at, form)),
        ...(hasRoom ? [furtherPart(said)] : []),
      ],
      submit: '議事録を記録する',
      ask: ask('record-minutes', { meeting: meeting.id, seen }),
    },
    hasRoom ? [] : buttons({ label: '報告事項・資料などを書く', ask: ask('edit-minutes', { meeting: meeting.id }) }),
  );
}

/** What would be written over stands above what was typed. */
function newerLines(lines: readonly string[]): Node[] {
  return [
    notice('attention', 'ほかの方が先に記録しました。下の内容と合わせてから、もう一度記録してください。'),
    ...lines.map((line) => text(`・${line}`)),
  ];
}

function decisionsPart(value: string | undefined): FormPart {
  return {
    intro: [],
    fields: [
      {
        type: 'text',
        name: 'decisions',
        label: '決まったこと（1行に1つ）',
        required: false,
        maxLength: 2000,
        lines: 'many',
        value,
      },
    ],
  };
}

/** A field beside the decisions holds so much: five of them have to fit one card. Longer ones are written one by one. */
const FURTHER_LONGEST = 250;
/** With more choices than this in all rows together there is no room beside them. */
const CHOICES_BESIDE = 80;

/** What else FM-14 has. Where fields are asked one by one it is written part by part with 「議事録を直す」. */
function furtherPart({ texts = {}, sharing }: MinutesSaid): FormPart {
  const [short, long] = parted(MinutesText.options, (name) => (texts[name]?.length ?? 0) <= FURTHER_LONGEST);
  const names = long.map((name) => minutesTextNames[name]).join('・');
  return {
    intro: [
      text('あれば、こちらも（長いときは「議事録を直す」で）', 'strong'),
      ...(long.length > 0 ? [text(`${names}は長いため、「議事録を直す」で直してください。`, 'quiet')] : []),
    ],
    fields: [
      ...short.map(
        (name): Field => ({
          ...{ type: 'text', name: `texts.${name}`, label: minutesTextNames[name], required: false, lines: 'many' },
          ...{ maxLength: FURTHER_LONGEST, value: texts[name], hint: minutesTextHints[name], said: true },
        }),
      ),
      {
        ...{ type: 'choice', name: 'sharing', label: '共有範囲', required: false, value: sharing, said: true },
        choices: MinutesSharing.options.map((value) => ({ value, label: minutesSharingNames[value] })),
      },
    ],
  };
}

function actionPart(at: number, { people, again }: MinutesForm): FormPart {
  const given = again?.actions[at];
  const wrong = again?.errors.get(at);
  const base = (input: keyof ActionRow, label: string) => ({
    name: `actions.${at}.${input}`,
    label,
    required: false,
    value: (wrong?.input === input ? meantOf(wrong, people) : undefined) ?? given?.[input],
    error: wrong?.input === input ? wrong.problem : undefined,
  });
  const who: Field =
    people.length > 0
      ? { ...base('who', '担当'), type: 'choice', choices: people }
      : { ...base('who', '担当'), type: 'text', maxLength: 60, hint: '市町村名か氏名' };
  return {
    intro: [text(`宿題${at + 1}`, 'strong')],
    fields: [
      { ...base('what', 'すること'), type: 'text', maxLength: 100 },
      who,
      { ...base('by', '期限'), type: 'date' },
    ],
  };
}

/** As the field takes it: one of its choices, or in words. */
function meantOf({ meant }: RowError, people: readonly Choice[]): string | undefined {
  if (!meant || people.length === 0) return meant?.name;
  return people.find(({ value }) => value === meant.id)?.value;
}

export type MinutesReceipt = {
  readonly meeting: Meeting;
  readonly decisions: readonly string[];
  readonly actions: readonly (ActionLine & { readonly movedFrom?: Day | undefined })[];
  /** The message that wrote them; 取消 takes back all it wrote. */
  readonly report: string;
};

/** What was recorded, with deadlines that moved to an open day, and the way back. */
export function minutesReceiptCard({ meeting, decisions, actions, report }: MinutesReceipt): Card {
  return card(
    '議事録を記録しました',
    `${meeting.title}の議事録: 決定 ${decisions.length}件、宿題 ${actions.length}件`,
    text(`${meeting.title}（${meetingTime(meeting)}）`, 'quiet'),
    section(
      '決まったこと',
      decisions.map((line) => text(`・${line}`)),
    ),
    actions.length === 0
      ? []
      : [
          text('宿題', 'heading'),
          list(
            actions.map(({ movedFrom, ...action }) => ({ title: action.what, detail: detailOf(action, movedFrom) })),
          ),
          text('担当の方の週次報告に、完了するまで表示します。', 'quiet'),
        ],
    buttons(
      { label: '会議に戻る', ask: ask('show-meetings', { meeting: meeting.id }) },
      { label: '書き足す・直す', ask: ask('record-minutes', { meeting: meeting.id }) },
      { label: '報告事項・資料などを書く', ask: ask('edit-minutes', { meeting: meeting.id }) },
      { label: '取消', look: 'danger', ask: ask('record-minutes', { meeting: meeting.id, report }) },
    ),
  );
}

const section = (title: string, nodes: readonly Node[]): Node[] =>
  nodes.length === 0 ? [] : [text(title, 'heading'), ...nodes];

function detailOf({ who, due }: ActionLine, movedFrom: Day | undefined): string {
  const moved = movedFrom ? `（${shortDate(movedFrom)}は閉庁日のため前の開庁日）` : '';
  return [who, `${shortDate(due)}まで${moved}`].filter(Boolean).join('・');
}

/** What was taken back. */
export function minutesUndoneCard(meeting: Meeting, lines: readonly string[]): Card {
  return card(
    '取り消しました',
    `${meeting.title}の議事録を取り消しました。`,
    notice('good', '取り消しました。履歴には残ります。'),
    ...lines.map((line) => text(`・${line}`)),
    buttons(
      { label: '議事録を書く', ask: ask('record-minutes', { meeting: meeting.id }) },
      { label: '会議に戻る', ask: ask('show-meetings', { meeting: meeting.id }) },
    ),
  );
}
