import { faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { packageOf, partsOf } from './parts.ts';
import { bytesOf, good, workbookOf } from './sample.ts';

async function firstFault(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook(bytes);
  return read.ok ? 'ok' : read.faults.map(faultText).join('\n');
}

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('団体コード,市町村名\n203033,小海町\n')],
  ['a zip of something else', packageOf([['a.txt', Buffer.from('x')]])],
])('%s is no workbook', async (_, bytes) => {
  expect(await firstFault(bytes)).toMatch(/^取込表: .*Excelブック（\.xlsx）/);
});

test('an old or encrypted file is told apart', async () => {
  expect(await firstFault(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/パスワード/);
});

test('a file above 5 MB is not opened', async () => {
  expect(await firstFault(Buffer.alloc(5 * 1024 * 1024 + 1))).toMatch(/5MBまで/);
});

test('a part that unfolds to far more than it says is not unfolded', async () => {
  const bomb = packageOf([['xl/workbook.xml', Buffer.alloc(200 * 1024 * 1024)]], 1);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  const before = process.memoryUsage().rss;
  expect(await firstFault(bomb)).toMatch(/40MBまで/);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});

test('very many parts are not counted to the end', async () => {
  const parts = Array.from({ length: 400 }, (_, i) => [`p${i}`, Buffer.from('x')] as const);
  expect(await firstFault(packageOf(parts))).toMatch(/大きすぎます/);
});

test('names and choices that span a whole sheet cost nothing', async () => {
  const all = 'A1:XFD1048576';
  const workbook = workbookOf();
  const sheet = workbook.getWorksheet('名簿') as unknown as {
    dataValidations: { add(range: string, v: object): void };
  };
  sheet.dataValidations.add(all, { type: 'list', formulae: ['"a,b"'] });
  const model = () => [{ name: 'everything', ranges: [`'名簿'!$A$1:$XFD$1048576`] }];
  Object.defineProperty(workbook.definedNames, 'model', { get: model });
  expect(await firstFault(await bytesOf(workbook))).toBe('ok');
});

/** A good workbook of which one part is changed, and others may be added. */
async function tampered(part: string, change: (xml: string) => string, more: Record<string, string> = {}) {
  const parts = partsOf(await bytesOf(workbookOf()));
  parts.set(part, Buffer.from(change(String(parts.get(part)))));
  for (const [name, xml] of Object.entries(more)) parts.set(name, Buffer.from(xml));
  return packageOf(parts);
}
const FIRST_SHEET = 'xl/worksheets/sheet1.xml';

test('taken apart and put together it is the same workbook', async () => {
  expect(await firstFault(await tampered(FIRST_SHEET, (xml) => xml))).toBe('ok');
});

test.each([
  ['cells', `<row>${'<c/>'.repeat(16_000)}</row>`, 100],
  ['rows', '<row/>'.repeat(16_000), 100],
])('millions of empty %s are not made into objects', async (_, some, times) => {
  const many = await tampered(FIRST_SHEET, (xml) => xml.replace('</sheetData>', `${some.repeat(times)}</sheetData>`));
  expect(many.length).toBeLessThan(100_000);
  const [began, before] = [performance.now(), process.memoryUsage().rss];
  expect(await firstFault(many)).toMatch(/セルの数が多すぎます/);
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});

test('entities are neither unfolded nor fetched', async () => {
  const ten = (name: string) => `&${name};`.repeat(10);
  const dtd = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${ten('a')}"><!ENTITY f SYSTEM "file:///etc/hostname">]>`;
  const change = (xml: string) => xml.replace('?>', `?>${dtd}`).replace('</t>', '&b;&f;</t>');
  expect(await firstFault(await tampered('xl/sharedStrings.xml', change))).toMatch(/壊れているか/);
});

test('a link to another workbook, or a command behind a cell, is read as the result it had and never followed', async () => {
  const link = '<externalLink><externalBook r:id="rId1"/></externalLink>';
  const rels =
    '<Relationships><Relationship Id="rId1" Target="http://127.0.0.1:9/other.xlsx" TargetMode="External"/></Relationships>';
  const more = {
    'xl/externalLinks/externalLink1.xml': link,
    'xl/externalLinks/_rels/externalLink1.xml.rels': rels,
  };
  const formula = (f: string) => (xml: string) =>
    xml.replace(/<c r="B3" t="s"><v>\d+<\/v><\/c>/, `<c r="B3" t="str"><f>${f}</f><v>長野県</v></c>`);
  for (const f of ['[1]Sheet1!$A$1', "cmd|'/c calc'!A0", 'WEBSERVICE("http://127.0.0.1:9/")']) {
    const bytes = await tampered(FIRST_SHEET, formula(f), more);
    expect(String(partsOf(bytes).get(FIRST_SHEET))).toContain(f);
    const read = await readWorkbook(bytes);
    expect(read.ok && read.content.programme.prefecture).toBe('長野県');
  }
});

test.each([
  ['deeply nested tags', '<a>'.repeat(200_000) + '</a>'.repeat(200_000)],
  ['deeply nested tags in a row', `<row>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</row>`],
])('%s are not followed', async (_, some) => {
  const deep = await tampered(FIRST_SHEET, (xml) => xml.replace('</sheetData>', `${some}</sheetData>`));
  const began = performance.now();
  expect(await firstFault(deep)).toMatch(/「事業」: シートを最後まで読めません/);
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('a format of a million signs is not followed', async () => {
  const change = (xml: string) => xml.replace(/<cellXfs.*?<\/cellXfs>/, '<cellXfs><xf numFmtId="900"/></cellXfs>');
  const long = `<numFmts count="1"><numFmt numFmtId="900" formatCode="${'#,'.repeat(500_000)}"/></numFmts>`;
  const bytes = await tampered('xl/styles.xml', (xml) => change(xml).replace(/<styleSheet[^>]*>/, `$&${long}`));
  const began = performance.now();
  await firstFault(bytes);
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('thousands of strangers in every row are told soon', async () => {
  const strangers = Array.from({ length: 3_000 }, (_, i) => `見知${i}町`).join('、');
  const rows = Array.from({ length: 300 }, (_, i) => ['2024/8/16', `${i}${strangers}`.slice(0, 30_000), 'x']);
  const bytes = await bytesOf(workbookOf({ ...good, 閉庁日: rows }));
  const began = performance.now();
  expect(await firstFault(bytes)).toMatch(/「閉庁日」/);
  expect(performance.now() - began).toBeLessThan(6_000);
});
