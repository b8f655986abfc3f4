import fc from 'fast-check';
import { hasCheckDigit, MunicipalityCode } from './municipality.ts';

/** All 77 municipalities of Nagano. */
const codes = `
  202011 202029 202037 202045 202053 202061 202070 202088 202096 202100 202118
  202126 202134 202142 202151 202177 202185 202193 202207 203033 203041 203050
  203068 203076 203092 203211 203238 203246 203491 203505 203611 203629 203637
  203823 203831 203840 203858 203866 203882 204021 204030 204048 204072 204099
  204102 204111 204129 204137 204145 204153 204161 204170 204226 204234 204251
  204293 204307 204323 204463 204480 204501 204510 204528 204811 204820 204854
  204862 205214 205419 205435 205613 205621 205630 205834 205885 205907 206024
`
  .trim()
  .split(/\s+/);

const weighted = (code: string) => [6, 5, 4, 3, 2].reduce((sum, weight, i) => sum + weight * Number(code[i]), 0) % 11;
const replaced = (code: string, at: number, digit: number) => `${code.slice(0, at)}${digit}${code.slice(at + 1)}`;
const allReplacements = codes.flatMap((code) =>
  [0, 1, 2, 3, 4, 5].flatMap((at) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
      .filter((digit) => String(digit) !== code[at])
      .map((digit) => ({ code, at, changed: replaced(code, at, digit) })),
  ),
);

describe('団体コード', () => {
  it('of all 77 municipalities and of the prefecture carry their check digit', () => {
    expect(new Set(codes).size).toBe(77);
    expect(codes.filter((code) => !MunicipalityCode.safeParse(code).success)).toEqual([]);
    expect(hasCheckDigit('200000')).toBe(true);
  });

  it('has exactly one check digit for five digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (n) => {
        const five = String(n).padStart(5, '0');
        const good = [...'0123456789'].filter((last) => hasCheckDigit(five + last));
        expect(good).toHaveLength(1);
      }),
    );
  });

  it('shows a mistyped check digit, always', () => {
    const missed = allReplacements.filter(({ at, changed }) => at === 5 && hasCheckDigit(changed));
    expect(missed).toEqual([]);
  });

  it('shows another mistyped digit, except where the scheme gives remainders 0 and 10 the same check digit 1', () => {
    const missed = allReplacements.filter(({ changed }) => hasCheckDigit(changed));
    for (const { code, changed } of missed) {
      expect(code.endsWith('1')).toBe(true);
      expect([weighted(code), weighted(changed)].sort((a, b) => a - b)).toEqual([0, 10]);
    }
    expect(missed.length / allReplacements.length).toBeLessThan(0.02);
  });

  it('of one municipality is one mistyped digit away from that of another in four pairs, so a name must be shown', () => {
    const pairs = allReplacements.filter(({ code, changed }) => code < changed && codes.includes(changed));
    expect(pairs.map(({ code, changed }) => `${code} ${changed}`)).toEqual([
      '202011 202061', // 長野市・諏訪市
      '203211 203611', // 軽井沢町・下諏訪町
      '204111 204811', // 下條村・池田町
      '204111 204161', // 下條村・豊丘村
    ]);
  });

  it.each(['20201', '2020111', '', ' 20201', '２０２０１１', '20201a', '20201１', '202012', '-02011', '2.2011'])(
    '%p is refused',
    (bad) => {
      expect(hasCheckDigit(bad)).toBe(false);
      expect(MunicipalityCode.safeParse(bad).success).toBe(false);
    },
  );

  it('never accepts what is not six ASCII digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 8 }), (text) => {
        if (hasCheckDigit(text)) expect(text).toMatch(/^\d{6}$/);
      }),
    );
  });
});
