import type { ActionLine, MeetingView } from '../../../cards/meetings/meeting.ts';
import { channels } from '../../../programme/channel.ts';
import { dayOf } from '../../../programme/day.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import type { ActionItem } from '../../../programme/meetings/action-item.ts';
import { answerId, answersTo, countAnswers, outdated, standing } from '../../../programme/meetings/answer.ts';
import { audienceName, isInvited, mayConvene } from '../../../programme/meetings/audience.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import {
  currentMinutes,
  decisionLines,
  isMinutesConfirmed,
  minutesConfirmation,
  minutesDue,
} from '../../../programme/meetings/minutes.ts';
import { isTown } from '../../../programme/meetings/party.ts';
import { calendarFor } from '../../../programme/meetings/schedule.ts';
import { type Member, type Role, roleNames } from '../../../programme/member.ts';
import { MEMBERS, municipal, PROGRAMME } from '../../../storage/collections.ts';
import { municipalitiesIn, municipalityNames } from '../../../storage/municipalities.ts';
import { audienceNames, hasBegun, isAhead, type LookUpTurn } from './find.ts';

/** One meeting as this person may see it, in this room. */
export async function meetingView(meeting: Meeting, turn: LookUpTurn): Promise<MeetingView> {
  const brief = await briefView(meeting, turn);
  const [answers, actions] = await Promise.all([
    answersOf(meeting, turn),
    brief.phase === 'ahead' ? undefined : actionLines(meeting, turn),
  ]);
  return { ...brief, answers, actions };
}

/** As a list shows it: without what everybody else answered and took on. */
export async function briefView(meeting: Meeting, turn: LookUpTurn, names = audienceNames(turn)): Promise<MeetingView> {
  const { who, now, store, room } = turn;
  const [namesOf, answer, minutes] = await Promise.all([
    names,
    store.meetingAnswers.get(PROGRAMME, answerId(meeting.id, who.id)),
    hasBegun(meeting, now) ? store.minutes.get(PROGRAMME, `minutes-${meeting.id}`) : undefined,
  ]);
  const written = currentMinutes(minutes?.value);
  const due = minutesDue(meeting.day, calendarFor(meeting.audience, turn.programme.closures));
  const missing = !meeting.visit && written === undefined && hasBegun(meeting, now) && !isCancelled(meeting);
  return {
    meeting,
    audience: audienceName(meeting.audience, namesOf),
    phase: phaseOf(meeting, now),
    answer: standing(answer?.value, meeting),
    before: outdated(answer?.value, meeting),
    mayName: mayNamePeople(room.audience),
    mayAnswer: isInvited(who, meeting) && isAhead(meeting, now) && !isCancelled(meeting),
    mayConvene: mayConvene(who, meeting),
    mayVisit: meeting.visit?.expert === who.id,
    maySave: turn.via !== undefined && channels[turn.via].files,
    isMinuted: written !== undefined,
    decisions: written === undefined ? [] : decisionLines(written.decisions),
    confirmation: minutesConfirmation(minutes?.value),
    isConfirmed: isMinutesConfirmed(minutes?.value),
    mayConfirm: written !== undefined && meeting.kind === 'progress' && may(who, 'filed', undefined, room.audience),
    mayFile: may(who, 'filed', undefined, room.audience),
    minutesDue: missing ? due : undefined,
    minutesLate: dayOf(now) > due,
  };
}

function phaseOf(meeting: Meeting, now: Date): MeetingView['phase'] {
  if (!isAhead(meeting, now)) return 'over';
  return hasBegun(meeting, now) ? 'running' : 'ahead';
}

/** How everybody answered, for those who steer and for who called the meeting; offices are named, people are not. */
async function answersOf(meeting: Meeting, { who, store, room }: LookUpTurn): Promise<MeetingView['answers']> {
  const steers = who.role === 'prefecture' || mayConvene(who, meeting);
  if (!steers || !mayNamePeople(room.audience)) return undefined;
  const [members, townOf, answers] = await Promise.all([
    store.members.list(MEMBERS),
    municipalityNames(store),
    store.meetingAnswers.list(PROGRAMME, answersTo(meeting.id)),
  ]);
  const invited = members.map(({ value }) => value).filter((member) => isInvited(member, meeting));
  const given = answers.map(({ value }) => value);
  const counts = countAnswers(
    invited.map(({ id }) => id),
    given,
    meeting,
  );
  const heard = new Set(given.filter((answer) => standing(answer, meeting)).map(({ member }) => member));
  const officeOf = ({ role, municipalities: [code] }: Member) => (role === 'municipal' ? (code ?? role) : role);
  const answered = new Set(invited.filter(({ id }) => heard.has(id)).map(officeOf));
  const silent = [...new Set(invited.map(officeOf))].filter((office) => !answered.has(office));
  const name = (office: string) => (office in roleNames ? roleNames[office as Role] : townOf(office));
  const beside = [...new Set(invited.filter((member) => !isNamed(member, meeting)).map(({ role }) => roleNames[role]))];
  return { counts, silent: silent.toSorted().map(name), beside };
}

/** Whether 対象 itself says that somebody comes: the secretariat runs every meeting, and an expert comes with their towns. */
function isNamed({ id, role }: Member, { audience }: Meeting): boolean {
  if (role === 'municipal' || audience.includes(id)) return true;
  return audience.includes(role === 'expert' ? 'experts' : role);
}

/** The partitions in which 宿題 of a meeting can lie, as far as this person may see them. */
async function actionPartitions(meeting: Meeting, { who, store, room }: LookUpTurn): Promise<readonly string[]> {
  const all = await municipalitiesIn(store);
  const { audience } = meeting;
  const codes = audience.every(isTown) ? audience : all.map(({ code }) => code);
  return [PROGRAMME, ...codes.filter((code) => may(who, 'view', code, room.audience)).map(municipal)];
}

/** 宿題 of one meeting, by what is due first. */
export async function actionsOf(meeting: Meeting, turn: LookUpTurn): Promise<readonly ActionItem[]> {
  const span = { from: `action-${meeting.id}:`, below: `action-${meeting.id};` };
  const partitions = await actionPartitions(meeting, turn);
  const found = await Promise.all(partitions.map((partition) => turn.store.actionItems.list(partition, span)));
  return found
    .flat()
    .map(({ value }) => value)
    .filter(({ undone }) => undone === undefined)
    .toSorted((a, b) => `${a.due} ${a.id}`.localeCompare(`${b.due} ${b.id}`));
}

async function actionLines(meeting: Meeting, turn: LookUpTurn): Promise<readonly ActionLine[]> {
  const owner = await ownerNames(turn);
  return (await actionsOf(meeting, turn)).map((action) => lineOf(action, owner(action)));
}

export function lineOf({ what, due, done }: ActionItem, who: string): ActionLine {
  return { what, who, due, done: done !== undefined };
}

/** Who has an action: the municipality or the role, and the person where people may be named. */
export async function ownerNames({ store, room }: LookUpTurn): Promise<(action: ActionItem) => string> {
  const [members, townOf] = await Promise.all([store.members.list(MEMBERS), municipalityNames(store)]);
  const byId = new Map(members.map(({ value }) => [value.id, value]));
  return ({ owner, municipality }) => {
    const member = byId.get(owner);
    const office = municipality ? townOf(municipality) : member ? roleNames[member.role] : '';
    return member && mayNamePeople(room.audience) ? `${office} ${member.name}` : office;
  };
}
