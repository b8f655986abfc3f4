import { packageOf, partsOf } from '../workbook/parts.ts';
import type { Grammar } from './grammar.ts';

type Change = (xml: string, grammar: Grammar) => string;

const EXTENSION = '<extLst><ext uri="{x}"><q:more xmlns:q="u"><q:row/></q:more></ext></extLst>';
const FURIGANA = '<rPh sb="0" eb="1"><t>ヨミガナ</t></rPh><phoneticPr fontId="1"/>';

/** Ways to write the same sheet. */
const IN_SHEETS: readonly Change[] = [
  (xml, grammar) => once(xml, /<\/row>/g, () => `${EXTENSION}</row>`, grammar),
  (xml, grammar) => once(xml, /<\/c>/g, () => `${EXTENSION}</c>`, grammar),
  (xml, grammar) => once(xml, /<\/(row|c)>/g, (end) => `<z:mark xmlns:z="u">5<z:row/></z:mark>${end}`, grammar),
  (xml, grammar) => once(xml, /<(row|c) /g, (begin) => `<!-- <row r="1"><c r="A1"/> -->\n${begin}`, grammar),
  (xml, grammar) => once(xml, /<v>/g, () => `<f>IF(Z9="","",${grammar.int(9)})</f><v>`, grammar),
  (xml, grammar) => once(xml, /<row r/g, () => '<row hidden="1" ht="3" r', grammar),
  // Rows without a number follow upon one another, so that there may be no gap.
  (xml) => (xml.includes('"A700"') ? xml : xml.replace(/(?<=<row) r="\d+"/g, '')),
  (xml) => (/<x:|xmlns:x=/.test(xml) ? xml : xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')),
  (xml) => (xml.includes('<row r=') ? xml.replace('</sheetData>', `${filledDown()}</sheetData>`) : xml),
  (xml) => xml.replace('</worksheet>', '<drawing r:id="rId77"/><legacyDrawing r:id="rId78"/></worksheet>'),
  (xml) => xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="M1:P9"/></mergeCells>'),
  (xml) => xml.replace(/(<c r="[A-Z]+\d+"[^>]*)><v>45519<\/v>/, '$1 t="d"><v>2024-08-15</v>'),
];

/** Ways to write the same strings. */
const IN_STRINGS: readonly Change[] = [
  (xml, grammar) => once(xml, /<\/si>/g, () => `${FURIGANA}</si>`, grammar),
  (xml, grammar) => once(xml, /<t>([^<]+)<\/t>/g, (all) => `<r><rPr><b/></rPr>${all}</r>`, grammar),
  (xml, grammar) => once(xml, /<t>[^<]/g, (all) => `<t>_x${hex(all.slice(3))}_`, grammar),
  (xml, grammar) => once(xml, /<t>/g, () => '<t>\u200b_x000D_\n', grammar),
];

/** What lies beside the sheets and is nobody's business. */
const BESIDE: readonly (readonly [string, string])[] = [
  ['xl/drawings/drawing1.xml', '<c:userShapes xmlns:c="u"/>'],
  ['xl/charts/chart1.xml', '<not-closed'],
  [
    'xl/worksheets/_rels/sheet3.xml.rels',
    '<Relationships><Relationship Id="rId77" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
  ],
  ['xl/media/image1.png', '\x89PNG'],
  ['xl/calcChain.xml', '<calcChain><c r="A1" i="1"/></calcChain>'],
];

/** A good workbook written in another way: whoever opens it sees the same. */
export function sameWorkbook(good: Buffer, grammar: Grammar): Buffer {
  const parts = partsOf(good);
  const names = [...parts.keys()].filter((name) => /sheet\d+\.xml$|sharedStrings/.test(name));
  const done = new Set<string>();
  for (let left = grammar.int(5) + 1; left > 0; left--) {
    const name = grammar.pick(names);
    const ways = name.includes('shared') ? IN_STRINGS : IN_SHEETS;
    const way = grammar.int(ways.length);
    const xml = String(parts.get(name));
    // Twice the same may be once too often, and what has a prefix already looks different to the other ways.
    if (done.has(`${name} ${way}`) || xml.includes('<x:')) continue;
    done.add(`${name} ${way}`);
    parts.set(name, Buffer.from(ways[way]?.(xml, grammar) ?? xml));
  }
  if (grammar.chance(0.3)) {
    const [name, text] = grammar.pick(BESIDE);
    parts.set(name, Buffer.from(text));
  }
  if (grammar.chance(0.1)) {
    const name = grammar.pick(names);
    const text = String(parts.get(name)).replace('encoding="UTF-8"', 'encoding="UTF-16"');
    parts.set(name, Buffer.from(`\ufeff${text}`, 'utf16le'));
  }
  return packageOf(parts);
}

function filledDown(): string {
  const cell = (at: string) => `<c r="${at}" t="str"><f>IF(Z1="","",Z1)</f><v></v></c>`;
  return [700, 701, 702].map((row) => `<row r="${row}">${cell(`A${row}`)}${cell(`B${row}`)}</row>`).join('');
}

const hex = (sign: string): string => sign.charCodeAt(0).toString(16).padStart(4, '0');

function once(xml: string, found: RegExp, make: (was: string) => string, { pick }: Grammar): string {
  const all = [...xml.matchAll(found)];
  if (all.length === 0) return xml;
  const { index, 0: was } = pick(all);
  return xml.slice(0, index) + make(was) + xml.slice(index + was.length);
}
