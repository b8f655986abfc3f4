import { ask } from '../../programme/asks.ts';
import { type CaseQuestion, isOpenQuestion } from '../../programme/cases/case-question.ts';
import type { SeenCase } from '../../programme/cases/case-search.ts';
import { shortMoment } from '../../programme/day.ts';
import type { Member } from '../../programme/member.ts';
import { buttons, type Card, card, facts, list, type Node, notice, offering, text } from '../card.ts';
import { excerpt } from '../excerpt.ts';
import { pageButtons } from '../page-buttons.ts';

/** A question about a case, with what people call everything in it. */
export type CaseQuestionView = {
  readonly question: CaseQuestion;
  readonly town: string;
  readonly title: string;
  /** Whoever asks; undefined once they have left the roster. */
  readonly by: Member | undefined;
  readonly nameOf: (id: string) => string;
};

/** What whoever asks may see of the case. */
type SeenAs = { readonly title: string; readonly municipality: string };

/** For the one who asked. */
export function caseAskedCard(question: CaseQuestion, { title, municipality }: SeenAs): Card {
  return card(
    '事務局に届けました',
    `「${title}」について、事務局に届けました。`,
    notice('good', '事務局に届けました。答えは、ここに1対1で届きます。'),
    text(`${municipality}「${title}」`, 'quiet'),
    text(question.text),
    buttons(
      { label: 'この事例を見る', ask: ask('find-cases', { case: question.case }) },
      { label: '全ての事例', ask: ask('find-cases') },
    ),
  );
}

/** Which case a question is about; nothing is sent before one is pressed. `more`: how many there are beside them. */
export function whichCaseCard(all: readonly SeenCase[], said: string, more: number): Card {
  return offering(
    'どの事例ですか',
    'どの事例についてですか。まだ届けていません。',
    text('どの事例についてですか。', 'strong'),
    text(`「${said}」`, 'quiet'),
    list(
      all.map(({ id, content, municipality }) => ({
        title: content.title,
        detail: municipality.name,
        ask: ask('ask-about-case', { case: id, text: said }),
      })),
    ),
    more > 0 ? text(`ほか${more}件は「事例」から開いて聞いてください。`, 'quiet') : [],
    buttons({ label: '全ての事例', ask: ask('find-cases') }),
  );
}

/** For the secretariat, 1:1; the summary keeps the content out of notifications. */
export function caseQuestionArrivedCard(view: CaseQuestionView): Card {
  return card(
    '事例への質問が届きました',
    `${view.town}の事例に質問が届きました。`,
    questionNodes(view),
    buttons(answerButton(view), { label: 'この事例を見る', ask: ask('find-cases', { case: view.question.case }) }),
  );
}

/**
 * For the one who asked, 1:1.
 * @param seen the case as they may see it now; undefined once they may not: then nothing of it is named
 */
export function caseAnswerArrivedCard(
  question: CaseQuestion,
  answer: { readonly text: string; readonly by: string },
  seen: SeenAs | undefined,
): Card {
  return card(
    '事例の質問に回答がありました',
    '事例への質問に、事務局から回答がありました。',
    seen ? text(`${seen.municipality}「${seen.title}」`, 'quiet') : [],
    facts(['聞いたこと', question.text], ['回答', answer.text], ['回答した方', `事務局 ${answer.by}`]),
    buttons(
      ...(seen
        ? [
            { label: 'もう一度聞く', ask: ask('ask-about-case', { case: question.case }) },
            { label: 'この事例を見る', ask: ask('find-cases', { case: question.case }) },
          ]
        : []),
      { label: '全ての事例', ask: ask('find-cases') },
    ),
  );
}

export type CaseQuestionsView = {
  readonly shown: readonly CaseQuestionView[];
  readonly all: number;
  readonly open: number;
  readonly page: number;
  readonly pages: number;
};

/** 事例の質問: those without an answer first. For 1:1 chats with the secretariat only. */
export function caseQuestionsCard({ shown, all, open, page, pages }: CaseQuestionsView): Card {
  const sentence =
    all === 0 ? '事例への質問は、まだありません。' : `事例への質問が${all}件あります。うち${open}件が回答待ちです。`;
  return card(
    '事例の質問',
    sentence,
    open === 0 ? notice('good', sentence) : text(sentence),
    list(shown.map(rowOf)),
    buttons(...pageButtons(page, pages, (to) => ask('show-case-questions', { page: to })), {
      label: '事例候補',
      ask: ask('show-case-candidates'),
    }),
  );
}

const ROW = 40;
const rowOf = ({ question, town, by }: CaseQuestionView) => ({
  title: excerpt(question.text, ROW),
  detail: [`${town}の事例`, by?.office ?? '名簿にない方', isOpenQuestion(question) ? '回答待ち' : '回答済み'].join(
    '・',
  ),
  tone: isOpenQuestion(question) ? ('attention' as const) : ('plain' as const),
  ask: ask('show-case-questions', { question: question.id }),
});

/** One question with its answers. For 1:1 chats with the secretariat only. */
export function caseQuestionCard(view: CaseQuestionView, said: readonly Node[] = []): Card {
  const { question, nameOf } = view;
  return card(
    '事例の質問',
    `${view.town}の事例への質問`,
    said,
    questionNodes(view),
    (question.answers ?? []).flatMap((answer) => [
      text(`回答 ${shortMoment(new Date(answer.at))} ${nameOf(answer.by)}`, 'quiet'),
      text(answer.text),
    ]),
    buttons(answerButton(view), { label: '事例の質問', ask: ask('show-case-questions') }),
  );
}

/** Which question an answer is for; nothing is written before one is pressed. */
export function whichCaseQuestionCard(views: readonly CaseQuestionView[], answer: string): Card {
  return offering(
    'どの質問ですか',
    'どの質問への回答ですか。まだ記録していません。',
    text('どの質問への回答ですか。', 'strong'),
    text(`「${answer}」`, 'quiet'),
    list(
      views.map((view) => ({ ...rowOf(view), ask: ask('answer-about-case', { question: view.question.id, answer }) })),
    ),
    buttons({ label: '事例の質問', ask: ask('show-case-questions') }),
  );
}

function questionNodes({ question, town, title, by }: CaseQuestionView): Node[] {
  return [
    facts(
      ['事例', `${town}「${title}」`],
      ['質問した人', by ? `${by.name}さん（${by.office}）` : '名簿にない方'],
      ['日時', shortMoment(new Date(question.at))],
    ),
    text(question.text),
  ];
}

const answerButton = ({ question }: CaseQuestionView) => ({
  label: '回答する',
  look: 'primary' as const,
  ask: ask('answer-about-case', { question: question.id }),
});
