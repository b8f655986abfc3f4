import { OpenedSample } from './cells.ts';

const open = () => OpenedSample.open();
const ROSTER = ['小海 花子', '川上 太郎', '派遣 一郎', '事務 局子', '県 職員', '長野 閲子'];

describe('a sheet is read to its end or refused', () => {
  const FURIGANA = '<t>小海 花子</t><rPh sb="0" eb="2"><t>コウミ</t></rPh><phoneticPr fontId="1"/>';

  test.each<[string, (sample: OpenedSample) => OpenedSample]>([
    ['furigana in a cell', (s) => s.cell('名簿', 'A2', `<c r="A2" t="inlineStr"><is>${FURIGANA}</is></c>`)],
    [
      'furigana in a shared string',
      (s) => s.change('xl/sharedStrings.xml', (x) => x.replace('<t>小海 花子</t>', FURIGANA)),
    ],
    [
      'pieces with furigana',
      (s) =>
        s.cell(
          '名簿',
          'A2',
          '<c r="A2" t="inlineStr"><is><r><t>小海</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 花子</t></r><rPh sb="0" eb="2"><t>コウミ</t></rPh></is></c>',
        ),
    ],
    [
      'an extension behind a row',
      (s) => s.sheet('名簿', (x) => x.replace(/(<row r="3".*?)<\/row>/, '$1<extLst><ext uri="{x}"/></extLst></row>')),
    ],
    [
      'an extension behind a cell',
      (s) =>
        s.sheet('名簿', (x) =>
          x.replace(
            /(<c r="A2".*?)<\/c>/,
            '$1<extLst><ext uri="{x}"><x14:q xmlns:x14="u"><c/></x14:q></ext></extLst></c>',
          ),
        ),
    ],
    [
      'another vocabulary in a row',
      (s) => s.sheet('名簿', (x) => x.replace(/(<row r="3".*?)<\/row>/, '$1<z:mark xmlns:z="u">1</z:mark></row>')),
    ],
    ['cells and rows without their places', (s) => s.sheet('市町村', (x) => x.replace(/<(row|c) r="[^"]*"/g, '<$1'))],
    [
      'a prefix for everything',
      (s) => s.sheet('名簿', (x) => x.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')),
    ],
    [
      'rows in any order',
      (s) => s.sheet('名簿', (x) => x.replace(/(<row r="2".*?<\/row>)(<row r="3".*?<\/row>)/, '$2$1')),
    ],
    [
      'comments and blanks between',
      (s) => s.sheet('名簿', (x) => x.replaceAll('</row>', '\n<!-- <row r="9"/> --> </row>')),
    ],
  ])('%s', async (_, change) => {
    const { content } = await change(await open()).read();
    expect(content.members.map(({ name }) => name)).toEqual(ROSTER);
  });

  test.each<[string, (sample: OpenedSample) => OpenedSample]>([
    ['rows inside something else', (s) => s.sheet('名簿', (x) => x.replace(/(<row r="3".*?<\/row>)/, '<w>$1</w>'))],
    [
      'rows inside a choice',
      (s) =>
        s.sheet('名簿', (x) =>
          x.replace(
            /(<row r="3".*?<\/row>)/,
            '<mc:AlternateContent xmlns:mc="u"><mc:Choice>$1</mc:Choice></mc:AlternateContent>',
          ),
        ),
    ],
    ['cells inside something else', (s) => s.sheet('名簿', (x) => x.replace(/(<c r="A3".*?<\/c>)/, '<w>$1</w>'))],
    ['a value without a name', (s) => s.cell('名簿', 'A3', '<c r="A3"><w>5</w></c>')],
    ['a bare text in a cell', (s) => s.cell('名簿', 'A3', '<c r="A3">川上 太郎</c>')],
    ['a row twice', (s) => s.sheet('名簿', (x) => x.replace('<row r="3"', '<row r="2"'))],
    ['a cell twice', (s) => s.sheet('名簿', (x) => x.replace('<c r="B3"', '<c r="A3"'))],
    ['a cell of another row', (s) => s.sheet('名簿', (x) => x.replace('<c r="A3"', '<c r="A9"'))],
    [
      'a second table of cells',
      (s) => s.sheet('名簿', (x) => x.replace('</sheetData>', '</sheetData><sheetData><row r="9"/></sheetData>')),
    ],
    ['an end too early', (s) => s.sheet('名簿', (x) => x.slice(0, x.indexOf('<row r="4"')))],
    ['two values', (s) => s.cell('名簿', 'A3', '<c r="A3"><v>1</v><v>2</v></c>')],
  ])('%s', async (_, change) => {
    const faults = await change(await open()).faults();
    expect(faults).toEqual([expect.stringMatching(/^「名簿」: シートを最後まで読めません.*上書き保存/)]);
  });

  test.each(['userShapes xmlns:c="u"', 'broken'])('what is drawn over the cells (%s) does not matter', async (root) => {
    const sample = await open();
    sample.sheet('名簿', (x) =>
      x.replace('</worksheet>', '<drawing r:id="rId9"/><legacyDrawing r:id="rId8"/></worksheet>'),
    );
    const relation = (type: string, target: string, id: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
    const rels = [
      relation('drawing', '../drawings/drawing1.xml', 'rId9'),
      relation('vmlDrawing', '../drawings/v.vml', 'rId8'),
    ];
    const add = (name: string, text: string) => sample.parts.set(name, Buffer.from(text));
    add('xl/worksheets/_rels/sheet3.xml.rels', `<Relationships>${rels.join('')}</Relationships>`);
    add('xl/drawings/drawing1.xml', `<c:${root}/>`);
    add('xl/drawings/_rels/drawing1.xml.rels', '<Relationships/>');
    add('xl/drawings/v.vml', '<xml><br></xml>');
    add('xl/charts/chart1.xml', 'no xml at all');
    add('xl/media/image1.png', '\x89PNG');
    const { content } = await sample.read();
    expect(content.members).toHaveLength(6);
  });

  test('two sheets of one name are two readings', async () => {
    const sample = (await open()).change('xl/workbook.xml', (x) => x.replace('name="閉庁日"', 'name="名　簿"'));
    expect(await sample.faults()).toContainEqual(expect.stringMatching(/^「名簿」: 同じ名前のシートが2つ/));
  });

  test('a strict workbook is read like any other', async () => {
    const sample = await open();
    for (const [name, part] of sample.parts) {
      const strict = String(part)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
      sample.parts.set(name, Buffer.from(strict));
    }
    expect((await sample.read()).content.members).toHaveLength(6);
  });
});
