import { packageOf, partsOf } from '../workbook/parts.ts';
import type { Grammar } from './grammar.ts';

type Parts = Map<string, Buffer>;

const REFERENCES = ['A1', 'A0', 'XFD1048576', 'XFE1', 'ZZZZ9', 'A99999999999', '', 'あ1', '1', 'A-1', 'A1:B2'];
const TYPES = ['s', 'str', 'n', 'b', 'e', 'd', 'inlineStr', '', 'x'];
const FORMULAS = ['1/0', '[1]Sheet1!$A$1', "cmd|'/c calc'!A0", 'WEBSERVICE("http://127.0.0.1:9/")', 'A1', '&amp;', ''];
const INSERTS = [
  ...[
    '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    '<c/>',
    '<row/>',
    '<row r="0"><c r="A0"/></row>',
  ],
  ...[
    '<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>',
    '<dimension ref="A1:XFD1048576"/>',
    '<!---->',
    '<![CDATA[',
  ],
  ...[
    '<cols><col min="1" max="16384" width="9"/></cols>',
    '&#0;',
    '&x;',
    '<',
    '</worksheet>',
    '<sheetData>',
    '<v/>',
    '<f/>',
  ],
  ...[
    '<row r="1048576" spans="1:16384"><c r="XFD1048576"><v>1</v></c></row>',
    '<is><t>x</t></is>',
    '<si/>',
    '<si><r/></si>',
    '<extLst><ext/></extLst>',
    '<rPh sb="0" eb="1"><t>ヨミ</t></rPh>',
    '<z:x xmlns:z="u"><row r="3"/></z:x>',
    '<sheetData/>',
    '<mergeCells><mergeCell ref="A2:D4"/></mergeCells>',
  ],
];

/** A package has two bytes to say how long a name is. */
const LONGEST_NAME = 16_000;

/** A good workbook with a few things changed in it: in its cells, in its sheets, in its parts, or in its bytes. */
export function brokenWorkbook(good: Buffer, grammar: Grammar): Buffer {
  if (grammar.chance(0.88)) return brokenBytes(good, grammar);
  const parts = partsOf(good);
  for (let left = grammar.int(4) + 1; left > 0; left--) breakPart(parts, grammar);
  return packageOf(parts, grammar.chance(0.02) ? grammar.int(2 ** 31) : undefined);
}

function breakPart(parts: Parts, grammar: Grammar): void {
  const { chance, pick, text, int } = grammar;
  const names = [...parts.keys()];
  const sheet = pick(names.filter((each) => /sheet\d|sharedStrings/.test(each)));
  if (chance(0.75) && sheet !== undefined) {
    parts.set(sheet, Buffer.from(brokenXml(String(parts.get(sheet)), grammar)));
    return;
  }
  const name = pick(names);
  const part = parts.get(name) ?? Buffer.alloc(0);
  const ways = [
    () => parts.delete(name),
    () => parts.set(chance(0.5) ? text().slice(0, LONGEST_NAME) : pick(names), part),
    () => parts.set(name, brokenBytes(part, grammar)),
    () => parts.set(name, Buffer.from(brokenXml(String(part), grammar))),
  ];
  ways[int(ways.length)]?.();
}

function brokenXml(xml: string, grammar: Grammar): string {
  const { pick, int, text } = grammar;
  const at = int(xml.length + 1);
  const some = (found: RegExp, make: () => string) => replacedOnce(xml, found, make, grammar);
  switch (int(11)) {
    case 0:
    case 1:
      return some(/<t( [^>]*)?>[^<]*<\/t>/g, () => `<t>${escaped(text())}</t>`);
    case 2:
      return some(
        /<v>[^<]*<\/v>/g,
        () =>
          `<v>${escaped(pick([text(), String(int(1e6)), '-1', '1e308', 'NaN', '45000.5', '', '9', '0.8', '10:00:00', '2024-09-20']))}</v>`,
      );
    case 3:
      return some(/ r="[^"]*"/g, () => ` r="${pick(REFERENCES)}"`);
    case 4:
      return some(/ t="[^"]*"/g, () => ` t="${pick(TYPES)}"`);
    case 5:
      return some(/<v>/g, () => `<f>${pick(FORMULAS)}</f><v>`);
    case 6:
      return some(/<row .*?<\/row>/g, () => pick(['', '<row/>', '<row r="2"/>']));
    case 7:
      return xml.slice(0, at) + xml.slice(at + int(40));
    case 8:
      return some(/ formatCode="[^"]*"| numFmtId="\d+"/g, () => ` numFmtId="${int(60)}"`);
    case 9:
      return some(/ s="\d+"/g, () => ` s="${int(9)}"`);
    default:
      return some(/>/g, () => `>${pick(INSERTS)}`);
  }
}

/** One of the places where it is found, not the first. */
function replacedOnce(xml: string, found: RegExp, make: () => string, { pick }: Grammar): string {
  const all = [...xml.matchAll(found)];
  if (all.length === 0) return xml;
  const { index, 0: was } = pick(all);
  return xml.slice(0, index) + make() + xml.slice(index + was.length);
}

function brokenBytes(whole: Buffer, { int, chance }: Grammar): Buffer {
  const bytes = Buffer.from(whole);
  const at = int(bytes.length + 1);
  if (chance(0.15)) return bytes.subarray(0, at);
  if (chance(0.15)) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(int(bytes.length + 1))]);
  // The directory at the end says what the rest means.
  const from = chance(0.5) ? Math.max(0, bytes.length - 1_500) : 0;
  for (let left = int(8) + 1; left > 0 && bytes.length > 0; left--) bytes[from + int(bytes.length - from)] = int(256);
  return bytes;
}

const escaped = (text: string) => text.replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;'));
