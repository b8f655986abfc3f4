import type { WaitingShown } from '../../../cards/digest/prefecture-waiting.ts';
import { ask } from '../../../programme/asks.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { seenTo } from '../../../programme/reports/inquiry.ts';
import type { DigestMoment } from '../digest/digest-line.ts';
import { inquiriesIn } from './inquiries.ts';

const called = { confirm: '回答の確認待ち', receipt: '受領していないもの', answer: '回答の期限を過ぎたもの' };

/** 臨時報告 that were answered and wait for a yes, or are late, at the moment of the digest; what they are about is not said. */
export async function specialReportsToSee({
  store,
  programme,
  until,
}: DigestMoment): Promise<WaitingShown | undefined> {
  const calendar = calendarOf(programme.closures);
  const waiting = (await inquiriesIn(store)).flatMap((inquiry) => seenTo(inquiry, calendar, until) ?? []);
  const [since] = waiting.map((each) => each.since).toSorted();
  if (since === undefined) return undefined;
  const parts = (['confirm', 'receipt', 'answer'] as const).flatMap((what) => {
    const count = waiting.filter((each) => each.what === what).length;
    return count > 0 ? [`${called[what]}\u00a0${count}`] : [];
  });
  const open = ask('show-inquiries', { direction: 'special' });
  return { what: '臨時報告', count: waiting.length, since, parts, open };
}
