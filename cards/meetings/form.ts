import { ask, type Given } from '../../programme/asks.ts';
import { type Day, fullDate, shortDate } from '../../programme/day.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import type { SeriesDay } from '../../programme/meetings/schedule.ts';
import {
  type Ask,
  type Button,
  buttons,
  type Card,
  card,
  type Field,
  facts,
  list,
  type Node,
  notice,
  offering,
  text,
} from '../card.ts';
import { type Among, MOST_LISTED, municipalityField } from '../choose-municipality.ts';

const CHECK = '入力を確かめてください。まだ記録していません。';

type Filled = Readonly<Record<string, unknown>>;

export type MeetingForm = {
  readonly title: string;
  readonly submit: string;
  readonly ask: Ask;
  readonly given: Filled;
  readonly errors?: Readonly<Record<string, string>>;
  /** The open day to take instead of the closed one that was given. */
  readonly instead?: Day | undefined;
  readonly said?: Node | undefined;
};

/** A new meeting. */
export function meetingFormCard(form: MeetingForm, audiences: Among): Card {
  const slot = slotFields(form).map((field) => ({ ...field, said: filledIn(form.given, field.name) !== undefined }));
  return formCard(form, [...slot, ...audienceFields(form, audiences), repeatField(form)]);
}

/** A meeting that stays the same but for what is changed here. */
export function changeFormCard(form: MeetingForm): Card {
  return formCard(form, slotFields(form));
}

function formCard(form: MeetingForm, fields: readonly Field[]): Card {
  const { title, submit, ask: asked, errors = {}, instead, given, said } = form;
  const wrong = Object.keys(errors).length > 0;
  const another: Button[] =
    instead === undefined
      ? []
      : [
          {
            label: `${shortDate(instead)}にする`,
            look: 'primary',
            ask: { ...asked, input: { ...given, ...asked.input, day: instead } },
          },
        ];
  return card(
    title,
    wrong ? `${title}: ${Object.values(errors).join('、')}` : `${title}: 内容を入力してください。`,
    said ?? [],
    wrong ? notice('attention', CHECK) : [],
    another.length > 0 ? buttons(...another) : [],
    { kind: 'form', parts: [{ intro: [], fields }], submit, ask: asked },
  );
}

const filledIn = (given: Filled, name: string): string | undefined =>
  typeof given[name] === 'string' ? given[name] : undefined;

function slotFields({ given, errors = {} }: MeetingForm): Field[] {
  const base = (name: string, label: string) =>
    ({ name, label, required: true, value: filledIn(given, name), error: errors[name] }) as const;
  return [
    { ...base('title', '会議名'), type: 'text', maxLength: 80 },
    { ...base('day', '日付'), type: 'date' },
    { ...base('start', '開始'), type: 'time' },
    { ...base('end', '終了'), type: 'time' },
    { ...base('place', '場所'), type: 'text', maxLength: 100, value: filledIn(given, 'place') ?? 'オンライン' },
  ];
}

function audienceFields({ given, errors = {} }: MeetingForm, audiences: Among): Field[] {
  const parts = (filledIn(given, 'audience') ?? '').split('、').filter((part) => part !== '');
  const [first] = parts;
  const isChoice = first !== undefined && (isSearched(audiences) || isAmong(audiences, first));
  const names = (isChoice ? parts.slice(1) : parts).map((code) => nameIn(audiences, code));
  const others = [...names, filledIn(given, 'others')].filter(Boolean).join('、');
  // What cannot be chosen stands below, and so does what is wrong with it.
  const isBelow = parts.length > 0 && !isChoice;
  const isSaid = parts.length > 0 && errors['audience'] === undefined && errors['others'] === undefined;
  return [
    {
      ...municipalityField(
        { name: 'audience', label: '対象', required: others === '', error: isBelow ? undefined : errors['audience'] },
        audiences,
        isChoice ? first : undefined,
      ),
      said: isSaid,
    },
    {
      type: 'text',
      name: 'others',
      label: 'ほかにも呼ぶ方（任意）',
      required: false,
      maxLength: 600,
      value: others || undefined,
      hint: '例: 県、派遣人材、名簿の氏名',
      error: errors['others'] ?? (isBelow ? errors['audience'] : undefined),
      said: isSaid,
    },
  ];
}

const isSearched = ({ municipalities }: Among): boolean => municipalities.length > MOST_LISTED;
const isAmong = ({ always = [], municipalities }: Among, said: string): boolean =>
  always.some(({ value }) => value === said) || municipalities.some(({ code, name }) => code === said || name === said);

const nameIn = ({ always = [], municipalities }: Among, code: string): string =>
  always.find(({ value }) => value === code)?.label ?? municipalities.find((town) => town.code === code)?.name ?? code;

function repeatField({ given }: MeetingForm): Field {
  return {
    type: 'choice',
    name: 'repeat',
    label: '繰り返し',
    required: true,
    value: filledIn(given, 'repeat') ?? 'once',
    choices: [
      { value: 'once', label: '1回だけ' },
      { value: 'monthly', label: '毎月（事業の終わりまで、同じ週の同じ曜日）' },
    ],
  };
}

