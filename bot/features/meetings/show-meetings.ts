import { meetingCard } from '../../../cards/meetings/meeting.ts';
import { meetingsCard } from '../../../cards/meetings/meetings.ts';
import { ask } from '../../../programme/asks.ts';
import { may } from '../../../programme/may.ts';
import { openActions } from '../../../programme/meetings/action-item.ts';
import { isCancelled } from '../../../programme/meetings/meeting.ts';
import { pageOf } from '../../../programme/page.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberTurn } from '../../turn.ts';
import { ownActions } from './actions.ts';
import { audienceNames, isAhead, meetingsMeant, visibleMeetings, whichMeeting } from './find.ts';
import { briefView, meetingView } from './view.ts';

/** Meetings on one page of a phone. */
const A_PAGE = 6;

export const showMeetings = defineCommand({
  name: 'show-meetings',
  says: ['会議', '予定'],
  help: 'これからの会議と自分の回答を表示します。終わった会議は「会議 過去」で表示します。',
  example: '会議',
  english: 'Show the coming meetings.',
  group: { title: '会議のこと', order: 1 },
  needs: 'view',
  about: 'member',
  usualFor: { municipal: 4, expert: 3, secretariat: 4, prefecture: 3 },
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      '会議',
      '予定',
      'ミーティング',
      '打合せ',
      '打ち合わせ',
      'スケジュール',
      '日程',
      'かいぎ',
      '出欠',
      '出席者',
      '参加者',
      '出席状況',
      '回答状況',
    ],
    orPlan: ['予定'],
    wins: 30,
    looks: true,
    passing: true,
  },

  async prepare({ meeting: said }, turn) {
    if (said === undefined) return { found: undefined };
    const [meeting, ...others] = await meetingsMeant(said, 'look', turn);
    if (others.length === 0) return { found: meeting };
    return asksBack(['meeting'], await whichMeeting(ask('show-meetings'), '会議', [meeting, ...others], turn));
  },

  async run({ past, page = 1 }, turn, meeting) {
    if (!meeting) return { card: await listing(past !== undefined, page, turn) };
    return { card: meetingCard(await meetingView(meeting, turn)) };
  },
});

async function listing(past: boolean, page: number, turn: MemberTurn) {
  const { who, now, room } = turn;
  const all = await visibleMeetings(turn);
  const wanted = past
    ? all.filter((meeting) => !isAhead(meeting, now) && !isCancelled(meeting)).toReversed()
    : all.filter((meeting) => isAhead(meeting, now));
  const { shown, at, pages } = pageOf(wanted, page, A_PAGE);
  const names = audienceNames(turn);
  return meetingsCard({
    views: await Promise.all(shown.map((meeting) => briefView(meeting, turn, names))),
    page: at,
    pages,
    past,
    mayConvene: may(who, 'convene', undefined, room.audience),
    actions: room.audience === undefined ? openActions(await ownActions(turn)).length : 0,
  });
}
