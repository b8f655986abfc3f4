import { notice } from '../../../cards/card.ts';
import { whichInquiryCard } from '../../../cards/reports/inquiries.ts';
import { type InquiryView, whichInquiry } from '../../../cards/reports/inquiry-view.ts';
import { ask } from '../../../programme/asks.ts';
import { fullDate } from '../../../programme/day.ts';
import { requestStanding } from '../../../programme/help/request-standing.ts';
import type { Inquiry } from '../../../programme/reports/inquiry.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { inquiriesMeant, inquiryMeantBy, inquiryView, refuseUnless } from './inquiries.ts';
import { openedInquiry } from './show-inquiries.ts';
import { addInquiryStep } from './write-inquiry.ts';

export const receiveInquiry = defineCommand({
  name: 'receive-inquiry',
  says: ['臨時報告受領', '臨時報告の受領'],
  help: '県が求めた臨時報告を受領したことを記録します。次の開庁日までに押してください。',
  example: '臨時報告受領',
  english: 'Confirm that a request of the prefecture for a report has arrived.',
  group: { title: '県とのやりとり', order: 63 },
  needs: 'apply',
  about: 'member',
  usualFor: {},
  writes: ['inquiry'],
  typed: 'inputs',
  wished: [{ like: /^受領(?:し|いたし|致し)ました[。\s]*$/u, as: '臨時報告受領 ' }],

  async prepare({ inquiry: id }, turn) {
    const found = await inquiryMeantBy(id, turn);
    if (!found) return asksBack(['inquiry'], await chooseFor(turn));
    refuseUnless('answers', found, turn.who);
    return { found };
  },

  async run(_input, turn, found) {
    const view = await received(turn, found);
    const { due } = view.standing;
    const said = notice('good', `受領しました。${fullDate(due)}までに回答してください。`);
    return { card: openedInquiry(view, turn, [said]), how: 'replace' };
  },
});

const isUntouched = (inquiry: Inquiry): boolean =>
  inquiry.direction === 'special' && requestStanding(inquiry).state === 'untouched';

/** Two who press at once mean the same: the second finds it received. */
async function received(turn: MemberTurn, inquiry: Inquiry): Promise<InquiryView> {
  if (!isUntouched(inquiry)) return inquiryView(inquiry, turn);
  const { view, isWritten } = await addInquiryStep(turn, inquiry, { did: 'taken' });
  return isWritten ? view : received(turn, view.inquiry);
}

async function chooseFor(turn: MemberStart) {
  const { shown, more } = await inquiriesMeant('answers', turn, isUntouched);
  const rows = shown.map((view) => ({ view, ask: ask('receive-inquiry', whichInquiry(view.inquiry)) }));
  return whichInquiryCard('どの臨時報告を受領しますか。', rows, undefined, more);
}
