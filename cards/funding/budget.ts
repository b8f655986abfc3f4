import { ask } from '../../programme/asks.ts';
import { fiscalYearName } from '../../programme/day.ts';
import {
  askingOf,
  type BudgetAnswer,
  type BudgetQuestion,
  budgetAnswerNames,
  budgetQuestionNames,
  budgetSeason,
} from '../../programme/funding/budget-season.ts';
import { budgetAnswer, type FundingRecord } from '../../programme/funding/funding-record.ts';
import type { InitiativeFunding } from '../../programme/funding/initiative-funding.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type Button, buttons, type Card, card, changes, list, notice, offering, text } from '../card.ts';
import { costsText } from './funding.ts';

export type BudgetAsked = {
  readonly municipality: Municipality;
  /** The fiscal year whose budget it is. */
  readonly year: number;
  readonly question: BudgetQuestion;
  readonly fundings: readonly InitiativeFunding[];
};

const answerButtons = (code: string, question: BudgetQuestion): readonly Button[] =>
  askingOf(question).answers.map((answer) => ({
    label: budgetAnswerNames[answer],
    ask: ask('answer-budget', { municipality: code, question, answer }),
  }));

const SHOWN = 5;

/** One question of the budget season, answered by one tap. */
export function budgetAskedCard({ municipality, year, question, fundings }: BudgetAsked): Card {
  const { asks } = askingOf(question);
  const more = fundings.length > SHOWN ? `ほか${fundings.length - SHOWN}件` : '';
  return offering(
    budgetQuestionNames[question],
    `${municipality.name}（${fiscalYearName(year)}の予算）${asks}`,
    text(asks, 'strong'),
    text(`${municipality.name}　${fiscalYearName(year)}の予算`, 'quiet'),
    list(
      fundings.slice(0, SHOWN).map((one) => ({
        title: one.content.name,
        detail: costsText(one),
        ask: ask('show-funding', { municipality: municipality.code, initiative: one.id }),
      })),
    ),
    more ? text(more, 'quiet') : [],
    text('1回押すと記録します。まだ決まっていなければ、決まってから押してください。あとで直せます。', 'quiet'),
    buttons(...answerButtons(municipality.code, question), {
      label: '財源を見る',
      ask: ask('show-funding', { municipality: municipality.code }),
    }),
  );
}

/** Which of the questions is answered. */
export function whichBudgetQuestionCard(municipality: Municipality, record: FundingRecord | undefined): Card {
  return offering(
    '予算の回答',
    `${municipality.name}　予算のどのことですか。`,
    text('どのことですか。', 'strong'),
    text(municipality.name, 'quiet'),
    list(
      budgetSeason.map(({ question }) => {
        const last = budgetAnswer(record, question);
        return {
          title: budgetQuestionNames[question],
          detail: last ? budgetAnswerNames[last.answer] : 'まだ回答がありません',
          ask: ask('answer-budget', { municipality: municipality.code, question }),
        };
      }),
    ),
  );
}

type Answered = {
  readonly municipality: Municipality;
  readonly question: BudgetQuestion;
  readonly before: BudgetAnswer | undefined;
  readonly after: BudgetAnswer;
};

export function budgetAnsweredCard({ municipality, question, before, after }: Answered): Card {
  const what = budgetQuestionNames[question];
  const line = { what, before: before ? budgetAnswerNames[before] : '未回答', after: budgetAnswerNames[after] };
  const isSame = before === after;
  return card(
    '予算の回答',
    `${municipality.name} ${what}: ${budgetAnswerNames[after]}`,
    notice(
      isSame ? 'quiet' : 'good',
      isSame ? 'すでにそのとおり記録しています。' : '記録しました。ありがとうございます。',
    ),
    text(municipality.name, 'quiet'),
    isSame ? [] : changes([line]),
    buttons(
      { label: '答えを変える', ask: ask('answer-budget', { municipality: municipality.code, question }) },
      { label: '財源を見る', ask: ask('show-funding', { municipality: municipality.code }) },
    ),
  );
}
