import fc from 'fast-check';
import { privateNumberIn } from './private-number.ts';

describe('a number that is not kept without somebody having meant it', () => {
  it.each([
    ['マイナンバーは123456789012です', 'twelve digits'],
    ['１２３４ ５６７８ ９０１２', 'twelve digits'],
    ['1234-5678-9012', 'twelve digits'],
    ['0267-92-2525 に電話', 'telephone'],
    ['０９０ー１２３４ー５６７８', 'telephone'],
    ['(026)232-0111', 'telephone'],
    ['+81-90-1234-5678', 'telephone'],
    ['09012345678', 'telephone'],
  ])('%s', (text, kind) => {
    expect(privateNumberIn([undefined, text])).toBe(kind);
  });

  it.each([
    '2026-10-03 13:30-16:00',
    '10/3から11/10まで',
    '職員数 120人、予算 12,000,000円',
    '200212 小海町',
    '1234567890123456',
    'K0-03 62/80',
  ])('%s is none', (text) => {
    expect(privateNumberIn([text])).toBeUndefined();
  });

  it('is found whatever stands around it', () => {
    const around = fc.string().map((text) => text.replace(/[\d０-９+()-]/g, ''));
    const digits = fc.stringMatching(/^[1-9]\d{11}$/);
    fc.assert(
      fc.property(around, digits, around, (before, number, behind) => {
        expect(privateNumberIn([`${before}。${number}。${behind}`])).toBe('twelve digits');
      }),
    );
  });
});
