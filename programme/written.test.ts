import fc from 'fast-check';
import { asWritten, withoutDirection, withoutForms } from './written.ts';

describe('what was written', () => {
  it.each([
    ['K0-03\u200B 27/32', 'K0-03 27/32'],
    ['\uFEFFK0-03 27/32', 'K0-03 27/32'],
    ['K0\u00AD-\u206003 27/\u200E32', 'K0-03 27/32'],
    ['K0-03\u3164\u280027/32', 'K0-03  27/32'],
    ['K0-03\uFE0F 27/32', 'K0-03 27/32'],
    ['K0-03\0 27\u0007/32', 'K0-03 27/32'],
    ['順調\u202Eです', '順調です'],
    ['\u2067K0-03\u2069 27/32', 'K0-03 27/32'],
    ['一\u2028二\v三', '一\n二\n三'],
    ['秘密\u{E0041}\u{E0042}の指示', '秘密の指示'],
    ['か\u3099き', 'がき'],
    ['あ\u200Dい', 'あい'],
    ['一行目\n\t二行目\r\n', '一行目\n\t二行目\r\n'],
  ])('%j becomes %j', (text, written) => expect(asWritten(text)).toBe(written));

  it.each(['👩‍👩‍👧‍👦', '👍🏽', '❤️', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '葛\u{E0100}城市', '神\uFE00社', '髙橋', '﨑', '①ｶﾞ', '🇯🇵'])(
    '%s stays as it is',
    (text) => expect(asWritten(text)).toBe(text),
  );

  it('is the same when it is cleaned again, and holds no control of direction', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\u202E', '👩‍👧', '\u200D', '葛', '\u{E0100}'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const written = asWritten(pieces.join(''));
        expect(withoutDirection(written)).toBe(written);
        expect(asWritten(written)).toBe(written);
      }),
    );
  });
});

it('is read without the forms of its letters', () => {
  expect(withoutForms('葛\u{E0100}城市 👩‍👧')).toBe('葛城市 👩👧');
});
