import fc from 'fast-check';
import { CODE_ALPHABET, Invitation, normaliseCode } from './invitation.ts';

const code = fc
  .array(fc.constantFrom(...CODE_ALPHABET), { minLength: 8, maxLength: 8 })
  .map((letters) => letters.join(''));
const wide = (text: string) =>
  text.replace(/[A-Z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

describe('an invitation code', () => {
  it('holds no two letters that sound or look alike', () => {
    expect(CODE_ALPHABET).toMatch(/^[A-Z0-9]+$/);
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
    expect(CODE_ALPHABET).not.toMatch(/[0O1IL2Z5S8BUV]/);
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(code, (right) => {
        const halves = [right.slice(0, 4), right.slice(4)];
        const typed = [
          right,
          right.toLowerCase(),
          wide(right),
          wide(right).toLowerCase(),
          halves.join('-'),
          halves.join('－'),
          halves.join('ー'),
          ` ${halves.join('　')}\n`,
          `「${right}」`,
        ];
        expect(typed.map(normaliseCode)).toEqual(typed.map(() => right));
      }),
    );
  });

  it('once read stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        const read = normaliseCode(typed);
        expect(read).toMatch(/^[A-Z0-9]*$/);
        expect(normaliseCode(read)).toBe(read);
      }),
    );
  });

  it('of another length is none', () => {
    const invitation = { code: 'ACDEFGHJ', member: 'p1', expires: '2024-10-01T00:00:00.000Z' };
    expect(Invitation.safeParse(invitation).success).toBe(true);
    expect(Invitation.safeParse({ ...invitation, code: 'ACDEFGH' }).success).toBe(false);
    expect(Invitation.safeParse({ ...invitation, expires: 'tomorrow' }).success).toBe(false);
  });
});
