import type { Day } from '../../programme/day.ts';
import type { Question } from '../../programme/interview.ts';
import { type InSight, inSight } from '../../programme/interview-choices.ts';
import { daySaid } from '../understand/amounts/days.ts';
import { amountSaid, fractionSaid } from '../understand/amounts/numbers.ts';
import { timeSaid } from '../understand/amounts/times.ts';
import { comparable } from './offered.ts';

/** Values by field name, or the sentence that says why it is not an answer; `near`: the choices it may have meant. */
export type Answered =
  | {
      readonly values: Readonly<Record<string, string>>;
      readonly problem?: undefined;
      readonly near?: undefined;
      readonly partly?: undefined;
    }
  | {
      readonly problem: string;
      readonly values?: undefined;
      readonly near?: readonly string[];
      /** A part of it is an answer, so that nothing else was asked for. */
      readonly partly?: true;
    };

const PART = /(^|\.)(numerator|denominator)$/;
const RATE = /[%割]|パーセント/;
const YES = /^(はい|する|オン|on|yes|○)$/i;
const NO = /^(いいえ|しない|オフ|off|no|×)$/i;

/**
 * Reads what was typed as the answer to a question; nothing is guessed. `rest`: the questions that follow it; `sight`:
 * what numbers in a list count.
 */
export function readAnswer(
  text: string,
  question: Question,
  rest: readonly Question[],
  today: Day,
  sight: InSight = inSight(question),
): Answered {
  const said = text.normalize('NFKC').trim();
  switch (question.type) {
    case 'number':
      return readNumber(said, question, rest[0]);
    case 'choice':
      return (question.several && readSeveral(said, question, sight)) || readChoice(said, question, sight);
    case 'date':
      return read(
        question,
        daySaid(said, today),
        '日付として読めません。「12/17」や「12月17日」のように送ってください。',
      );
    case 'time':
      return read(question, timeSaid(said), '時刻として読めません。「14:00」や「14時半」のように送ってください。');
    case 'toggle':
      return read(
        question,
        YES.test(said) ? 'true' : NO.test(said) ? 'false' : undefined,
        '「はい」か「いいえ」で答えてください。',
      );
    case 'search':
      return { problem: `「${said.slice(0, 40)}」の付く名前は見つかりません。` };
    case 'text':
      return readText(text, question);
  }
}

function read({ name }: Question, value: string | undefined, problem: string): Answered {
  return value === undefined ? { problem } : { values: { [name]: value } };
}

/** 30/40 answers a numerator and the denominator that is asked for next. */
function readNumber(said: string, question: Question, next: Question | undefined): Answered {
  const parts = isFraction(question, next) ? fractionSaid(said) : undefined;
  if (parts && next) {
    return { values: { [question.name]: String(parts.numerator), [next.name]: String(parts.denominator) } };
  }
  if (PART.test(question.name) && RATE.test(said))
    return { problem: `割合ではなく、「30/40」のように数で送ってください。${reckoned(said, question, next)}` };
  const amount = amountSaid(said, question.unit);
  return read(
    question,
    amount && String(amount.value),
    `「${said.slice(0, 40)}」は数字として読めません。62 のように数字だけで送ってください。`,
  );
}

/** What a share comes to of the number that was said last time: to be sent, not taken for it. */
function reckoned(said: string, question: Question, next: Question | undefined): string {
  const [share, whole] = [amountSaid(said, '%')?.value, Number(isFraction(question, next) ? next?.value : undefined)];
  if (share === undefined || !(whole > 0)) return '';
  return `前回の「${next?.label}」で計算すると、「${Math.round((share * whole) / 100)}/${whole}」です。`;
}

const isFraction = (question: Question, next: Question | undefined): boolean =>
  /(^|\.)numerator$/.test(question.name) && next?.part === question.part && /(^|\.)denominator$/.test(next.name);

/** 「1、3」, 「S1-2 S1-3」: each of them must be one; undefined where only one was said. */
function readSeveral(said: string, question: Question, sight: InSight): Answered | undefined {
  const parts = said.split(/[\s,、]+/).filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const found = parts.map((part) => readChoice(part, question, sight).values?.[question.name]);
  const unread = parts.filter((_, at) => found[at] === undefined).join('、');
  if (unread !== '' && found.some((value) => value !== undefined))
    return {
      partly: true,
      problem: `「${unread.slice(0, 40)}」が選択肢に見つかりません。もう一度、全部を送ってください。`,
    };
  return unread === '' ? { values: { [question.name]: [...new Set(found)].join(',') } } : undefined;
}

/** By its number in the list, its whole words, or a part of them that only one has. */
function readChoice(said: string, question: Question, { pool, isNumbered }: InSight): Answered {
  const choices = question.choices ?? [];
  const number = /^[(]?(\d{1,3})[).番]?$/.exec(said)?.[1];
  const wanted = comparable(said);
  const exact = choices.filter(({ value, label }) => [value.toLowerCase(), comparable(label)].includes(wanted));
  const named = choices.filter(({ label }) => comparable(label).replace(/[(].*$/, '') === wanted);
  // 「2」 is a place in a list, never a part of 「25%」.
  const partly = /^[\d%.]*$/.test(wanted) ? [] : choices.filter(({ label }) => comparable(label).includes(wanted));
  const found = [exact, named, partly].find((each) => each.length > 0) ?? [];
  const [first, ...others] = found;
  if (first && others.length === 0) return { values: { [question.name]: first.value } };
  const counted = isNumbered && number !== undefined ? pool[Number(number) - 1] : undefined;
  if (counted) return { values: { [question.name]: counted.value } };
  if (!first) return { problem: '選択肢から選んでください。' };
  return {
    problem: `「${said.slice(0, 40)}」に当てはまるものが${found.length}つあります。この中から選んでください。`,
    near: found.map(({ value }) => value),
  };
}

/** As it stands, but for what is around it. */
export function readText(text: string, { name, maxLength }: Question): Answered {
  const said = text.trim();
  if (said === '') return { problem: '文字で送ってください。' };
  if (maxLength !== undefined && said.length > maxLength)
    return { problem: `${maxLength}文字以内に短くして、もう一度送ってください（今は${said.length}文字です）。` };
  return { values: { [name]: said } };
}
