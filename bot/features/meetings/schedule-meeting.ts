import { notice } from '../../../cards/card.ts';
import {
  meetingFormCard,
  seriesFullCard,
  seriesMadeCard,
  seriesPreviewCard,
  twinQuestionCard,
} from '../../../cards/meetings/form.ts';
import { meetingCard } from '../../../cards/meetings/meeting.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { audienceName, mayConvene, seriesTitle, usualAudience } from '../../../programme/meetings/audience.ts';
import { isCancelled, kindOfTitle, type Meeting, withMeetingChange } from '../../../programme/meetings/meeting.ts';
import { isPerson, type MeetingAudience } from '../../../programme/meetings/party.ts';
import {
  calendarFor,
  freeMeetingId,
  isMeant,
  isSameAudience,
  monthlyDays,
  nextNumber,
  type SlotTrouble,
  seriesOf,
  slotTrouble,
  twinOf,
} from '../../../programme/meetings/schedule.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { MEMBERS, PROGRAMME } from '../../../storage/collections.ts';
import { asksBack, defineCommand } from '../../command.ts';
import { invitedChoices } from '../../inputs/choices.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { allMeetings, audienceNames, visibleMeetings } from './find.ts';
import { BESIDE, withBeside } from './said-beside.ts';
import { audienceAsked } from './slot.ts';
import { meetingView } from './view.ts';

type Input = InputOf<'schedule-meeting'>;

export const scheduleMeeting = defineCommand({
  name: 'schedule-meeting',
  says: ['会議作成'],
  help: '会議を作ります。毎月の会議は、事業の終わりまでまとめて作れます。',
  example: '会議作成 打合せ 12/10 14:00-15:00 オンライン 県、事務局',
  english: 'Call a meeting, or a monthly series of them.',
  group: { title: '会議を開く', order: 1 },
  needs: 'convene',
  about: 'member',
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: {
    words: [
      '会議作成',
      '会議を作',
      '会議を設定',
      '打合せを設定',
      '打ち合わせを設定',
      '会議を入れ',
      '会議設定',
      '打合せを入れ',
      '打ち合わせを入れ',
    ],
    wins: 170,
    behind: {
      of: ['show-meetings'],
      by: /^(?:を|に|の予定を)?(?:[^、。\n]{1,12}?(?:で|にて))?(?:入れ(?!替)|いれて|設定し|設定を?お願い|組んで|組みた|せっと|を[^。\n]{2,40}?(?:で|に|と|から|まで)(?:入れて|いれて|設定して|組んで)|します(?:ので)?[。、](?:会議(?:に|の)|予定(?:に|の))?(?:登録|設定|作成|追加)(?:を|し)?(?:お願い|て(?:くだ|下)さい))/u,
    },
    aside: BESIDE,
  },
  named: withBeside,

  /** Some meetings are for the same people every time. */
  check: ({ title, audience, others }) =>
    audience === undefined && others === undefined && !usualAudience(kindOfTitle(title)) ? [{ input: 'audience' }] : [],

  /** Whom it cannot be for is said along with what is still missing. */
  async question(given, turn) {
    const audience = typeof given['audience'] === 'string' ? given['audience'] : undefined;
    const asked = audience === undefined ? undefined : await audienceAsked({ title: '', audience }, turn);
    return form(given, turn, asked && 'problems' in asked ? asked.problems : {});
  },

  async prepare(input, turn) {
    const { programme, now, who } = turn;
    const asked = await audienceAsked(input, turn);
    if ('problems' in asked) return wrong(input, asked.problems, turn);
    const { audience } = asked;
    if (!mayConvene(who, { audience, scheduledBy: who.id })) throw Refusal.because('not-yours-to-invite');
    if (input.days) refuseUnlessFree(input, input.days, audience, turn);
    if (input.days) return { found: audience };
    const trouble = slotTrouble(input, calendarFor(audience, programme.closures), programme, now);
    const monthly = input.repeat === 'monthly';
    if (trouble && !(monthly && trouble.instead)) return wrong(input, troubleOf(trouble), turn, trouble.instead);
    if (monthly) return asksBack([], await preview(input, audience, turn), 'replace');
    return (await askAboutTwin(input, audience, turn)) ?? { found: audience };
  },

  async run(input, turn, audience) {
    const card = input.days
      ? await makeSeries(input, input.days, audience, turn)
      : await makeOne(input, audience, turn);
    return { card, how: 'replace' };
  },
});

async function askAboutTwin(input: Input, audience: MeetingAudience, turn: MemberStart) {
  const wanted = { ...input, audience };
  if (input.confirm !== undefined) return undefined;
  const known = await visibleMeetings(turn);
  const isOwn = known.some((each) => !isCancelled(each) && each.title === input.title && isMeant(each, wanted));
  const twin = isOwn ? undefined : twinOf(wanted, known);
  if (!twin) return undefined;
  return asksBack([], twinQuestionCard(twin, audienceName(twin.audience, await audienceNames(turn)), input), 'replace');
}

const troubleOf = ({ input, problem }: SlotTrouble) => ({ [input]: problem });

