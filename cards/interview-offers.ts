import { Day, fullDate } from '../programme/day.ts';
import {
  type Interview,
  mayCutShort,
  mayLeaveRest,
  openQuestion,
  partsOf,
  type Question,
} from '../programme/interview.ts';
import { inSight, MOST_BESIDE } from '../programme/interview-choices.ts';
import { type InterviewWord, interviewWords as words } from '../programme/interview-words.ts';
import type { Choice, QuickReply } from './card.ts';

/** What is offered beside an open question. Its label, pressed or typed, means this and nothing else. */
export type Offer = QuickReply & { readonly means: Meaning };
type Meaning =
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'part'; readonly part: number }
  | { readonly kind: 'word'; readonly word: InterviewWord }
  /** What was said last is the answer, or asks for a command. */
  | { readonly kind: 'said'; readonly is: 'answer' | 'ask' };

/** The fewest that a chat product shows beside a message. */
const MOST_REPLIES = 13;

/** Everything an open question offers, whether or not it is in sight just now. */
export function offersOf(interview: Interview): readonly Offer[] {
  const question = openQuestion(interview);
  if (interview.picking || !question) return [...partOffers(interview), ...pickWords(interview)];
  return [...choiceOffers(question, question.choices), ...onward(interview, question)];
}

/** What can be pressed. Whatever else there is, going on and quitting stay; quitting is always last. */
export function repliesOf(interview: Interview): readonly Offer[] {
  const question = openQuestion(interview);
  if (!interview.picking && question) {
    const ways = onward(interview, question);
    const most = Math.min(MOST_BESIDE, MOST_REPLIES - ways.length);
    return [...choiceOffers(question, inSight(question, interview).shown).slice(0, most), ...ways];
  }
  const ways = pickWords(interview);
  const [enough, quit] = [ways.slice(0, -1), ways.slice(-1)];
  const answered = new Set(partsOf(interview).flatMap(({ part, answers }) => (answers.length > 0 ? [part] : [])));
  const open = partOffers(interview).filter(({ means }) => means.kind !== 'part' || !answered.has(means.part));
  return [...enough, ...firstAndLast(open, MOST_REPLIES - ways.length), ...quit];
}

/** The last one is 困りごと: nobody knows its number by heart. */
function firstAndLast(all: readonly Offer[], most: number): readonly Offer[] {
  return all.length <= most ? all : [...all.slice(0, most - 1), ...all.slice(-1)];
}

const partOffers = (interview: Interview): Offer[] =>
  partsOf(interview).map(({ part, title }) => ({ label: title, says: title, means: { kind: 'part', part } }));

function choiceOffers({ type }: Question, choices: readonly Choice[] = []): Offer[] {
  const offered: readonly Choice[] =
    type === 'toggle'
      ? [
          { value: 'true', label: 'はい' },
          { value: 'false', label: 'いいえ' },
        ]
      : choices;
  // Choices of one name could not be told apart once they are said.
  const names = offered.map(({ label }) => label);
  const isAlike = (label: string) => names.indexOf(label) !== names.lastIndexOf(label);
  return offered.map(({ value, label: name }) => {
    const label = isAlike(name) ? `${name}（${value}）` : name;
    return { label, says: label, means: { kind: 'choice', value } };
  });
}

const offer = (word: InterviewWord, label: string = words[word]): Offer => ({
  label,
  says: words[word],
  means: { kind: 'word', word },
});

function pickWords(interview: Interview): Offer[] {
  return [
    ...(mayCutShort(interview) ? [offer('enough')] : []),
    ...(mayLeaveRest(interview) ? [offer('rest')] : []),
    offer('quit'),
  ];
}

const eitherOffers = ({ word }: NonNullable<Interview['orAsks']>): Offer[] => [
  { label: beginsLabel(word), says: beginsLabel(word), means: { kind: 'said', is: 'ask' } },
  { label: AS_ANSWER, says: AS_ANSWER, means: { kind: 'said', is: 'answer' } },
];

export const AS_ANSWER = '答えとして書く';
const beginsLabel = (word: string): string => `「${word}」を始める`;

/** How to go on without an answer. */
function onward(interview: Interview, question: Question): Offer[] {
  const { required, value, error, instead, last } = question;
  const kept = value !== undefined && error === undefined;
  return [
    ...(interview.orAsks ? eitherOffers(interview.orAsks) : []),
    ...(inSight(question, interview).isTurned ? [offer('more')] : []),
    ...(instead ? [offer('same', instead.label)] : []),
    ...(!instead && !kept && last !== undefined ? [offer('same', `${words.same}（${last}）`)] : []),
    ...(kept ? [offer('keep', `${words.keep}（${shown(question)}）`)] : []),
    ...(required ? [] : [offer('skip')]),
    ...(interview.at > 0 || interview.picking !== undefined ? [offer('back')] : []),
    ...(mayCutShort(interview) ? [offer('enough')] : []),
    offer('quit'),
  ];
}

function shown({ type, value = '', choices: all = [] }: Question): string {
  if (type === 'toggle') return value === 'true' ? 'はい' : 'いいえ';
  const chosen = all.find((choice) => choice.value === value)?.label;
  const day = type === 'date' ? Day.safeParse(value).data : undefined;
  return chosen ?? (day ? fullDate(day) : value);
}
