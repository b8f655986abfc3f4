import { ask } from '../../programme/asks.ts';
import type { HelpRequest } from '../../programme/help/help-request.ts';
import { requestStanding } from '../../programme/help/request-standing.ts';
import { type Samples, text } from '../card.ts';
import * as example from '../example.ts';
import { questionFor } from '../question.ts';
import { receiptCard } from '../receipt.ts';
import { answerArrivedCard } from './answer-arrived.ts';
import { answerFormCard } from './answer-form.ts';
import { askedNotes } from './asked-notes.ts';
import { handlersCard } from './handlers.ts';
import { helpDraftCard } from './help-draft.ts';
import { helpRequestCard } from './help-request.ts';
import { confirmSolvedCard, meanwhileCard, requestCard } from './request.ts';
import { requestNoticeCard } from './request-notice.ts';
import { type RequestView, whichSeen } from './request-view.ts';
import { requestsCard, whichRequestCard } from './requests.ts';
import { settledNotes } from './settled.ts';

const { town } = example;
const OFFICE = 'member-office';

const asked = (number: number, daysAgo: number, said: string, more: Partial<HelpRequest> = {}): HelpRequest => ({
  ...example.from('help', daysAgo),
  id: `help-${number}`,
  municipality: town.code,
  text: said,
  ...more,
});
const step = (daysAgo: number, did: NonNullable<HelpRequest['steps']>[number]) => ({
  ...did,
  ...example.from('step', daysAgo),
  by: OFFICE,
});
const answer = 'ひな形をお送りします。条の構成から一緒に決めましょう。来週の打合せで案をお持ちください。';
const late = asked(2, 9, '要綱の書き方を知りたい');
const answered = asked(3, 3, '例規の改正の進め方を相談したい', {
  item: 'S1-3',
  category: 'operations',
  steps: [
    step(2, { ...example.from('', 2), did: 'taken', due: '2024-11-12' }),
    step(1, { ...example.from('', 1), did: 'answered', text: answer }),
  ],
});

const view = (request: HelpRequest, isOffice = true): RequestView => ({
  request,
  municipality: town,
  standing: requestStanding(request),
  nameOf: (id) => (id === OFFICE ? '佐藤 次郎さん' : `${example.officer.name}さん`),
  today: example.today,
  isOffice,
});
const list = { all: 2, overdue: 1, page: 1, pages: 1, ended: false };

/** The cards about help, filled in. */
export const helpSamples: Samples = {
  question: () =>
    questionFor({ name: 'ask-help', says: ['相談'] }, {}, [
      { type: 'text', name: 'text', label: '困っていること', required: true, maxLength: 1000, lines: 'many' },
    ]),
  'help-draft': () => helpDraftCard('例規の改正の進め方が分からず困っています', { municipality: town.code }),
  'help-receipt': () =>
    receiptCard({
      municipality: town,
      title: '相談を受け付けました',
      lines: [{ what: '困りごと', before: undefined, after: '事務局に届けます' }],
      report: 'x',
      notes: askedNotes(asked(1, 1, '例規の改正の進め方'), 'municipal'),
      next: [{ label: '相談一覧', ask: ask('show-requests') }],
    }),
  'help-request': () => helpRequestCard(town, asked(1, 1, '例規の改正の進め方を相談したい'), example.officer),
  requests: () => requestsCard({ ...list, requests: [view(late), view(answered)], isOffice: true }),
  'requests-settled': () =>
    requestsCard({
      ...list,
      ...{ requests: [view(answered)], all: 1, overdue: 0, isOffice: true },
      said: settledNotes(late, town, false),
    }),
  'requests-own': () =>
    requestsCard({ ...list, requests: [view(late, false), view(answered, false)], isOffice: false }),
  'which-request': () =>
    whichRequestCard(
      'どの相談への回答ですか。',
      [{ view: view(late), ask: ask('answer-request', { answer, ...whichSeen(late) }) }],
      { notes: [text(`「${answer}」`, 'quiet')], more: 2 },
    ),
  request: () => requestCard(view(late), false),
  'request-answered': () => requestCard(view(answered, false), false),
  'request-solved': () => confirmSolvedCard(view(answered, false)),
  'answer-arrived': () =>
    answerArrivedCard(view(answered, false), { ...step(1, { ...example.from('', 1), did: 'answered' }), text: answer }),
  'request-overdue': () => requestNoticeCard(view(late), 'overdue'),
  'request-assigned': () => requestNoticeCard(view(late), 'assigned'),
  'request-meanwhile': () =>
    meanwhileCard(view(answered), {
      what: '回答',
      said: '県の要綱を参考にしてください。',
      yes: { label: 'それでも回答する', ask: ask('answer-request', { answer, ...whichSeen(answered) }) },
    }),
  'answer-form': () => answerFormCard(view(late), whichSeen(late), { problem: undefined, value: undefined }),
  'request-handlers': () => handlersCard(view(late), [example.colleague, { ...example.officer, name: '高橋 三郎' }]),
};
