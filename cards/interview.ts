import { type Interview, mayCutShort, openQuestion, partsOf, type Question } from '../programme/interview.ts';
import { interviewWords as words } from '../programme/interview-words.ts';
import { type Card, card, type Node, notice, type QuickReply, text } from './card.ts';

/** Choices that fit beside the words to go on with; more are listed with numbers. */
export const MOST_CHOICES = 8;

/** The open question of an interview, with everything it takes to answer it. */
export function questionCard(interview: Interview, lead: readonly Node[] = [], problem?: string): Card {
  if (interview.picking) return pickCard(interview, lead, problem);
  const question = openQuestion(interview);
  if (!question) throw new Error('every question is answered');
  const place =
    interview.questions.length > 1 && interview.picking === undefined
      ? `${interview.at + 1}/${interview.questions.length}　`
      : '';
  const asked = `${question.label}${question.required ? '' : question.label.includes('任意') ? '' : '（任意）'}`;
  const wrong = problem ?? (lead.some((node) => says(node, question.error)) ? undefined : question.error);
  return card(
    interview.title,
    `${interview.title} ${place}${asked}`,
    lead,
    wrong === undefined ? [] : notice('attention', wrong),
    question.intro.map((line, at) => text(line, at === 0 ? 'strong' : 'quiet')),
    text(`${place}${asked}`, 'strong'),
    listed(question).map((line) => text(line)),
    text(howTo(question), 'quiet'),
    { kind: 'replies', replies: [...choices(question), ...onward(interview, question)] },
  );
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
  const [first, more] = interview.questions.some(({ instead }) => instead) ? CHANGED : ENTERED;
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
    text('番号か名前を送るか、下から選んでください。「K0-03 62」のように値まで続けても送れます。', 'quiet'),
    {
      kind: 'replies',
      replies: [
        ...(mayCutShort(interview) ? [{ label: words.enough, says: words.enough }] : []),
        ...open.slice(0, MOST_CHOICES).map(({ title }) => ({ label: title, says: title })),
        { label: words.quit, says: words.quit },
      ],
    },
  );
}

function howTo({ type, choices: all = [], hint, unit }: Question): string {
  const more = hint ? `${hint} ` : '';
  switch (type) {
    case 'number':
      return `${more}${unit && unit !== '有無' ? `${unit}の` : ''}数字で送ってください。`;
    case 'date':
      return `${more}日付を「12/17」のように送ってください。`;
    case 'time':
      return `${more}時刻を「14:00」のように送ってください。`;
    case 'choice':
      return `${more}${all.length > MOST_CHOICES ? '番号か名前を送ってください。' : '下から選ぶか、言葉で送ってください。'}`;
    case 'toggle':
      return `${more}「はい」か「いいえ」で答えてください。`;
    case 'text':
      return `${more}文字で送ってください。`;
  }
}

const listed = ({ choices: all = [] }: Question): string[] =>
  all.length > MOST_CHOICES ? all.map(({ label }, at) => `${at + 1} ${label}`) : [];

function choices({ type, choices: all = [] }: Question): QuickReply[] {
  if (type === 'toggle') return ['はい', 'いいえ'].map((label) => ({ label, says: label }));
  return all.slice(0, MOST_CHOICES).map(({ label }) => ({ label, says: label }));
}

/** How to go on without an answer. Quitting is always possible, and always last. */
function onward(interview: Interview, question: Question): QuickReply[] {
  const { required, value, error, instead, last } = question;
  const kept = value !== undefined && error === undefined;
  return [
    ...(instead ? [{ label: instead.label, says: words.same }] : []),
    ...(!instead && !kept && last !== undefined ? [{ label: `${words.same}（${last}）`, says: words.same }] : []),
    ...(kept ? [{ label: `${words.keep}（${shown(question)}）`, says: words.keep }] : []),
    ...(required ? [] : [{ label: words.skip, says: words.skip }]),
    ...(interview.at > 0 || interview.picking !== undefined ? [{ label: words.back, says: words.back }] : []),
    ...(mayCutShort(interview) ? [{ label: words.enough, says: words.enough }] : []),
    { label: words.quit, says: words.quit },
  ];
}

function shown({ type, value = '', choices: all = [] }: Question): string {
  if (type === 'toggle') return value === 'true' ? 'はい' : 'いいえ';
  return all.find((choice) => choice.value === value)?.label ?? value;
}

/** Given up: nothing was recorded, and how to begin again. */
export function interviewQuit({ title }: Interview): Card {
  const sentence = `${title}の入力をやめました。何も記録していません。`;
  return card('入力をやめました', sentence, notice('quiet', sentence));
}

/** Told beside the answer to something else. */
export function pausedNodes({ title, at, questions }: Interview): Node[] {
  return [
    text(`${title}の入力は${questions.length > 1 ? `${at + 1}問目で` : ''}止めてあります。`, 'quiet'),
    { kind: 'replies', replies: [words.resume, words.quit].map((label) => ({ label, says: label })) },
  ];
}

/** Told above the first question of what took its place. */
export const endedNode = ({ title }: Interview): Node =>
  text(`${title}の入力は取りやめました。何も記録していません。`, 'quiet');

/** The answers were let lie for too long. */
export function interviewExpired({ title }: Interview): Card {
  const sentence = `${title}の入力は時間がたったため終わりました。もう一度はじめから送ってください。`;
  return card('入力が終わっています', sentence, notice('quiet', sentence));
}
