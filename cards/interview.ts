import { type Interview, openQuestion, partsOf, type Question } from '../programme/interview.ts';
import { type InSight, inSight } from '../programme/interview-choices.ts';
import { interviewWords as words } from '../programme/interview-words.ts';
import { type Card, card, type Node, notice, text } from './card.ts';
import { excerpt } from './excerpt.ts';
import { AS_ANSWER, repliesOf } from './interview-offers.ts';

/** The open question of an interview, with everything it takes to answer it. */
export function questionCard(interview: Interview, lead: readonly Node[] = [], problem?: string): Card {
  if (interview.picking) return pickCard(interview, lead, problem);
  const question = openQuestion(interview);
  if (!question) throw new Error('every question is answered');
  const place = placeOf(question, interview);
  const asked = `${question.label}${question.required ? '' : question.label.includes('任意') ? '' : '（任意）'}`;
  const sight = inSight(question, interview);
  const wrong = problem ?? (lead.some((node) => says(node, question.error)) ? undefined : question.error);
  return card(
    interview.title,
    `${interview.title} ${place}${asked}`,
    lead,
    wrong === undefined ? [] : notice('attention', wrong),
    interview.orAsks ? notice('attention', eitherSentence(interview.orAsks)) : [],
    question.intro.map((line, at) => text(line, at === 0 ? 'strong' : 'quiet')),
    text(`${place}${asked}`, 'strong'),
    listed(sight).map((line) => text(line)),
    text(howTo(question, sight), 'quiet'),
    replies(interview),
  );
}

const eitherSentence = ({ said, word }: NonNullable<Interview['orAsks']>): string =>
  `「${excerpt(said, 40)}」は、「${word}」を始める言葉にも読めます。始めますか。この質問の答えなら「${AS_ANSWER}」を選んでください。まだどちらもしていません。`;

/** More questions than this are counted by those that have to be answered: nobody begins an evening of them. */
const MOST_COUNTED = 8;

function placeOf(question: Question, { questions, at }: Interview): string {
  if (questions.length < 2) return '';
  if (questions.length <= MOST_COUNTED) return `${at + 1}/${questions.length}　`;
  const needed = questions.filter(({ required }) => required);
  return needed.includes(question) ? `${needed.indexOf(question) + 1}/${needed.length}　` : '';
}

/** What stands above the form may give the reason already. */
const says = (node: Node, reason: string | undefined): boolean =>
  reason !== undefined && (node.kind === 'notice' || node.kind === 'text') && node.text.includes(reason);

const CHANGED = ['どれが変わりましたか', 'ほかに変わったことはありますか'] as const;
const ENTERED = ['どれを入力しますか', 'ほかに入力することはありますか'] as const;

/** Which part is to be answered; those that were show how. */
function pickCard(interview: Interview, lead: readonly Node[], problem: string | undefined): Card {
  const parts = partsOf(interview);
  const open = parts.filter(({ answers }) => answers.length === 0);
  const isWeekly = interview.questions.some(({ instead }) => instead);
  const [first, more] = isWeekly ? CHANGED : ENTERED;
  const asked = open.length === parts.length ? first : more;
  return card(
    interview.title,
    `${interview.title} ${asked}`,
    lead,
    problem === undefined ? [] : notice('attention', problem),
    text(asked, 'strong'),
    parts.map(({ title, standing, answers }, at) =>
      text(
        `${at + 1} ${title}${standing ? `　${standing}` : ''}${answers.length > 0 ? ` → ${answers.join('/')}` : ''}`,
      ),
    ),
    text(`番号か名前を送るか、下から選んでください。${withValue(interview, parts)}`, 'quiet'),
    replies(interview),
  );
}

/** How a part and its value are sent in one line, as this form has them. */
function withValue({ questions }: Interview, parts: ReturnType<typeof partsOf>): string {
  const counted = parts.findIndex(({ part }) => questions.find((each) => each.part === part)?.type === 'number');
  const title = parts[counted]?.title ?? '';
  const name = /^[KS]\d\S*/.exec(title)?.[0] ?? String(counted + 1);
  return counted < 0 ? '' : `「${name} 62」のように値まで続けても送れます。`;
}

