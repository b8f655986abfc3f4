import { caseQuestionCard, caseQuestionsCard } from '../../../cards/cases/case-questions.ts';
import { isOpenQuestion } from '../../../programme/cases/case-question.ts';
import { pageOf } from '../../../programme/page.ts';
import { defineCommand } from '../../command.ts';
import { caseQuestionNamed, caseQuestionsIn, questionView, questionViews } from './read-questions.ts';

const A_PAGE = 8;

export const showCaseQuestions = defineCommand({
  name: 'show-case-questions',
  says: ['事例の質問', '事例質問'],
  help: '事例について届いた質問を一覧にします。回答待ちが先です。',
  example: '事例の質問',
  english: 'List what was asked about cases.',
  group: { title: '承諾と共有', order: 33 },
  needs: 'share',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['事例の質問', '事例質問', '事例への質問'], wins: 518, looks: true },

  prepare: async ({ question }, { store }) => ({
    found: question === undefined ? undefined : await caseQuestionNamed(question, store),
  }),

  async run({ page = 1 }, { store }, one) {
    if (one) return { card: caseQuestionCard(await questionView(one, store)) };
    const all = await caseQuestionsIn(store);
    const { shown, at, pages } = pageOf(all, page, A_PAGE);
    const views = await questionViews(shown, store);
    const open = all.filter(isOpenQuestion).length;
    return { card: caseQuestionsCard({ shown: views, all: all.length, open, page: at, pages }) };
  },
});