async function form(
  given: Readonly<Record<string, unknown>>,
  turn: MemberStart,
  errors: Readonly<Record<string, string>> = {},
  instead?: string,
) {
  return meetingFormCard(
    {
      title: '会議作成',
      submit: '作成する',
      ask: ask('schedule-meeting'),
      given: await withPeople(withUsual(given, turn), turn),
      errors,
      instead,
    },
    await invitedChoices(turn),
  );
}

/** With those it is usually for filled in, where its title says what it is and the person may call them. */
function withUsual(given: Readonly<Record<string, unknown>>, { who }: MemberStart): Readonly<Record<string, unknown>> {
  const { title, audience } = given;
  const usual = typeof title === 'string' && audience === undefined ? usualAudience(kindOfTitle(title)) : undefined;
  return usual && mayConvene(who, { audience: usual }) ? { ...given, audience: usual.join('、') } : given;
}

/** Nobody types who somebody is by an id: people stand under ほかにも呼ぶ方, as 所属 氏名. */
async function withPeople(given: Readonly<Record<string, unknown>>, { store }: MemberStart) {
  const parts = typeof given['audience'] === 'string' ? given['audience'].split('、') : [];
  if (!parts.some(isPerson)) return given;
  const members = (await store.members.list(MEMBERS)).map(({ value }) => value);
  const nameOf = (id: string) => members.flatMap((one) => (one.id === id ? `${one.office} ${one.name}` : []));
  const rest = parts.filter((part) => !isPerson(part));
  const people = [...parts.filter(isPerson).flatMap(nameOf), given['others']].filter(Boolean);
  return { ...given, audience: rest.join('、') || undefined, others: people.join('、') };
}

async function wrong(input: Input, errors: Readonly<Record<string, string>>, turn: MemberStart, instead?: string) {
  return asksBack(Object.keys(errors), await form(input, turn, errors, instead), 'replace');
}

async function makeOne(input: Input, audience: MeetingAudience, turn: MemberTurn) {
  const known = await allMeetings(turn.store);
  const meeting = await write({ ...input, audience }, known, turn);
  const before = known.find(({ id }) => id === meeting.id);
  const isNew = before === undefined || before.sequence !== meeting.sequence;
  const told = isNew ? notice('good', '会議を作成しました。') : notice('quiet', 'この会議はすでに予定されています。');
  return meetingCard(await meetingView(meeting, turn), told);
}

type Wanted = Pick<Meeting, 'title' | 'day' | 'start' | 'end' | 'place' | 'audience'>;

/**
 * Writes a meeting once, however often it is asked for; one that was called off is on again, as it is wanted now. Where
 * somebody has just taken the id for another meeting, that one stays as it is.
 */
async function write(wanted: Wanted, known: readonly Meeting[], turn: MemberTurn): Promise<Meeting> {
  const { title, day, start, end, place, audience } = wanted;
  const id = freeMeetingId(wanted, known);
  const written = await turn.change('meetings', { partition: PROGRAMME, id }, (now) => {
    if (!now)
      return { id, title, kind: kindOfTitle(title), day, start, end, place, audience, scheduledBy: turn.who.id };
    if (!isCancelled(now) || !isMeant(now, wanted)) return now;
    return { ...withMeetingChange(now, { status: 'scheduled', end, place }, turn.from), audience };
  });
  return isMeant(written, wanted) ? written : write(wanted, [...known, written], turn);
}

async function preview(input: Input, audience: MeetingAudience, turn: MemberStart) {
  const { programme, store } = turn;
  const calendar = calendarFor(audience, programme.closures);
  const title = seriesTitle(input.title);
  // A series of the same name for others neither takes its months nor its numbers.
  const own = (await allMeetings(store)).filter((each) => isSameAudience(each.audience, audience));
  const series = seriesOf(title, own);
  const taken = series.map(({ day }) => day);
  const days = monthlyDays(input.day, calendar, programme, taken);
  if (days.length === 0) return seriesFullCard(title);
  const { start, end, place } = input;
  return seriesPreviewCard({
    title,
    first: nextNumber(series),
    days,
    start,
    end,
    place,
    audience: audienceName(audience, await audienceNames(turn)),
    given: input,
  });
}

/** Any day of a series that is no longer possible stops all. @throws Refusal */
function refuseUnlessFree(
  input: Input,
  days: readonly string[],
  audience: MeetingAudience,
  { programme, now }: MemberStart,
): void {
  const calendar = calendarFor(audience, programme.closures);
  for (const day of days) {
    const trouble = slotTrouble({ ...input, day }, calendar, programme, now);
    if (trouble)
      throw Refusal.because('bad-value', { sentence: `${trouble.problem}。もう一度、日程を確かめてください。` });
  }
}

/** Exactly the days that were shown. */
async function makeSeries(input: Input, days: readonly string[], audience: MeetingAudience, turn: MemberTurn) {
  const title = seriesTitle(input.title);
  const known = await allMeetings(turn.store);
  const made: Meeting[] = [];
  for (const [at, day] of days.entries()) {
    const wanted = { ...input, day, audience, title: `第${(input.first ?? 1) + at}回 ${title}` };
    made.push(await write(wanted, known, turn));
  }
  return seriesMadeCard(made);
}
