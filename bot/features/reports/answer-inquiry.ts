import { notice } from '../../../cards/card.ts';
import { whichInquiryCard } from '../../../cards/reports/inquiries.ts';
import { inquiryMeanwhileCard } from '../../../cards/reports/inquiry.ts';
import { inquiryAnswerForm } from '../../../cards/reports/inquiry-notices.ts';
import { whichSeenInquiry } from '../../../cards/reports/inquiry-view.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { stepCount } from '../../../programme/help/with-step.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Inquiry } from '../../../programme/reports/inquiry.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { LONGEST_CARRIED } from '../help/number-asked.ts';
import { presentLeads } from '../people/on-duty.ts';
import { activeMembers } from '../people/people.ts';
import { inquiriesMeant, inquiryMeantBy, inquiryView, isOpenInquiry, refuseUnless } from './inquiries.ts';
import { openedInquiry } from './show-inquiries.ts';
import { addInquiryStep } from './write-inquiry.ts';

export const answerInquiry = defineCommand({
  name: 'answer-inquiry',
  says: ['臨時報告回答', '協議回答'],
  help: '臨時報告の求め（事務局）や協議（県の主担当）に回答します。求めた方に1対1で届きます。',
  example: '協議回答 事前の承諾が必要です',
  english: 'Answer a request for a report, or a question to the prefecture.',
  group: { title: '県とのやりとり', order: 64 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: ['answer'],
  typed: 'free',

  check: ({ answer }) => (saysNothing(answer) ? [{ input: 'answer', problem: NOTHING }] : []),
  question: async (given, turn) => formFor(given, turn),
  again: async (given, turn, errors) => formFor(given, turn, errors.get('answer')),

  async prepare(input, turn) {
    const found = await inquiryMeantBy(input.inquiry, turn);
    if (!found) return asksBack(['inquiry'], await chooseFor(input, turn));
    await refuseUnlessDecides(found, turn);
    if (!isOpenInquiry(found)) throw Refusal.because('inquiry-ended');
    if (isNewer(found, input, turn)) return asksBack([], await meanwhile(found, input, turn), 'new');
    return { found };
  },

  async run(input, turn, found) {
    const { answer, document } = input;
    const { view, isWritten } = await addInquiryStep(turn, found, { did: 'answered', text: answer, document });
    if (!isWritten) return { card: await meanwhile(view.inquiry, input, turn), how: 'new' };
    const done = `回答を記録しました。${view.nameOf(view.inquiry.by)}に、開庁日の日中に1対1で届きます。`;
    return { card: openedInquiry(view, turn, [notice('good', done)]), how: 'replace' };
  },
});

const NOTHING = '回答する内容を入力してください。';

/** Of the prefecture its lead answers; while every lead is away anybody of it does. */
async function refuseUnlessDecides(inquiry: Inquiry, { who, store, now }: MemberStart): Promise<void> {
  refuseUnless('answers', inquiry, who);
  if (inquiry.direction !== 'consultation') return;
  const leads = presentLeads('prefecture', dayOf(now), await activeMembers(store));
  if (leads.length > 0 && !leads.some(({ id }) => id === who.id))
    throw Refusal.because('leads-answer', { name: leads.map(({ name }) => `${name}さん`).join('、') });
}

/** Somebody else did something since the card was opened. */
function isNewer(inquiry: Inquiry, { seen, sure }: InputOf<'answer-inquiry'>, { who }: MemberStart): boolean {
  const since = (inquiry.steps ?? []).slice(seen ?? stepCount(inquiry));
  return sure === undefined && since.some(({ by, did }) => by !== who.id && did !== 'taken');
}

/** The form below what was asked; the plain one where it is not known yet which one is meant. */
async function formFor(given: Readonly<Record<string, unknown>>, turn: MemberStart, problem?: string) {
  const { inquiry: id, answer } = given;
  const found = await inquiryMeantBy(typeof id === 'string' ? id : undefined, turn);
  if (!found) return undefined;
  await refuseUnlessDecides(found, turn);
  const value = typeof answer === 'string' ? answer : undefined;
  return inquiryAnswerForm(await inquiryView(found, turn), given, { value, problem });
}

/** An answer that no button carries is typed again once it is known what it is for. */
async function chooseFor({ answer, document }: InputOf<'answer-inquiry'>, turn: MemberStart) {
  const { shown, more } = await inquiriesMeant('answers', turn);
  const kept = answer.length <= LONGEST_CARRIED ? { answer, document } : {};
  const rows = shown.map((view) => ({
    view,
    ask: ask('answer-inquiry', { ...kept, ...whichSeenInquiry(view.inquiry) }),
  }));
  return whichInquiryCard('どれへの回答ですか。', rows, answer, more);
}

async function meanwhile(inquiry: Inquiry, { answer, document }: InputOf<'answer-inquiry'>, turn: MemberStart) {
  const which = whichSeenInquiry(inquiry);
  const yes =
    answer.length <= LONGEST_CARRIED
      ? { label: 'それでも回答する', ask: ask('answer-inquiry', { answer, document, ...which, sure: 'yes' }) }
      : { label: '回答を入力し直す', ask: ask('answer-inquiry', which) };
  return inquiryMeanwhileCard(await inquiryView(inquiry, turn), answer, yes);
}
