import type { Card, Node } from '../../../cards/card.ts';
import { inquiriesCard } from '../../../cards/reports/inquiries.ts';
import { inquiryCard } from '../../../cards/reports/inquiry.ts';
import type { InquiryView } from '../../../cards/reports/inquiry-view.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { mayReopen } from '../../../programme/help/request-standing.ts';
import { pageOf } from '../../../programme/page.ts';
import { isWithdrawnInquiry } from '../../../programme/reports/inquiry.ts';
import { defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import {
  INQUIRIES_A_PAGE,
  inquiriesIn,
  inquiryMeantBy,
  inquiryView,
  inquiryViews,
  isOfDirection,
  isOpenInquiry,
  mayAskBy,
} from './inquiries.ts';

export const showInquiries = defineCommand({
  name: 'show-inquiries',
  says: ['臨時報告一覧', '協議一覧'],
  help: '県が求めた臨時報告と、県への協議を、期限・状態・回答とともに表示します。',
  example: '臨時報告一覧',
  english: 'Show the reports the prefecture asked for, and the questions to the prefecture.',
  group: { title: '県とのやりとり', order: 62 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      ...['臨時報告一覧', '臨時報告の一覧', '臨時報告の状況', '臨時報告はどうな', '臨時報告どうな', '臨時報告の回答は'],
      ...['協議一覧', '協議の一覧', '協議の状況', '協議の回答', '協議はどうな', '協議どうな', '協議の件どうな'],
    ],
    wins: 462,
    looks: true,
    whole: true,
  },
  named: async ({ said, input }) => {
    const direction = said.includes('臨時') ? 'special' : said.includes('協議') ? 'consultation' : undefined;
    return direction === undefined ? input : { ...input, direction };
  },

  prepare: async ({ inquiry }, turn) => ({ found: await inquiryMeantBy(inquiry, turn) }),

  async run(input, turn, found) {
    if (found) return { card: openedInquiry(await inquiryView(found, turn), turn), how: 'replace' };
    return { card: await listed(input, turn), how: input.page === undefined ? 'new' : 'replace' };
  },
});

/** One of them as it is now. */
export const openedInquiry = (view: InquiryView, { now }: Pick<MemberStart, 'now'>, said: readonly Node[] = []): Card =>
  inquiryCard(view, mayReopen(view.standing, now) && !isWithdrawnInquiry(view.standing), said);

/** Those that go on, the late ones and then the oldest first; or those that have ended, the newest first. */
async function listed({ direction, ended, page = 1 }: InputOf<'show-inquiries'>, turn: MemberStart): Promise<Card> {
  const isEnded = ended !== undefined;
  const all = (await inquiriesIn(turn.store)).filter(
    (inquiry) => isOfDirection(direction)(inquiry) && isOpenInquiry(inquiry) !== isEnded,
  );
  const views = await inquiryViews(isEnded ? all.toReversed() : all, turn);
  const late = views.filter((view) => view.late !== undefined);
  const inOrder = isEnded ? views : [...late, ...views.filter((view) => view.late === undefined)];
  const { shown, at, pages } = pageOf(inOrder, page, INQUIRIES_A_PAGE);
  const counts = { all: views.length, late: late.length };
  return inquiriesCard({ shown, ...counts, page: at, pages, direction, ended: isEnded, mayAsk: mayAskBy(turn.who) });
}
