import fc from 'fast-check';
import { escaped, unescaped } from './escapes.ts';

test.each(['_x0041_', '_x005F_', '_x0041_x0042_', '__x00af__', '_x0041', 'a_x000D_b', '_x005F_x0041_'])(
  '%p written and read is itself',
  (text) => {
    expect(unescaped(escaped(text))).toBe(text);
  },
);

test('every text written and read is itself', () => {
  const letter = fc.constantFrom('_', 'x', '0', '4', '1', 'F', 'a', '5', 'あ');
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 30 }), (letters) => {
      expect(unescaped(escaped(letters.join('')))).toBe(letters.join(''));
    }),
    { numRuns: 500 },
  );
});

test('what Excel writes for a character is that character', () => {
  expect(unescaped('県庁_x000D_\n西庁舎_x3042_')).toBe('県庁\r\n西庁舎あ');
});
