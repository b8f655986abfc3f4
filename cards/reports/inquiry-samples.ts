import { ask } from '../../programme/asks.ts';
import { calendarOf } from '../../programme/calendar.ts';
import { requestStanding } from '../../programme/help/request-standing.ts';
import { type Inquiry, type InquiryStep, lateOf, receiptDue } from '../../programme/reports/inquiry.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { inquiriesCard, whichInquiryCard } from './inquiries.ts';
import { inquiryCard, inquiryMeanwhileCard, notYetForm } from './inquiry.ts';
import { inquiryAskedCard, inquiryDraftCard, specialReportForm } from './inquiry-asked.ts';
import { inquiryAnsweredCard, inquiryAnswerForm, inquiryNewsCard } from './inquiry-notices.ts';
import { type InquiryView, whichSeenInquiry } from './inquiry-view.ts';

const names: Readonly<Record<string, string>> = { office: '佐藤 次郎さん', prefecture: '高橋 三郎さん' };
const step = (daysAgo: number, by: string, done: Pick<InquiryStep, 'did' | 'text' | 'due' | 'document'>) => ({
  ...done,
  ...example.from(`step-${daysAgo}`, daysAgo),
  by,
});

const ANSWER = '移行の時期を業者と調整しています。11月15日までに移行の計画を出し直します。';
const special: Inquiry = {
  ...{ ...example.from('special', 7), id: 'inquiry-1', by: 'prefecture', direction: 'special' },
  ...{ text: '標準化の進み具合と、遅れている理由', municipality: example.town.code, item: 'S1-3', due: '2024-11-01' },
};
const answered: Inquiry = {
  ...special,
  steps: [step(6, 'office', { did: 'taken' }), step(2, 'office', { did: 'answered', text: ANSWER })],
};
const consultation: Inquiry = {
  ...{ ...example.from('consultation', 3), id: 'inquiry-2', by: 'office', direction: 'consultation' },
  text: '仕様書に定めのない、研修会場の借上げの扱いを確認したい',
};
const ruled: Inquiry = {
  ...consultation,
  steps: [
    step(1, 'prefecture', { did: 'answered', text: '委託料に含めて差し支えありません。', document: '6DX推第123号' }),
  ],
};

const calendar = calendarOf([]);
const view = (inquiry: Inquiry, isAsker: boolean): InquiryView => ({
  inquiry,
  standing: requestStanding(inquiry),
  nameOf: (id) => names[id] ?? id,
  townName: (): string => example.town.name,
  receiptDue: receiptDue(inquiry, calendar),
  late: lateOf(inquiry, example.today, calendar),
  isAsker,
});
const list = { all: 2, late: 1, page: 1, pages: 1, ended: false } as const;

/** The cards about 臨時報告 and 協議, filled in. */
export const inquirySamples: Samples = {
  'special-report-form': () => specialReportForm({ text: '標準化の進み具合' }, new Map()),
  'special-report-draft': () =>
    inquiryDraftCard('special', { text: '標準化の進み具合', town: example.town.name, by: '2024-11-08' }, {}),
  'special-report-asked': () => inquiryAskedCard(view(special, true), { isNew: true, moved: '2024-11-03' }),
  'special-report-arrived': () => inquiryNewsCard(view({ ...special, due: '2024-11-12' }, false), 'asked'),
  'special-report-late': () => inquiryNewsCard(view(special, false), 'late-receipt'),
  'special-report-answered': () => inquiryAnsweredCard(view(answered, true)),
  'inquiry-answer-form': () =>
    inquiryAnswerForm(view(consultation, false), whichSeenInquiry(consultation), {
      value: undefined,
      problem: undefined,
    }),
  inquiries: () =>
    inquiriesCard({
      ...list,
      shown: [view(special, true), view(ruled, false)],
      direction: undefined,
      mayAsk: 'special-report',
    }),
  consultations: () =>
    inquiriesCard({
      ...list,
      all: 1,
      late: 0,
      shown: [view(ruled, true)],
      direction: 'consultation',
      mayAsk: 'consult',
    }),
  'inquiry-open': () => inquiryCard(view(special, false), false),
  'consultation-answered': () => inquiryCard(view(ruled, true), false),
  'which-inquiry': () =>
    whichInquiryCard(
      'どれへの回答ですか。',
      [{ view: view(special, false), ask: ask('answer-inquiry', whichSeenInquiry(special)) }],
      ANSWER,
      2,
    ),
  'inquiry-not-yet': () => notYetForm(view(answered, true), { inquiry: answered.id, back: 'yes' }),
  'inquiry-meanwhile': () =>
    inquiryMeanwhileCard(view(answered, false), '11月末に移行の見込みです。', {
      label: 'それでも回答する',
      ask: ask('answer-inquiry', whichSeenInquiry(answered)),
    }),
};
