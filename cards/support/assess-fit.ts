import { ask, type Given } from '../../programme/asks.ts';
import { Fit, type FitOccasion, fitNames, fitOccasionNames } from '../../programme/visits/fit-answer.ts';
import { buttons, type Card, facts, list, type Node, notice, offering, text } from '../card.ts';

/** 続けられそうか, as one side of a pair is asked. */
export type FitToAnswer = {
  readonly municipality: string;
  readonly expert: string;
  readonly occasion: FitOccasion;
  /** The other side, as this one calls it. */
  readonly other: string;
};

const assessing = ({ municipality, expert, occasion }: FitToAnswer, given: Given<'assess-fit'> = {}) =>
  ask('assess-fit', { municipality, expert, occasion, ...given });

const occasionSaid: Readonly<Record<FitOccasion, (other: string) => string>> = {
  initial: (other) => `${other}との訪問支援が2回終わりました。`,
  'follow-up': (other) => `${other}との体制になって30日たちました。`,
};

/** The same whatever is answered. */
const WHO_SEES = 'お答えは事務局だけが見ます。相手の方には伝わりません。';

/** One question to one side, with an answer in one tap. */
export function assessFitCard(question: FitToAnswer, said: readonly Node[] = []): Card {
  const { occasion, other } = question;
  const sentence = `${occasionSaid[occasion](other)}このまま続けられそうですか。`;
  return offering(
    fitOccasionNames[occasion],
    sentence,
    said,
    text(sentence),
    buttons(...Fit.options.map((fit) => ({ label: fitNames[fit], ask: assessing(question, { fit }) }))),
    text(WHO_SEES, 'quiet'),
  );
}

export function fitAssessedCard(question: FitToAnswer, fit: Fit): Card {
  const { occasion, other } = question;
  return offering(
    `${fitOccasionNames[occasion]}を受け付けました`,
    `${other}について、お答えを受け付けました。`,
    notice('good', `${other}について、お答えを受け付けました。`),
    facts(['続けられそうか', fitNames[fit]]),
    text(WHO_SEES, 'quiet'),
    buttons(
      ...Fit.options
        .filter((each) => each !== fit)
        .map((each) => ({ label: `「${fitNames[each]}」に変える`, ask: assessing(question, { fit: each }) })),
      { label: '相手に見せずに相談する', ask: ask('ask-help', { municipality: question.municipality, aside: 'yes' }) },
      { label: '会議の予定', ask: ask('show-meetings') },
    ),
  );
}

/** Several that are open, and none. */
export function fitQuestionsCard(questions: readonly FitToAnswer[], given: Given<'assess-fit'> = {}): Card {
  const none = '今、お答えをお願いしている評価はありません。';
  const sentence = questions.length > 0 ? `お答えをお願いしている評価が${questions.length}件あります。` : none;
  return offering(
    '初期評価',
    sentence,
    questions.length > 0 ? text(`${sentence}押すと答えられます。`) : notice('good', sentence),
    list(
      questions.map((question) => ({
        title: question.other,
        detail: fitOccasionNames[question.occasion],
        ask: assessing(question, given),
        does: '答える',
      })),
    ),
    buttons({ label: '会議の予定', ask: ask('show-meetings') }),
  );
}
