import { type Button, notice } from '../../../cards/card.ts';
import { changeFormCard } from '../../../cards/meetings/form.ts';
import { meetingCard } from '../../../cards/meetings/meeting.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { Day, dayOf } from '../../../programme/day.ts';
import {
  isCancelled,
  kindOfTitle,
  type Meeting,
  type MeetingChange,
  withMeetingChange,
} from '../../../programme/meetings/meeting.ts';
import { meetingsSaid } from '../../../programme/meetings/said.ts';
import { calendarFor, slotTrouble } from '../../../programme/meetings/schedule.ts';
import { onlyKnown } from '../../../programme/only-known.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { asksBack, defineCommand, type Prepared, type Reply } from '../../command.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { hasBegun, meetingsMeant, refuseUnlessConvener, visibleMeetings, whichMeeting } from './find.ts';
import { givenOf } from './slot.ts';
import { meetingView } from './view.ts';

type Input = InputOf<'change-meeting'>;

const DATE = '\\d{1,2}[/月]\\d{1,2}日?';
const TIMES = '\\d{1,2}(?:時半?|:\\d\\d)(?:から|-)\\d{1,2}(?:時半?|:\\d\\d)';
/** 12/10の打合せを12/11に変え */
const MOVED = `^(?<from>${DATE})の(?<title>[^\\s、。をはの]{0,16}?(?:会議|打合せ|打ち合わせ|研修|勉強会|説明会))[をは]、?(?<to>${DATE})(?:の(?<times>${TIMES})(?:まで)?)?[にへ](?:変更し|変え|ずらし|移し|移動し|延期し|前倒しし|リスケし)`;
const ASKED = 'て(?:ください|下さい|ほしい(?:です)?|もらえますか|いただけますか|お願い(?:し|いたし)?ます|お願い)?[。]?';

/** 10時から13時に変更 may be from ten to one, or that it begins at one. */
const UNLESS_MOVED = '(?!\\d{1,2}[時:]\\S{0,3}から\\d{1,2}(?:時半?|時\\d{1,2}分|:\\d\\d)[にへ])';
/** One place: 公民館か役場, 未定 and 別の部屋 are none. */
const PLACE = '(?!未定|別|他|ほか|どこ)(?:[^、。\\s](?<!(?<=[\\p{Script=Han}ー])か(?=[\\p{Script=Han}])))';

