import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf } from '../../../programme/day.ts';
import { lateOf } from '../../../programme/reports/inquiry.ts';
import type { DigestMoment } from '../digest/digest-line.ts';
import { inquiriesIn } from './inquiries.ts';

/** 臨時報告 that nobody has received or answered in time, counted; what they are about is not said. */
export async function lateInquiries({ store, programme, until }: DigestMoment): Promise<string | undefined> {
  const calendar = calendarOf(programme.closures);
  const asked = (await inquiriesIn(store)).filter(({ at }) => at <= until.toISOString());
  const late = asked.map((inquiry) => lateOf(inquiry, dayOf(until), calendar, until));
  const count = (what: 'receipt' | 'answer') => late.filter((each) => each === what).length;
  const parts = [
    ...(count('receipt') > 0 ? [`受領していないもの ${count('receipt')}件`] : []),
    ...(count('answer') > 0 ? [`回答の期限を過ぎたもの ${count('answer')}件`] : []),
  ];
  return parts.length > 0 ? `臨時報告: ${parts.join('・')}` : undefined;
}