const replies = (interview: Interview): Node => ({
  kind: 'replies',
  replies: repliesOf(interview).map(({ label, says: said }) => ({ label, says: said })),
});

function howTo({ type, hint, unit, several }: Question, sight: InSight): string {
  const more = hint ? `${hint}\n` : '';
  switch (type) {
    case 'number':
      return `${more}${unit && unit !== '有無' ? `${unit}の` : ''}数字で送ってください。`;
    case 'date':
      return `${more}日付を「12/17」のように送ってください。`;
    case 'time':
      return `${more}時刻を「14:00」のように送ってください。`;
    case 'choice':
      return `${more}${howToChoose(sight)}${several ? 'いくつも選ぶときは「1、3」のように送ってください。' : ''}`;
    case 'toggle':
      return `${more}「はい」か「いいえ」で答えてください。`;
    case 'search':
      return `${more}名前の一部を送ってください。`;
    case 'text':
      return `${more}文字で送ってください。`;
  }
}

function howToChoose({ pool, shown, from, isNumbered, isTurned }: InSight): string {
  if (isTurned)
    return `${pool.length}件のうち ${from + 1}〜${from + shown.length}件目です。番号か、名前の一部を送ってください。`;
  return isNumbered ? '番号か名前を送ってください。' : '下から選ぶか、言葉で送ってください。';
}

const listed = ({ shown, from, isNumbered }: InSight): string[] =>
  isNumbered ? shown.map(({ label }, at) => `${from + at + 1} ${label}`) : [];

/** Given up: nothing was recorded, and how to begin again. */
export function interviewQuit({ title }: Interview): Card {
  const sentence = `${title}の入力をやめました。何も記録していません。`;
  return card('入力をやめました', sentence, notice('quiet', sentence));
}

/** 「大丈夫です」 to a yes or a no: the question stays open. */
export function stillUndecided(): Card {
  const sentence = 'まだ何も記録していません。よろしければ「はい」、違うときは「いいえ」と送ってください。';
  return card('どちらでしょうか', sentence, notice('attention', sentence));
}

/** A number that no row of the list above bears; never taken for a value. */
export function noSuchRow(said: string, rows: readonly string[]): Card {
  const sentence = `「${excerpt(said, 10)}」に当たる行がありません。行の名前か番号を送るか、押して選んでください。まだ何も記録していません。`;
  return card(
    'どの行ですか',
    sentence,
    notice('attention', sentence),
    text(rows.map((label, at) => (/^\d/.test(label) ? label : `${at + 1} ${label}`)).join('\n')),
    text('KPIの値なら「K0-03 62」のように、番号を付けて送ってください。', 'quiet'),
  );
}

/** A number alone while a question waits is neither its answer nor a value. */
export function numberWhilePaused(known: Interview): Card {
  const sentence = '番号だけでは、何のことか分かりません。名前を送るか、押して選んでください。何も記録していません。';
  return card('番号だけでは分かりません', sentence, notice('attention', sentence), pausedNodes(known));
}

/** Told beside the answer to something else. @param quits whether the card has a button that is called やめる */
export function pausedNodes({ title, at, questions, picking }: Interview, quits = false): Node[] {
  // Where parts are picked nobody has counted the questions.
  const isCounted = questions.length > 1 && picking === undefined;
  return [
    text(`${title}の入力は${isCounted ? `${at + 1}問目で` : ''}止めてあります。`, 'quiet'),
    {
      kind: 'replies',
      replies: [words.resume, ...(quits ? [] : [words.quit])].map((label) => ({ label, says: label })),
    },
  ];
}

/** Told above the first question of what took its place. */
export const endedNode = ({ title }: Interview): Node =>
  text(`${title}の入力は取りやめました。何も記録していません。`, 'quiet');

/** Told above the first question of what has to be done before it goes on. */
export const waitsNode = ({ title }: Interview): Node =>
  text(`${title}の入力は止めてあります。これが終わると、続きから入力できます。`, 'quiet');

/** The answers were let lie for too long. */
export function interviewExpired({ title }: Interview): Card {
  const sentence = `${title}の入力は時間がたったため終わりました。もう一度はじめから送ってください。`;
  return card('入力が終わっています', sentence, notice('quiet', sentence));
}
