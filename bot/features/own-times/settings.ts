import { settingsCard } from '../../../cards/own-times/settings.ts';
import { leaveOn } from '../../../programme/absence.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { askMoment } from '../../../programme/check-in/ask-moment.ts';
import { promptDeliveries, promptsAbout } from '../../../programme/check-in/weekly-prompt.ts';
import { dayOf, instantOf } from '../../../programme/day.ts';
import { mayStillCome } from '../../../programme/delivery.ts';
import { mayNamePeople } from '../../../programme/may.ts';
import type { Member, Preference } from '../../../programme/member.ts';
import { askedOf } from '../../../programme/people/asking.ts';
import type { Programme } from '../../../programme/programme.ts';
import { lackingIn } from '../../../programme/progress/silence.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { addWeeks, weekOf } from '../../../programme/week.ts';
import { defineCommand } from '../../command.ts';
import { deliveriesIn } from '../../deliveries.ts';
import type { MemberTurn } from '../../turn.ts';
import { weeklyOf } from '../check-in/prompts.ts';
import { activeMembers, chatsOf, memberAt } from '../people/people.ts';
import { reminderWishes } from './reminder-wishes.ts';

type Wanted = InputOf<'settings'>;

export const settings = defineCommand({
  name: 'settings',
  says: ['設定'],
  help: '週次報告が届く曜日・時刻と、届くチャットを確かめて変えます。',
  example: '設定 火 10:00',
  english: 'See and change when and where reminders reach you.',
  group: { title: '自分のこと', order: 1 },
  needs: 'self',
  about: 'member',
  privately: true,
  usualFor: { observer: 4 },
  writes: ['day', 'time', 'channel', 'off', 'reset'],
  typed: 'inputs',
  spoken: {
    words: ['設定', '通知時刻', '通知の時間', '依頼の時間', '届く時間', '届く曜日'],
    wins: 110,
  },

  wished: reminderWishes,

  async prepare({ day, time, off }, { who }) {
    const ofTheWeek = [day, time, off].some((value) => value !== undefined);
    if (ofTheWeek && who.role !== 'municipal') throw Refusal.because('not-asked-weekly');
    return { found: undefined };
  },

  async run(wanted, turn) {
    const isAsked = Object.values(wanted).some((value) => value !== undefined);
    const who = isAsked ? await write(wanted, turn) : turn.who;
    return { card: settingsCard(await viewOf(who, turn), isAsked), how: isAsked ? 'replace' : 'new' };
  },
});

function write(wanted: Wanted, { change, who, programme }: MemberTurn): Promise<Member> {
  return change('members', memberAt(who), (member) => {
    if (!member) throw Refusal.because('unknown-person');
    const { preference: before, ...rest } = member;
    const after = wanted.reset ? {} : preferenceOf(wanted, member, programme);
    if (JSON.stringify(after) === JSON.stringify(before ?? {})) return member;
    return Object.keys(after).length > 0 ? { ...rest, preference: after } : rest;
  });
}

/** What is as the programme and the roster have it is not kept, so that it follows them. */
function preferenceOf(wanted: Wanted, { preference = {}, chat }: Member, { checkIn }: Programme): Preference {
  const weekday = wanted.day === undefined ? preference.weekday : Number(wanted.day);
  const { time = preference.time, channel = preference.channel } = wanted;
  const isMoved = wanted.day !== undefined || wanted.time !== undefined;
  const off = wanted.off === undefined ? preference.off && !isMoved : wanted.off !== 'false';
  return {
    ...(weekday === undefined || weekday === checkIn.weekday ? {} : { weekday }),
    ...(time === undefined || time === checkIn.time ? {} : { time }),
    ...(off ? { off } : {}),
    ...(channel === undefined || channel === chat ? {} : { channel }),
  };
}

async function viewOf(who: Member, turn: MemberTurn) {
  const [chats, members, next] = await Promise.all([
    chatsOf(turn.store),
    activeMembers(turn.store),
    nextMoment(who, turn),
  ]);
  const channel = who.preference?.channel ?? who.chat;
  const reached = chats(who.id);
  return {
    weekly: weeklyView(who, members, next, turn),
    channel,
    meanwhile: reached.includes(channel) ? undefined : (reached[0] ?? ('nowhere' as const)),
    changed: who.preference !== undefined,
  };
}

function weeklyView(
  who: Member,
  members: readonly Member[],
  next: Date | undefined,
  { programme, now, room }: MemberTurn,
) {
  const [code] = who.municipalities;
  if (who.role !== 'municipal' || code === undefined) return undefined;
  const { weekday = programme.checkIn.weekday, time = programme.checkIn.time, off = false } = who.preference ?? {};
  const asked = askedOf(code, members, dayOf(now)).who;
  return {
    slot: { weekday, time },
    off,
    next,
    nudge: programme.nudge,
    usually:
      asked && asked.id !== who.id ? (mayNamePeople(room.audience) ? `${asked.name}さん` : 'ほかの方') : undefined,
  };
}

/** When the weekly card really comes next: once a week, to who has not answered yet and is there on the day. */
async function nextMoment(who: Member, turn: MemberTurn): Promise<Date | undefined> {
  const { store, programme, now, jobs } = turn;
  const [code] = who.municipalities;
  if (who.role !== 'municipal' || code === undefined) return undefined;
  const week = weekOf(now);
  const [deliveries, weekly] = await Promise.all([deliveriesIn(store, [code], instantOf(week)), weeklyOf(turn, code)]);
  const own = promptDeliveries(deliveries, jobs).filter(({ recipient }) => recipient.id === who.id);
  const prompts = promptsAbout(code, week, own);
  const isOver = lackingIn(weekly, week) === 0 || (prompts.length > 0 && !prompts.some(mayStillCome));
  const weeks = [0, 1, 2, 3, 4].slice(isOver ? 1 : 0);
  const ahead = weeks.map((count) => askMoment(programme, who.preference, addWeeks(week, count), code)?.at);
  return ahead.find((at) => at && at > now && dayOf(at) <= programme.end && !leaveOn(who.leave, dayOf(at)));
}
