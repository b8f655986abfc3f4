import fc from 'fast-check';
import { asTyped } from '../../bot/channels/teams/draw/as-typed.ts';
import { markdownIn } from './markdown.ts';

/** What a reader sees: full-width twins count as the sign they stand for, and zero-width signs are not there. */
const seen = (text: string) =>
  text
    .replace(/\u200B/g, '')
    .replace(/＊/g, '*')
    .replace(/＿/g, '_')
    .replace(/～/g, '~')
    .replace(/｀/g, '`');

describe('ordinary Japanese text is left as it is', () => {
  it.each([
    'S1-3 全体方針（簡易計画を含む）の決定',
    '1,200千円（前年比 -3.5%、+2件）',
    'A_B と r6_policy_v2.docx',
    '会議_議事録.docx',
    '13:30~15:00',
    '3*4=12',
    '[参考] 手順書 第3.0版 (令和6年)',
    '令和6年9月20日（金）! #1 & 2 <確認中>',
    'https://example.lg.jp/dx/r6_policy.pdf?a=1&b=2#p-3',
    'https://t.sharepoint.com/:w:/r/sites/dx/_layouts/15/Doc.aspx?sourcedoc=%7BA%7D',
    'C:\\Users\\dx',
  ])('%s', (text) => expect(asTyped(text)).toBe(text));
});

describe('Markdown that people wrote is shown, not read', () => {
  it.each([
    ['**太字**', '＊＊太字＊＊'],
    ['_斜体_ と A_B', '＿斜体＿ と A_B'],
    ['~~取消~~', '～～取消～～'],
    ['[リンク](https://example.com)', '[リンク]\u200B(https://example.com)'],
    ['<at>山田</at>', '<\u200Bat>山田<\u200B/at>'],
    ['<https://example.com>', '<\u200Bhttps://example.com>'],
    ['1. 全体', '\u200B1. 全体'],
    ['- 予算', '\u200B- 予算'],
    ['{{DATE(2024-09-20T00:00:00Z)}}', '{\u200B{DATE(2024-09-20T00:00:00Z)}}'],
    ['&lt;at&gt;', '&\u200Blt;at&\u200Bgt;'],
    ['\\\\fs01\\dx', '\\\u200B\\fs01\\dx'],
  ])('%s', (text, shown) => expect(asTyped(text)).toBe(shown));

  it('keeps a URL the same address', () => {
    const url = 'https://example.com/_a_/*b*/[c]?x=1&y;_z';
    const drawn = asTyped(url);
    expect(markdownIn(drawn)).toEqual([]);
    expect(decodeURI(drawn.replace(/%5F/g, '_').replace(/%2A/g, '*').replace(/%3B/g, ';'))).toBe(url);
  });

  it('keeps lines apart', () => expect(asTyped('一行目\r\n  二行目\n\n\n三行目 ')).toBe('一行目\n\n二行目\n\n三行目'));
});

const writing = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '*',
          '**',
          '_',
          '__',
          '~~',
          '`',
          '[',
          ']',
          '(',
          ')',
          '](',
          '<',
          '>',
          '</',
          'at>',
          '!',
          '#',
          '# ',
          '- ',
          '+ ',
        ],
        ...['1. ', '2) ', '\n', ' ', '\\', '&lt;', '&', ';', '{{', '}}', ':', '=', '---', '|', 'https://', '/', '.'],
      ),
      fc.constantFrom('あ', '会議', 'A', 'b', '9', '、', '（', '　'),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

it('nothing that can be written is read as Markdown or a mention', () => {
  fc.assert(
    fc.property(writing, (text) => expect(markdownIn(asTyped(text))).toEqual([])),
    { numRuns: 3000 },
  );
});

it('nothing that is written is lost', () => {
  fc.assert(
    fc.property(
      writing.filter((text) => !text.includes('https://')),
      (text) => {
        const lines = seen(text)
          .split('\n')
          .map((line) => line.trim());
        expect(seen(asTyped(text))).toBe(lines.filter((line) => line !== '').join('\n\n'));
      },
    ),
    { numRuns: 1000 },
  );
});
