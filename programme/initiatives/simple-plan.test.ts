import type { Provenance } from '../provenance.ts';
import { wholeTexts } from './plan-template.ts';
import {
  currentPlan,
  gradeName,
  PlanSize,
  planEditionOf,
  planGrade,
  type SimplePlanContent,
  withPlanVersion,
  withSection,
} from './simple-plan.ts';

const from = (ask: string): Provenance => ({ by: 'm', at: '2025-01-20T01:00:00.000Z', via: 'teams', ask });
const of = { municipality: '203033', year: 2025 };
const facts = {
  town: '小海町',
  prefecture: '長野県',
  year: 2025,
  structure: { done: [], ahead: ['CIO・CISO等の任命'] },
};
const begun: SimplePlanContent = { size: 'small', texts: {} };
const drafted = withSection(withSection(begun, 'current', '職員が3人'), 'vision', '来なくてよい役場');
const decided: SimplePlanContent = {
  ...drafted,
  decided: { on: '2025-02-20', at: '庁議', texts: wholeTexts('small', drafted.texts, facts) },
};

describe('a 簡易計画', () => {
  it('has the grade of K1-01 that it has reached', () => {
    const grades = [
      undefined,
      begun,
      withSection(begun, 'current', 'x'),
      drafted,
      { ...drafted, circulatedOn: '2025-02-01' },
      decided,
    ];
    expect(grades.map(planGrade)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(gradeName(40)).toBe('40%（現状・課題の整理）');
  });

  it('what is written after a decision is the draft of the next edition; what was decided stays', () => {
    const plan = [begun, drafted, decided, withSection(decided, 'vision', '人が寄り添う役場')].reduce(
      (known, content, at) => withPlanVersion(known, of, content, from(String(at))),
      withPlanVersion(undefined, of, begun, from('new')),
    );
    const numbers = plan.versions.map(({ number }) => planEditionOf(plan, number));
    expect(numbers).toEqual([
      ...[1, 1].map((edition) => ({ edition, isDraft: true })),
      { edition: 1, isDraft: false },
      { edition: 2, isDraft: true },
    ]);
    expect(currentPlan(plan).content).toMatchObject({ texts: { current: '職員が3人', vision: '人が寄り添う役場' } });
    expect(planGrade(currentPlan(plan).content)).toBe(60);
  });

  it('a replay and the same again change nothing; somebody else’s newer version is not written over', () => {
    const plan = withPlanVersion(withPlanVersion(undefined, of, begun, from('a')), of, drafted, from('b'));
    expect(withPlanVersion(plan, of, begun, from('b'))).toBe(plan);
    expect(withPlanVersion(plan, of, drafted, from('c'))).toBe(plan);
    expect(() => withPlanVersion(plan, of, decided, from('d'), 1)).toThrow();
  });

  it('every template says something in every section, and the smallest the least', () => {
    const lengths = PlanSize.options.map((size) => {
      const texts = Object.values(wholeTexts(size, {}, facts));
      expect(texts.every((text) => text.length > 10)).toBe(true);
      return texts.join('').length;
    });
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });
});
