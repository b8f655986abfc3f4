import { catalogue } from '../catalogue.ts';
import { shippedFundings } from '../funding-list.ts';
import { fundingCandidates } from './funding-candidates.ts';
import { wrongState } from './funding-record.ts';
import { certaintyOf, findFunding, fundingSaid, fundingWords, isAllocationTax, termsFor } from './funding-terms.ts';
import shipped from './shipped-terms.json' with { type: 'json' };

const initiative = { name: '窓口の見直し', item: 'S3-1', plan: '', people: '', fundings: [] };

it('only what a municipality may use, and what there is in the year', () => {
  for (const { id } of catalogue.items)
    for (const year of [2024, 2025, 2026, 2027]) {
      const ids = fundingCandidates({ ...initiative, item: id }, year, []).map(({ funding }) => funding.id);
      expect(ids).not.toContain('FN-02');
      expect(ids).not.toContain('FN-04');
      expect(ids).not.toContain(year > 2024 ? 'FN-06' : 'FN-07');
    }
});

it('what its words name comes first, and what it has chosen is left out', () => {
  const named = fundingCandidates({ ...initiative, people: '地域おこし協力隊' }, 2025, []);
  expect(named[0]?.funding.id).toBe('FN-15');
  expect(named[0]?.because).toContain('地域おこし協力隊');
  const chosen = fundingCandidates({ ...initiative, fundings: ['FN-07'] }, 2025, []);
  expect(chosen.map(({ funding }) => funding.id)).not.toContain('FN-07');
});

it('a name changes with the year, and of a later one the last is shown as 目安', () => {
  expect(termsFor('FN-07', 2025, [])?.name).toContain('新しい地方経済・生活環境創生交付金');
  expect(termsFor('FN-07', 2026, [])?.name).toContain('地域未来交付金');
  const old = termsFor('FN-09', 2027, []);
  expect(old?.year).toBe(2024);
  if (!old) return;
  expect(certaintyOf(old, 2027, '2026-11-24')).toBe('guide');
  const checked = { ...old, year: 2027, checkedOn: '2026-11-24' };
  expect(certaintyOf(checked, 2027, '2027-11-24')).toBe('confirmed');
  expect(certaintyOf(checked, 2027, '2027-11-25')).toBe('old');
  expect(termsFor('FN-09', 2027, [checked])).toBe(checked);
});

it('every funding can be said, and no word means two', () => {
  for (const { id, name } of shippedFundings) expect([fundingSaid(id), fundingSaid(name)]).toEqual([id, id]);
  expect(shipped.map(({ funding }) => funding)).toEqual(shippedFundings.map(({ id }) => id));
  expect(new Set(fundingWords).size).toBe(fundingWords.length);
  expect(fundingSaid('デジ田')).toBe('FN-06');
});

it('採択 is for what is applied for, 算入 for 交付税', () => {
  for (const funding of shippedFundings) {
    expect(wrongState(funding, 'granted') === undefined).toBe(!isAllocationTax(funding));
    expect(wrongState(funding, 'reckoned') === undefined).toBe(isAllocationTax(funding));
    expect(wrongState(funding, 'dropped')).toBeUndefined();
  }
  const [tax] = [findFunding('FN-01')].flatMap((each) => each ?? []);
  expect(tax && wrongState(tax, 'rejected')).toContain('交付税には採択・不採択がありません');
});
