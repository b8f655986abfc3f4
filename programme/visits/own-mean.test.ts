import fc from 'fast-check';
import { ownMean } from './own-mean.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 0, minute)).toISOString();
const rated = (municipality: string, score: number, minute: number) => ({
  municipality,
  versions: [{ by: 'x', at: at(minute), via: 'teams', ask: `${minute}`, score }],
});

describe('an expert’s own mean', () => {
  it('needs 5 answers, of 2 municipalities', () => {
    const four = [4, 5, 3, 4].map((score, minute) => rated(minute % 2 ? 'a' : 'b', score, minute));
    expect(ownMean(four)).toBeUndefined();
    expect(ownMean([...four, rated('a', 5, 4)])).toEqual({ mean: 4.2, answers: 5 });
    expect(ownMean([1, 2, 3, 4, 5, 6].map((minute) => rated('a', 4, minute)))).toBeUndefined();
  });

  it('takes what was said last of each visit, and nothing that was taken back', () => {
    const [first, ...rest] = [5, 4, 4, 4, 4].map((score, minute) => rated(minute % 2 ? 'a' : 'b', score, minute));
    if (!first) throw new Error('five');
    const again = { ...first, versions: [...first.versions, { ...first.versions[0], at: at(9), score: 1 } as never] };
    expect(ownMean([again, ...rest])).toEqual({ mean: 3.4, answers: 5 });
    const back = { by: 'x', at: at(10), via: 'teams', ask: 'back' };
    const gone = { ...first, versions: first.versions.map((version) => ({ ...version, undone: back })) };
    expect(ownMean([gone, ...rest])).toBeUndefined();
  });

  it('does not change by a single answer: no answer can be told from the mean before and after it', () => {
    const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 23 });
    fc.assert(
      fc.property(scores, (all) => {
        const ratings = all.map((score, minute) => rated(minute % 3 ? 'a' : 'b', score, minute));
        for (let count = 5; count <= ratings.length; count++) {
          const whole = count - (count % 5);
          expect(ownMean(ratings.slice(0, count))).toEqual(ownMean(ratings.slice(0, whole)));
        }
      }),
    );
  });
});