export const changeMeeting = defineCommand({
  name: 'change-meeting',
  says: ['会議変更', '日程変更'],
  help: '会議の日時・場所・名前を変えます。出欠の回答は、日時が変わるともう一度うかがいます。',
  example: '会議変更 第4回',
  english: 'Move or rename a meeting.',
  group: { title: '会議を開く', order: 2 },
  needs: 'convene',
  about: 'member',
  usualFor: {},
  writes: ['title', 'day', 'start', 'end', 'place'],
  typed: 'inputs',
  spoken: {
    words: ['会議変更'],
    wins: 180,
  },
  wished: [
    {
      like: new RegExp(
        String.raw`^(?<meeting>(?:\d{1,2}[/月]\d{1,2}日?|今日|明日|明後日|来週の?[月火水木金]曜日?|第\d+回))(?:の|、|\s)*(?<title>[^\s、。\d]{0,12}?(?:打ち?合わ?せ|会議|研修|勉強会|説明会))(?:[の、]\s?(?:開始|時間|時刻|日時))?(?:は|を|が|、|\s)*${UNLESS_MOVED}(?<start>\d{1,2}(?:時半?|時\d{1,2}分|:\d\d))(?:から|-|~|〜|、?(?:終わり|終了)(?:を|は|が))(?<end>\d{1,2}(?:時半?|時\d{1,2}分|:\d\d))(?:まで)?[にへ](?:変更|変え|ずら|移[しす動])[^、。\d]*[。]?$`,
        'u',
      ),
      as: '会議変更 $<meeting> $<title> $<start>-$<end>',
    },
    {
      like: /^(?:(?<place>[^\s、。]{2,10}?[市町村])(?:さん)?(?:への|の))?(?:(?<from>\d{1,2}[/月]\d{1,2}日?|明日)の)?訪問(?:予定)?[をは、]*(?<to>\d{1,2}[/月]\d{1,2}日?)(?:の(?<times>\d{1,2}(?:時半?|:\d\d)(?:から|-)\d{1,2}(?:時半?|:\d\d))(?:まで)?)?[にへ](?:変更|ずら|移[しす動]|延期|前倒|リスケ)[^、。]*[。]?$/u,
      as: '会議変更 $<place> $<from> $<to> $<times>',
    },
    { like: new RegExp(`${MOVED}${ASKED}$`, 'u'), as: '会議変更 $<from> $<title> $<to> $<times>' },
    {
      like: /^(?:(?<day>\d{1,2}[/月]\d{1,2}日?|今日|明日|明後日)の)?(?:次の)?(?:[^。\n\d]{0,16}?)(?:会議|打ち?合わ?せ|研修|勉強会|説明会)(?:の(?:時間|時刻|開始|日程))?(?:を|は)?、?(?:少し|\d{1,2}(?:時間半?|分|日|週間))(?:ほど|くらい|ぐらい|だけ)?(?:後ろ|後|前|先)?[にへ]?(?:倒し|ずらし|遅らせ|早め|延ばし)(?:て(?:ください|下さい|ほしい(?:です)?|もらえますか|いただけますか)|たい(?:です|のですが)?)[。]?$/u,
      as: '会議変更 $<day>',
    },
    {
      like: new RegExp(
        String.raw`^(?<day>\d{1,2}[/月]\d{1,2}日?|今日|明日|明後日)の(?<title>[^。\n\s]{0,16}?(?:会議|打ち?合わ?せ|研修|勉強会|説明会))の(?:場所|会場)[をは]、?(?:[^、。\s]{2,20}から)?(?<place>${PLACE}{2,30}?)[にへ](?:変更|変え|移[しす動])[^、。]*[。]?$`,
        'u',
      ),
      as: '会議変更 $<day> $<title> 場所 $<place>',
    },
    {
      like: /^(?<meeting>\d{1,2}[/月]\d{1,2}日?)の(?<title>[^\s、。\d]{0,12}?(?:打ち?合わ?せ|会議|研修|勉強会|説明会))(?:の(?:時間|時刻))?[をは]、?\d{1,2}[時:][\d分半]{0,3}から\d{1,2}[時:][\d分半]{0,3}[にへ](?:変更|変え|ずら|移[しす動])[^、。\d]*[。]?$/u,
      as: '会議変更 $<meeting> $<title>',
    },
    // A wish may be a thought: only the form is opened.
    { like: new RegExp(`${MOVED}たい[^、。\\n]{0,12}[。]?$`, 'u'), as: '会議変更 $<from> $<title>' },
  ],
  /** What is changed is filled in on the meeting's own form. */
  check: (input) => (Object.keys(changeOf(input)).length === 0 ? [{ input: 'day' }] : []),

  question: async ({ meeting: said }, turn) => {
    const found = await oneOf(typeof said === 'string' ? said : undefined, {}, turn);
    return 'card' in found ? found.card : form(found.meeting);
  },

  async prepare(said, turn): Promise<Prepared<ToChange>> {
    const input = await namedIn(said, turn);
    const one = await oneOf(input.meeting, input, turn);
    if ('card' in one) return asksBack(['meeting'], one.card, 'new');
    const { meeting } = one;
    const change = changeTo(meeting, input);
    if (Object.keys(change).length === 0) return asksBack(['day'], form(meeting));
    const wanted = { ...meeting, ...change };
    const moves = wanted.day !== meeting.day || wanted.start !== meeting.start || wanted.end !== meeting.end;
    const calendar = calendarFor(meeting.audience, turn.programme.closures);
    const trouble = moves ? slotTrouble(wanted, calendar, turn.programme, turn.now) : undefined;
    if (trouble) {
      const errors = { [trouble.input]: trouble.problem };
      const again = { given: { ...givenOf(meeting), ...change }, errors, instead: trouble.instead };
      return asksBack([trouble.input], form(meeting, again));
    }
    return isNewer(meeting, input.seen, turn)
      ? asksBack([], newerForm(meeting), 'replace')
      : { found: { meeting, change } };
  },

  async run({ seen }, turn, { meeting, change }) {
    return write(meeting, change, seen, turn);
  },
});