export type Series = {
  readonly title: string;
  readonly first: number;
  readonly days: readonly SeriesDay[];
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly audience: string;
  readonly given: Given<'schedule-meeting'>;
};

/** What a monthly meeting would come to, before anything is written. */
export function seriesPreviewCard(series: Series): Card {
  const { title, first, days, start, end, place, audience, given } = series;
  const count = days.length;
  return card(
    '毎月の会議の確認',
    `${title}を${count}回作成します。よろしければ「まとめて作成する」を押してください。`,
    text(title, 'strong'),
    facts(['時間', `${start}–${end}`], ['場所', place], ['対象', audience]),
    list(
      days.map(({ day, movedFrom }, at) => ({
        title: `第${first + at}回　${fullDate(day)}`,
        detail: movedFrom && `${shortDate(movedFrom)}は閉庁日のため、次の開庁日にしました`,
        tone: movedFrom ? 'attention' : 'plain',
      })),
    ),
    text('まだ作成していません。', 'quiet'),
    buttons(
      {
        label: `${count}回をまとめて作成する`,
        look: 'primary',
        ask: ask('schedule-meeting', { ...given, days: days.map(({ day }) => day), first }),
      },
      { label: '入力し直す', ask: ask('schedule-meeting') },
    ),
  );
}

/** Every month of the rest of the programme has its meeting already. */
export function seriesFullCard(title: string): Card {
  const sentence = `${title}は、事業の終わりまで毎月の予定が入っています。`;
  return card(
    '予定が入っています',
    sentence,
    notice('quiet', sentence),
    buttons({ label: '会議の予定', ask: ask('show-meetings') }),
  );
}

/** A series that was made, with the way back. */
export function seriesMadeCard(meetings: readonly Meeting[]): Card {
  return card(
    '毎月の会議を作成しました',
    `${meetings.length}回の会議を作成しました。`,
    notice('good', `${meetings.length}回の会議を作成しました。`),
    list(
      meetings.map((meeting) => ({
        title: meeting.title,
        detail: `${fullDate(meeting.day)}${meeting.start}–${meeting.end}`,
      })),
    ),
    buttons(
      { label: '会議の予定', ask: ask('show-meetings') },
      {
        label: '全て中止する',
        look: 'danger',
        ask: ask('cancel-meeting', { meetings: meetings.map(({ id }) => id) }),
      },
    ),
  );
}

/** Asked once before a meeting is called off. */
export function cancelQuestionCard(meetings: readonly Meeting[]): Card {
  const sentence = meetings.length === 1 ? 'この会議を中止しますか。' : `${meetings.length}回の会議を中止しますか。`;
  return offering(
    '会議の中止',
    `${sentence} ${meetings.map(({ title }) => title).join('、')}`,
    text(sentence, 'strong'),
    list(meetings.map((meeting) => meetingLine(meeting))),
    buttons(
      { label: '中止する', look: 'danger', ask: ask('cancel-meeting', { ...idsOf(meetings), confirm: 'yes' }) },
      { label: 'やめておく', ask: ask('show-meetings') },
    ),
  );
}

/** Before a meeting is made beside one of the same title and time. */
export function twinQuestionCard(twin: Meeting, audience: string, given: Given<'schedule-meeting'>): Card {
  const sentence = '同じ日時に、同じ名前の会議があります。別の会議として作りますか。まだ作成していません。';
  return offering(
    '会議作成',
    sentence,
    text(sentence, 'strong'),
    list([{ ...meetingLine(twin), detail: [meetingLine(twin).detail, `対象: ${audience}`].join('\n') }]),
    buttons(
      { label: '今ある会議を見る', ask: ask('show-meetings', { meeting: twin.id }) },
      { label: '別の会議として作る', ask: ask('schedule-meeting', { ...given, confirm: 'yes' }) },
    ),
  );
}

/** Called off, or on again. */
export function cancelledCard(meetings: readonly Meeting[], cancelled: boolean): Card {
  const sentence = cancelled ? '会議を中止にしました。' : '会議を予定に戻しました。';
  return card(
    cancelled ? '中止にしました' : '予定に戻しました',
    `${sentence} ${meetings.map(({ title }) => title).join('、')}`,
    notice('good', sentence),
    list(meetings.map((meeting) => meetingLine(meeting))),
    buttons({ label: '会議の予定', ask: ask('show-meetings') }, wayBack(meetings, cancelled)),
  );
}

function wayBack(meetings: readonly Meeting[], cancelled: boolean): Button {
  return cancelled
    ? { label: '中止を取り消す', ask: ask('cancel-meeting', { ...idsOf(meetings), back: 'yes' }) }
    : { label: '中止する', look: 'danger', ask: ask('cancel-meeting', idsOf(meetings)) };
}

const idsOf = (meetings: readonly Meeting[]) => ({ meetings: meetings.map(({ id }) => id) });
const meetingLine = ({ title, day, start, end }: Meeting) => ({
  title,
  detail: `${fullDate(day)}${start}–${end}`,
});
