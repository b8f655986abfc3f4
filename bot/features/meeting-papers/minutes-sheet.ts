import type { MinutesSheet } from '../../../documents/meeting-papers/minutes-docx.ts';
import { dayOf, fullDate, shortMoment } from '../../../programme/day.ts';
import { topicsOf } from '../../../programme/meetings/agenda.ts';
import { answersTo, isComing, standing } from '../../../programme/meetings/answer.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { meetingNumber, meetingsAround } from '../../../programme/meetings/meeting-number.ts';
import {
  currentMinutes,
  decisionLines,
  isMinutesConfirmed,
  type Minutes,
  minutesConfirmation,
} from '../../../programme/meetings/minutes.ts';
import { type Member, roleNames } from '../../../programme/member.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import type { Making } from '../../files/handed-out.ts';
import { actionsIn } from '../meetings/actions.ts';
import { allMeetings } from '../meetings/find.ts';
import { officeNames } from './paper-actions.ts';

/** 議事録 of a 進捗状況確認会議, 打合せ記録簿 of any other. */
export const minutesCalled = ({ kind }: Pick<Meeting, 'kind'>): string =>
  kind === 'progress' ? '議事録' : '打合せ記録簿';

/** What FM-14 of a meeting is filled with, for the prefecture and the secretariat; undefined where there are no minutes. */
export async function minutesSheet(meeting: Meeting, { store, now }: Making): Promise<MinutesSheet | undefined> {
  const minutes = (await store.minutes.get(PROGRAMME, `minutes-${meeting.id}`))?.value;
  const written = currentMinutes(minutes);
  if (!written || isCancelled(meeting)) return undefined;
  const [all, attended, agenda, actions] = await Promise.all([
    allMeetings(store),
    attendedOf(meeting, store),
    agendaKept(meeting, store),
    actionsKept(meeting, store),
  ]);
  return {
    ...{ called: minutesCalled(meeting), meeting, number: meetingNumber(meeting, all), agenda, actions },
    recorded: `第${written.number}版（${shortMoment(new Date(written.at))}記録）`,
    attended: written.texts?.attended ? decisionLines(written.texts.attended) : attended,
    texts: written.texts ?? {},
    decisions: decisionLines(written.decisions),
    next: meetingsAround(meeting, all).after,
    sharing: written.sharing ?? 'prefecture',
    confirmed: meeting.kind === 'progress' ? confirmedText(minutes) : undefined,
    ...{ today: dayOf(now), madeAt: shortMoment(now) },
  };
}

/** Put right after the prefecture had confirmed them, they say of which version it did. */
function confirmedText(minutes: Minutes | undefined): string {
  const last = minutesConfirmation(minutes);
  if (!last) return 'まだ確認されていません';
  return isMinutesConfirmed(minutes)
    ? fullDate(last.day)
    : `${fullDate(last.day)}（第${last.version}版。そのあと直しています）`;
}

/** 所属 役割 氏名 of those who said they come, and of who comes instead of whom. */
async function attendedOf(meeting: Meeting, store: Store): Promise<readonly string[]> {
  const [answers, members] = await Promise.all([
    store.meetingAnswers.list(PROGRAMME, answersTo(meeting.id)),
    store.members.list(MEMBERS),
  ]);
  const known = new Map(members.map(({ value }) => [value.id, value]));
  const officeOf = ({ office, role }: Member) => `${office}（${roleNames[role]}）`;
  return answers
    .flatMap(({ value }) => {
      const [member, said] = [known.get(value.member), standing(value, meeting)];
      if (!member || !said || !isComing(said)) return [];
      if (said.answer !== 'substitute') return [`${officeOf(member)}　${member.name}`];
      return [`${officeOf(member)}　${said.substitute ?? '代理の方'}（${member.name}の代理）`];
    })
    .toSorted((a, b) => a.localeCompare(b, 'ja'));
}

/** The topics people had put on the agenda. */
async function agendaKept(meeting: Meeting, store: Store): Promise<readonly string[]> {
  const topics = await store.agendaTopics.list(PROGRAMME, topicsOf(meeting.id));
  const texts = topics.flatMap(({ value }) => (value.undone ? [] : [value.text]));
  return ['前回までの宿題', '進捗の確認', ...texts, 'その他・次回の予定'].map((text, at) => `${at + 1}　${text}`);
}

async function actionsKept(meeting: Meeting, store: Store): Promise<MinutesSheet['actions']> {
  const towns = await municipalitiesIn(store);
  const [all, office] = await Promise.all([
    actionsIn(store, [PROGRAMME, ...towns.map(({ code }) => municipal(code))]),
    officeNames(store),
  ]);
  return all
    .filter((action) => action.meeting === meeting.id && action.undone === undefined)
    .toSorted((a, b) => `${a.due} ${a.id}`.localeCompare(`${b.due} ${b.id}`))
    .map((action) => ({ ...action, office: office(action) }));
}

/** What writes Word is loaded when the first one is made. */
export const minutesBytes = async (sheet: MinutesSheet): Promise<Uint8Array> => {
  const { minutesDocx } = await import('../../../documents/meeting-papers/minutes-docx.ts');
  return minutesDocx(sheet);
};