type ToChange = { readonly meeting: Meeting; readonly change: MeetingChange };

/**
 * 会議変更 小海町 12/4: what a meeting that may be meant is called names that meeting, and is no new name for another; a
 * day on which that meeting is not is the day it moves to. So does a municipality, which is no name for a meeting.
 */
async function namedIn(input: Input, turn: MemberStart): Promise<Input> {
  const { meeting: said, title, ...rest } = input;
  if (title === undefined || said?.startsWith('meeting-')) return input;
  const today = dayOf(turn.now);
  const known = (await visibleMeetings(turn)).filter((each) => !isCancelled(each) && !hasBegun(each, turn.now));
  const isKnown = (name: string) => meetingsSaid(name, known, today).length > 0;
  const both = [title, said].filter(Boolean).join(' ');
  // 12/10の打合せを12/11に: on a day without it, no other one is moved.
  const isDated = rest.day !== undefined && Day.safeParse(said).success;
  if (isKnown(both) || isDated) return { ...rest, meeting: both };
  const isPlace = (await municipalitiesIn(turn.store)).some(({ name }) => name === title.normalize('NFKC'));
  if (!isPlace && !isKnown(title)) return input;
  return { ...rest, meeting: title, day: rest.day ?? (Day.safeParse(said).success ? said : undefined) };
}

async function oneOf(said: string | undefined, input: Partial<Input>, turn: MemberStart) {
  const [meeting, ...others] = await meetingsMeant(said, 'convene', turn);
  if (others.length > 0)
    return { card: await whichMeeting(ask('change-meeting', changeOf(input)), '会議変更', [meeting, ...others], turn) };
  refuseUnlessConvener(meeting, turn);
  return { meeting };
}

function changeOf(input: Partial<Input>): MeetingChange {
  const { title, day, start, end, place } = input;
  return onlyKnown({ title, day, start, end, place, kind: title === undefined ? undefined : kindOfTitle(title) });
}

/** Whatever it is called, a visit stays one. */
function changeTo({ visit }: Meeting, input: Partial<Input>): MeetingChange {
  const { kind, ...rest } = changeOf(input);
  return visit || kind === undefined ? rest : { ...rest, kind };
}

type Again = Partial<Pick<Parameters<typeof changeFormCard>[0], 'given' | 'errors' | 'instead' | 'said'>>;

function form(meeting: Meeting, again: Again = {}) {
  return changeFormCard({
    title: '会議の変更',
    submit: '変更する',
    ask: ask('change-meeting', { meeting: meeting.id, seen: meeting.sequence ?? 0 }),
    given: givenOf(meeting),
    ...again,
  });
}

/** Someone else's change since the form was opened is shown before anything is written over it. */
async function write(
  before: Meeting,
  change: MeetingChange,
  seen: number | undefined,
  turn: MemberTurn,
): Promise<Reply> {
  let newer: Meeting | undefined;
  const after = await turn.change('meetings', { partition: PROGRAMME, id: before.id }, (known) => {
    if (!known) throw Refusal.because('unknown-meeting');
    newer = isNewer(known, seen, turn) ? known : undefined;
    return newer ? known : withMeetingChange(known, change, turn.from);
  });
  if (newer) return { card: newerForm(newer), how: 'replace' };
  const changed = after.sequence !== before.sequence;
  const told = changed ? notice('good', '会議を変更しました。') : notice('quiet', '変わったところはありません。');
  const card = meetingCard(await meetingView(after, turn), told);
  return { card: changed ? { ...card, body: [...card.body, wayBack(before, after)] } : card, how: 'replace' };
}

const newerForm = (newer: Meeting) =>
  form(newer, {
    said: notice('attention', 'ほかの方が先に変更しました。最新の内容を確かめて、もう一度入力してください。'),
  });

function isNewer(known: Meeting, seen: number | undefined, { from }: MemberStart): boolean {
  return seen !== undefined && (known.sequence ?? 0) > seen && known.changed?.by !== from.by;
}

function wayBack(before: Meeting, after: Meeting) {
  const back: Button = {
    label: '変更を元に戻す',
    ask: ask('change-meeting', { ...givenOf(before), meeting: before.id, seen: after.sequence ?? 0 }),
  };
  return { kind: 'buttons', buttons: [back] } as const;
}
