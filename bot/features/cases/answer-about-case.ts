import { notice } from '../../../cards/card.ts';
import { caseQuestionCard, whichCaseQuestionCard } from '../../../cards/cases/case-questions.ts';
import { isOpenQuestion, withCaseAnswer } from '../../../programme/cases/case-question.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { municipal } from '../../../storage/collections.ts';
import { asksBack, defineCommand } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import { caseQuestionNamed, caseQuestionsIn, questionView, questionViews } from './read-questions.ts';

/** As many as somebody looks through before answering one. */
const OFFERED = 6;

export const answerAboutCase = defineCommand({
  name: 'answer-about-case',
  says: ['事例に回答', '事例回答'],
  help: '事例への質問に回答します。回答は、質問した方に1対1で届きます。',
  example: '事例に回答 様式をお送りします',
  english: 'Answer a question about a case.',
  group: { title: '承諾と共有', order: 34 },
  needs: 'share',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['question'],
  typed: 'free',

  check: ({ answer }) =>
    saysNothing(answer) ? [{ input: 'answer', problem: '回答する内容を入力してください。' }] : [],

  async prepare({ question: id, answer }, { store }) {
    if (id !== undefined) return { found: await caseQuestionNamed(id, store) };
    const open = (await caseQuestionsIn(store)).filter(isOpenQuestion).slice(0, OFFERED);
    if (open.length === 0) throw Refusal.because('no-open-case-question');
    const views = await questionViews(open, store);
    return asksBack(['question'], whichCaseQuestionCard(views, answer));
  },

  async run({ answer }, { store, changeOf, from }, { id, municipality }) {
    const change = changeOf(municipality);
    const at = { partition: municipal(municipality), id };
    const after = await change('caseQuestions', at, (known) => {
      if (!known) throw Refusal.because('old-card');
      return withCaseAnswer(known, answer, from);
    });
    await ringBell({ change });
    const done = '回答を記録しました。質問した方に、開庁日の日中に1対1で届きます。';
    return { card: caseQuestionCard(await questionView(after, store), [notice('good', done)]), how: 'replace' };
  },
});
