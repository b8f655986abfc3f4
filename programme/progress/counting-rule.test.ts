import type { Provenance } from '../provenance.ts';
import { type CountingRule, countingRule, withCountingRule } from './counting-rule.ts';

const from = (ask: string): Provenance => ({ by: 'p1', at: '2026-11-24T01:00:00.000Z', via: 'teams', ask });
type Record = { countings?: CountingRule[] };

describe('a municipality’s own way of counting', () => {
  it('is the latest that stands; what was before is kept', () => {
    const first = withCountingRule<Record>({}, '会計年度任用職員を含む', from('a'));
    const second = withCountingRule(first, '常勤の職員だけ', from('b'));
    expect(countingRule({})).toBeUndefined();
    expect([countingRule(first)?.text, countingRule(second)?.text]).toEqual([
      '会計年度任用職員を含む',
      '常勤の職員だけ',
    ]);
    expect(second.countings).toHaveLength(2);
    const undone = second.countings?.map((each) => (each.ask === 'b' ? { ...each, undone: from('c') } : each)) ?? [];
    expect(countingRule({ countings: undone })?.text).toBe('会計年度任用職員を含む');
  });

  it('said again, or by the same message, changes nothing', () => {
    const said = withCountingRule<Record>({}, '常勤の職員だけ', from('a'));
    expect(withCountingRule(said, '常勤の職員だけ', from('b'))).toBe(said);
    expect(withCountingRule(said, 'ほか', from('a'))).toBe(said);
  });
});
