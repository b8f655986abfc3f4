import { textTable } from './text-table.ts';

const read = (text: string) => textTable(Buffer.from(text));

test.each<[string, string, readonly (readonly string[])[]]>([
  ['nothing', '', []],
  ['one cell', 'a', [['a']]],
  ['a line with its end', 'a,b\r\n', [['a', 'b']]],
  [
    'an empty cell at the end',
    'a,\nb,',
    [
      ['a', ''],
      ['b', ''],
    ],
  ],
  ['empty cells', ',,\n', [['', '', '']]],
  ['an empty line', 'a\n\nb', [['a'], [''], ['b']]],
  ['quotes', '"a,""b""","c\nd"\n', [['a,"b"', 'c\nd']]],
  ['an empty text in quotes', '"",a', [['', 'a']]],
  [
    'tabs, and a comma in a cell',
    'a\tb,c\n1\t2',
    [
      ['a', 'b,c'],
      ['1', '2'],
    ],
  ],
  ['commas, and a tab in a cell', 'a,b\tc,d\n', [['a', 'b\tc', 'd']]],
  ['a quote inside of a cell', 'a"b,c', [['a"b', 'c']]],
])('%s', (_, text, lines) => {
  expect(read(text)).toEqual(lines);
});

test('what is broken is refused with what to do', () => {
  expect(read('"a,b')).toMatchObject({ problem: '引用符「"」が閉じていません' });
  expect(textTable(Uint8Array.from([0x89, 0x50, 0xff, 0xff, 0x81]))).toMatchObject({ problem: '文字を読み取れません' });
});
