import { budgetAnsweredCard, budgetAskedCard, whichBudgetQuestionCard } from '../../../cards/funding/budget.ts';
import { askingOf, type BudgetAnswer, type BudgetQuestion } from '../../../programme/funding/budget-season.ts';
import { budgetAnswer, withBudgetAnswer } from '../../../programme/funding/funding-record.ts';
import { hasNoFunding } from '../../../programme/funding/initiative-funding.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { fundingPlace, fundingView } from './funding-view.ts';

type Said = { readonly question: BudgetQuestion; readonly answer: BudgetAnswer };

export const answerBudget = defineCommand({
  name: 'answer-budget',
  says: ['予算の回答', '予算回答'],
  help: '予算要求の予定・結果、査定、議決を1回押して答えます。',
  example: '予算の回答',
  english: 'Say whether the money is asked for in the budget, and what became of it.',
  group: { title: '工程表と財源', order: 24 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: ['answer'],
  typed: 'inputs',
  spoken: {
    words: ['予算の回答', '予算回答', '予算要求の予定', '予算要求の結果', '査定の結果', '議決の結果'],
    wins: 649,
  },

  async prepare({ question, answer }, turn): Promise<Prepared<Said>> {
    const view = await fundingView(turn);
    const { municipality, fundings, record, year } = view;
    if (question === undefined) return asksBack(['question'], whichBudgetQuestionCard(municipality, record));
    const isAnswer = answer !== undefined && askingOf(question).answers.includes(answer);
    if (isAnswer) return { found: { question, answer } };
    const shown = question === 'blank' ? fundings.filter(hasNoFunding) : fundings;
    return asksBack(['answer'], budgetAskedCard({ municipality, year, question, fundings: shown }));
  },

  async run(_input, turn, said) {
    const { at, of } = fundingPlace(turn);
    let before: BudgetAnswer | undefined;
    await turn.change('fundingRecords', at, (known) => {
      before = budgetAnswer(known, said.question)?.answer;
      return withBudgetAnswer(known, of, said, turn.from);
    });
    const { municipality } = turn;
    return {
      card: budgetAnsweredCard({ municipality, question: said.question, before, after: said.answer }),
      how: 'replace',
    };
  },
});
