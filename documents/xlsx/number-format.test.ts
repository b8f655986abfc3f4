import fc from 'fast-check';
import { shownNumber, shownText } from './number-format.ts';

const seen = (number: number, format: string) => {
  const shown = shownNumber(number, format);
  return shown.kind === 'digits' ? shown.text : shown.parts;
};

test.each<[number, string, string]>([
  [62, 'General', '62'],
  [62, '', '62'],
  [0.1 + 0.2, 'General', '0.3'],
  [-5, 'General', '-5'],
  [62, '@', '62'],
  [1_200_000, '#,##0,', '1,200'],
  [1_234_567, '#,##0,', '1,235'],
  [1_200_000, '#,##0,"千円"', '1,200千円'],
  [1_200_000_000, '0.0,,', '1200.0'],
  [1_250_000, '0.00,,', '1.25'],
  [1_200_000, '#,##0,_);(#,##0,)', '1,200'],
  [62, '0"%"', '62%'],
  [62, '0\\%', '62%'],
  [0.8, '0.0"%"', '0.8%'],
  [0.62, '0%', '62%'],
  [0.625, '0.0%', '62.5%'],
  [0.62, '0"%を超える"%', '62%を超える%'],
  [62, '0_%', '62'],
  [62, '0*%', '62'],
  [1.005, '0.00', '1.01'],
  [62.5, '0', '63'],
  [62, '0.', '62.'],
  [0.5, '#.##', '.5'],
  [0.5, '0.0#', '0.5'],
  [11011, '000000', '011011'],
  [203033, '00-00-00', '20-30-33'],
  [1330, '0":"00', '13:30'],
  [20240920, '0000"/"00"/"00', '2024/09/20'],
  [1234567, '#,##0', '1,234,567'],
  [7, '0000,000', '0,000,007'],
  [-5, '0;△0', '△5'],
  [-5, '#,##0;[Red]-#,##0', '-5'],
  [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '-'],
  [5, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '5'],
  [5, ';;;', ''],
  [0, '0;-0;', ''],
  [1, '"有";;"無"', '有'],
  [0, '"有";;"無"', '無'],
  [1200, '[>=1000]#,##0,"千";0', '1千'],
  [999, '[>=1000]#,##0,"千";0', '999'],
  [1200, '[$¥-411]#,##0', '¥1,200'],
  [1200, '[$-411]#,##0', '1,200'],
  [1200, '[Red][<0]0;[Blue]0', '1200'],
  [0.5, '# ?/?', '0.5'],
  [1_200_000, '0.00E+00', '1200000'],
  [6, '"令和"0"年度"', '令和6年度'],
  [6, '"令和"General"年度"', '令和6年度'],
  [62, '"d:m"0', 'd:m62'],
])('%p as %p is seen as %p', (number, format, text) => {
  expect(seen(number, format)).toBe(text);
});

test.each<[string, string]>([
  ['yyyy/m/d', 'month day'],
  ['[$-411]ggge"年"m"月"d"日"', 'month day'],
  ['yyyy"年"m"月"', 'month'],
  ['m"月"d"日"', 'month day'],
  ['aaa', ''],
  ['ddd', ''],
  ['h:mm', 'hour minute'],
  ['[h]:mm', 'hour minute'],
  ['mm:ss', 'minute'],
  ['h"時"', 'hour'],
  ['h:mm AM/PM', 'hour minute'],
  ['yyyy/m/d h:mm', 'month day hour minute'],
  ['h:mm;@', 'hour minute'],
])('%p shows %p of a moment', (format, parts) => {
  const shown = shownNumber(45_555.5, format);
  const names = shown.kind === 'moment' ? Object.entries(shown.parts).flatMap(([name, is]) => (is ? [name] : [])) : [];
  expect([shown.kind, names.join(' ')]).toEqual(['moment', parts]);
});

test.each([
  ['総務課', 'General', '総務課'],
  ['総務課', '0;-0;0;', ''],
  ['総務', '@"課"', '総務課'],
  ['総務課', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '総務課'],
])('the text %p as %p is seen as %p', (text, format, shown) => {
  expect(shownText(text, format).trim()).toBe(shown);
});

test('any whole number in grouped digits is the number again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => {
      expect(Number(String(seen(number, '#,##0')).replaceAll(',', ''))).toBe(number);
      expect(seen(number, '0')).toBe(String(number));
    }),
  );
});
