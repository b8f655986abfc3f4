import fc from 'fast-check';
import {
  answersOf,
  arePicked,
  cutShort,
  type Interview,
  isExpired,
  isOver,
  mayCutShort,
  openQuestion,
  partsOf,
  picked,
  type Question,
  skipped,
  steppedBack,
  withAnswer,
  withAnswers,
} from './interview.ts';

const question = (name: string, part: number, more: Partial<Question> = {}): Question => ({
  ...{ name, part, label: name, type: 'number', required: false, intro: [] },
  ...more,
});
const same = (name: string) => ({ instead: { name, label: '前回と同じ' } });
const weekly = [
  question('a.numerator', 0, same('a.same')),
  question('a.denominator', 0, { value: '40' }),
  question('b.value', 1, same('b.same')),
  question('text', 2, { type: 'text' }),
];
const interview = (questions = weekly, more: Partial<Interview> = {}): Interview => ({
  ...{ id: 'i', channel: 'line-works', title: '週次報告', ask: { command: 'check-in', input: {} }, questions, at: 0 },
  ...{ values: {}, state: 'asking', lastAsk: 'x', touchedAt: '2024-10-07T00:00:00.000Z' },
  ...more,
});
const open = (it: Interview) => openQuestion(it)?.name;

it('goes from question to question', () => {
  const one = withAnswer(interview(), { 'a.numerator': '30' });
  expect(open(one)).toBe('a.denominator');
  expect(open(withAnswer(one, { 'a.denominator': '50' }))).toBe('b.value');
});

it('one answer may answer the next question too', () =>
  expect(open(withAnswer(interview(), { 'a.numerator': '30', 'a.denominator': '50' }))).toBe('b.value'));

it('the same as before answers all of its part', () => {
  const next = withAnswer(interview(), { 'a.same': 'true' });
  expect(open(next)).toBe('b.value');
  expect(answersOf(next)).toEqual({ 'a.same': 'true', 'a.denominator': '40' });
});

it('skipping the first question of a part skips the part, a later one only itself', () => {
  expect(open(skipped(interview()))).toBe('b.value');
  expect(open(skipped(interview(weekly, { at: 1 })))).toBe('b.value');
});

it('goes back to what was asked, not to what was passed over, and forgets its answer', () => {
  const later = withAnswer(skipped(interview()), { 'b.value': '3' });
  const back = steppedBack(later);
  expect(open(back)).toBe('b.value');
  expect(back.values).toEqual({});
  expect(open(steppedBack(back))).toBe('a.numerator');
  expect(open(steppedBack(interview()))).toBe('a.numerator');
});

it('several at once: the first without an answer is open', () => {
  const some = withAnswers(interview(), { 'a.numerator': '1', 'b.value': '2' });
  expect(open(some)).toBe('text');
  expect(open(withAnswers(interview(), { 'b.value': '2' }))).toBe('a.numerator');
});

it('may be cut short once something is said and nothing required is missing', () => {
  expect(mayCutShort(interview())).toBe(false);
  const one = withAnswer(interview(), { 'a.numerator': '30' });
  expect(mayCutShort(one)).toBe(true);
  expect(open(cutShort(one))).toBeUndefined();
  const strict = [weekly[0], question('place', 1), question('day', 2, { required: true })] as Question[];
  expect(mayCutShort(withAnswer(interview(strict), { 'a.numerator': '30' }))).toBe(false);
});

it('what was refused before is not sent again by itself', () => {
  const again = [question('a', 0, { value: '50', error: '大きすぎます' }), question('b', 1, { value: '40' })];
  expect(answersOf(interview(again))).toEqual({ b: '40' });
});

it('is over after a day', () => {
  expect(isExpired(interview(), new Date('2024-10-08T00:00:00.000Z'))).toBe(false);
  expect(isExpired(interview(), new Date('2024-10-08T00:00:00.001Z'))).toBe(true);
});

describe('parts that are picked', () => {
  const picking = interview(weekly, { picking: true });

  it('are many, and none has to be answered', () => {
    expect(arePicked(weekly)).toBe(true);
    expect(arePicked(weekly.slice(0, 3))).toBe(false);
    expect(arePicked([...weekly, question('x', 3, { required: true })])).toBe(false);
  });

  it('one is picked, answered, and then the next can be', () => {
    const one = picked(picking, 0);
    expect(open(one)).toBe('a.numerator');
    const two = withAnswer(one, { 'a.numerator': '30' });
    expect(open(two)).toBe('a.denominator');
    const done = withAnswer(two, { 'a.denominator': '50' });
    expect(done.picking).toBe(true);
    expect(partsOf(done)[0]).toEqual({ part: 0, title: 'a.numerator', standing: undefined, answers: ['30', '50'] });
    expect(isOver(done)).toBe(false);
    expect(isOver(cutShort(done))).toBe(true);
  });

  it('the last part leads back to picking, and 戻る from its first question too', () => {
    expect(withAnswer(picked(picking, 2), { text: 'x' }).picking).toBe(true);
    expect(steppedBack(picked(picking, 1)).picking).toBe(true);
  });
});

describe('whatever is said in whatever order', () => {
  type Move = (it: Interview, now: Question) => Interview;
  const moves: Readonly<Record<string, Move>> = {
    answer: (it, now) => withAnswer(it, { [now.name]: '1' }),
    same: (it, now) => (now.instead ? withAnswer(it, { [now.instead.name]: 'true' }) : it),
    skip: skipped,
    back: steppedBack,
    some: (it) => withAnswers(it, { 'b.value': '9' }),
  };
  const names = fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 30 });
  const move = (it: Interview, how: string): Interview => {
    const now = openQuestion(it);
    return now ? (moves[how]?.(it, now) ?? it) : it;
  };

  it('it stays within its questions, and going on always comes to an end', () => {
    fc.assert(
      fc.property(names, (all) => {
        let it = interview();
        for (const how of all) it = move(it, how);
        expect(it.at).toBeGreaterThanOrEqual(0);
        for (let count = 0; openQuestion(it); count++) {
          expect(count).toBeLessThan(weekly.length);
          it = skipped(it);
        }
        const known = new Set(weekly.flatMap(({ name, instead }) => [name, instead?.name ?? name]));
        expect(Object.keys(it.values).filter((name) => !known.has(name))).toEqual([]);
      }),
    );
  });

  it('answering everything forwards is the form filled in', () => {
    const filled = fc.record({ n: fc.nat(99), d: fc.nat(99), b: fc.nat(99), text: fc.string({ minLength: 1 }) });
    fc.assert(
      fc.property(filled, ({ n, d, b, text }) => {
        const values = { 'a.numerator': `${n}`, 'a.denominator': `${d}`, 'b.value': `${b}`, text };
        let it = interview();
        for (const [name, value] of Object.entries(values)) it = withAnswer(it, { [name]: value });
        expect(openQuestion(it)).toBeUndefined();
        expect(answersOf(it)).toEqual(values);
      }),
    );
  });
});
