import { visitsCard } from '../../../cards/visits/visits.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf } from '../../../programme/day.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import { pageOf } from '../../../programme/page.ts';
import { visitStanding } from '../../../programme/visits/visit-record.ts';
import { defineCommand } from '../../command.ts';
import { memberNames } from '../people/people.ts';
import { isVisitAhead, visitsTo } from './read.ts';

const A_PAGE = 8;

export const showVisits = defineCommand({
  name: 'show-visits',
  says: ['訪問一覧', '訪問'],
  help: '市町村への訪問と、その記録の状態を一覧にします。',
  example: '訪問一覧',
  english: 'List the visits to a municipality and where their records stand.',
  group: { title: '訪問のこと', order: 4 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      ...['訪問一覧', '訪問の一覧', '訪問履歴', '訪問の履歴', '訪問日', '訪問はいつ', '訪問いつ'],
      ...['次の訪問', '次回の訪問', '訪問予定は', '訪問予定を教え', '訪問予定を見', '訪問予定の確認'],
      ...['訪問記録を見', '訪問の記録を見', '訪問記録の一覧', '訪問記録一覧', '訪問記録を教え', '訪問記録はあ'],
    ],
    wins: 306,
    otherwise: ['訪問'],
    looks: true,
  },
  /** Who speaks of 所見 or of taking a record back means a visit: it is chosen here, and has its own buttons. */
  wished: [
    { like: /^(?<where>\S+?[市区町村])の(?:訪問の)?所見(?:[はを]|$)[^、。\s]*/u, as: '訪問一覧 $<where> ' },
    { like: /^所見\s+(?<where>\S+?[市区町村])$/u, as: '訪問一覧 $<where> ' },
    {
      like: /^(?<what>[^。]*?)の?訪問の?(?:支援)?記録[をは、]*(?:取り?消|とりけ|元に戻|取り下げ|な[かし]ったことに|削除|消し)[^。]*[。]?$/u,
      as: '訪問一覧 $<what>',
    },
  ],

  async run({ page = 1 }, { municipality, store, now, programme, who, room }) {
    const [all, nameOf] = await Promise.all([visitsTo(municipality.code, store), memberNames(store)]);
    const calendar = calendarOf(programme.closures, municipality.code);
    const newest = all.toReversed();
    const { shown, at, pages } = pageOf(newest, page, A_PAGE);
    const visits = shown.map(({ meeting, record }) => ({
      meeting,
      record,
      standing: record && visitStanding(record, dayOf(now), calendar),
      isAhead: isVisitAhead({ meeting, record }, dayOf(now)),
      expert: mayNamePeople(room.audience) ? nameOf(meeting.visit.expert) : undefined,
    }));
    // What it leads on to is told in 1:1 alone.
    const mayVisit = room.audience === undefined && may(who, 'visit', municipality.code);
    return { card: visitsCard({ municipality, visits, all: newest.length, page: at, pages, mayVisit }) };
  },
});
