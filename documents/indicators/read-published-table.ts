import type { ColumnPart, PublishedTable, TableColumn, TableTown } from '../../programme/indicators/table-figures.ts';
import { comparableName } from '../../programme/indicators/town-match.ts';
import type { IndicatorTerms } from '../../programme/national-indicator.ts';
import { type Problem, problem } from '../workbook/fault.ts';
import { type PublishedCell, type PublishedSheet, publishedSheets } from './sheet-cells.ts';

/** Lines above the headings. */
const ABOVE = 20;
/** What the column of the municipalities is called, and those that say where they lie. */
const TOWN = ['市区町村名', '市区町村', '市町村名', '市町村', '団体名', '団体', '自治体名', '自治体', '地方公共団体名'];
const PREFECTURE = ['都道府県名', '都道府県', '県名', '県'];
const DISTRICT = ['郡名', '郡'];
const CODE = ['団体コード', '市区町村コード', '市町村コード', '自治体コード', '全国地方公共団体コード'];
/** So many names of municipalities in one line are the heading of a table that has them beside each other. */
const NAMES = 3;
const IS_TOWN = /[市区町村](?:\([^)]*\))?$/u;

/** Reads a published table in either direction. Throws for nothing that is in the file. */
export async function readPublishedTable(
  bytes: Uint8Array,
  terms: readonly IndicatorTerms[],
): Promise<readonly PublishedTable[] | Problem> {
  const sheets = await publishedSheets(bytes);
  if ('problem' in sheets) return sheets;
  const declared = declaredHeadings(terms);
  const tables: PublishedTable[] = [];
  for (const one of sheets.map((sheet) => eitherWay(sheet, declared))) {
    if (one && 'problem' in one) return one;
    if (one) tables.push(one);
  }
  if (tables.length === 0)
    return problem(
      '市町村の列がありません',
      '1行目に「市区町村名」という見出しを付けるか、市町村の名前を横に並べた表にしてください',
    );
  if (tables.every(({ columns }) => columns.length === 0)) return unknownHeadings(tables);
  return tables.filter(({ columns }) => columns.length > 0);
}

/** In the direction in which it has indicators that we know. */
function eitherWay(sheet: PublishedSheet, declared: Declared): PublishedTable | Problem | undefined {
  const upright = tableIn(sheet, declared);
  if (upright && ('problem' in upright || upright.columns.length > 0)) return upright;
  const turned = turnedTableIn(sheet, declared);
  return turned && ('problem' in turned || turned.columns.length > 0) ? turned : (upright ?? turned);
}

function unknownHeadings(tables: readonly PublishedTable[]): Problem {
  const said = tables.flatMap(({ sheet, unread }) =>
    unread.map((heading) => `${sheet ? `${sheet}の` : ''}「${heading}」`),
  );
  const some = said.slice(0, 5).join('、');
  return problem(
    `知っている指標の見出しがありません（${some}${said.length > 5 ? ` ほか${said.length - 5}件` : ''}）`,
    '「全国指標の変更」で、指標の「見出し」に、表のとおりの見出しを足してください',
  );
}

type Declared = ReadonlyMap<string, { readonly indicator: string; readonly part: ColumnPart }>;

function declaredHeadings(terms: readonly IndicatorTerms[]): Declared {
  return new Map(
    terms.flatMap(({ indicator, headings, numeratorHeadings, denominatorHeadings }) => {
      const all: readonly (readonly [ColumnPart, readonly string[]])[] = [
        ['value', headings],
        ['numerator', numeratorHeadings],
        ['denominator', denominatorHeadings],
      ];
      return all.flatMap(([part, said]) => said.map((each) => [comparableName(each), { indicator, part }] as const));
    }),
  );
}

/** With the name of its chapter in front, as some tables have it: 住民サービスのDX_… */
const meant = (heading: string, declared: Declared) => {
  const plain = comparableName(heading);
  return declared.get(plain) ?? declared.get(plain.replace(/^[^_]+_/u, ''));
};

const isOf = (names: readonly string[], { said }: PublishedCell): boolean =>
  names.includes(comparableName(said).replace(/[*※]/g, ''));

/** A line for each municipality, below a line of headings. */
function tableIn({ name, lines, numbers }: PublishedSheet, declared: Declared): PublishedTable | Problem | undefined {
  const top = lines.slice(0, ABOVE).findIndex((line) => line.some((cell) => isOf(TOWN, cell)));
  const header = lines[top];
  if (!header) return undefined;
  const columnOf = (names: readonly string[]) => header.findIndex((cell) => isOf(names, cell));
  const [town, prefecture, district, code] = [TOWN, PREFECTURE, DISTRICT, CODE].map(columnOf) as [number, ...number[]];
  const around = [town, prefecture, district, code];
  const read = columnsOf(
    header.map(({ said }, at) => ({ said: around.includes(at) ? '' : said, at })),
    declared,
    name,
  );
  if ('problem' in read) return read;
  const said = (line: readonly PublishedCell[], at: number | undefined) => line[at ?? -1]?.said || undefined;
  return {
    sheet: name,
    ...read.headings,
    towns: lines.slice(top + 1).flatMap((line, at): TableTown[] => {
      const own = said(line, town);
      if (own === undefined) return [];
      const [of, near, number] = [said(line, prefecture), said(line, district), said(line, code)];
      const place = `${numbers[top + 1 + at]}行目`;
      return [{ place, name: own, prefecture: of, district: near, code: number, ...cellsOf(read, (i) => line[i]) }];
    }),
  };
}

/** The municipalities beside each other, as the dashboard's own table has them: a line for each indicator. */
function turnedTableIn({ name, lines }: PublishedSheet, declared: Declared): PublishedTable | Problem | undefined {
  const isName = ({ said }: PublishedCell) => IS_TOWN.test(comparableName(said)) && meant(said, declared) === undefined;
  const top = lines.slice(0, ABOVE).findIndex((line) => line.filter(isName).length >= NAMES);
  const header = lines[top];
  if (!header) return undefined;
  const first = header.findIndex(isName);
  const below = lines.slice(top + 1);
  const known = (column: number) => below.filter((line) => meant(line[column]?.said ?? '', declared)).length;
  const column = Array.from({ length: first }, (_, at) => at).toSorted((a, b) => known(b) - known(a) || b - a)[0] ?? 0;
  const read = columnsOf(
    below.map((line, at) => ({ said: line[column]?.said ?? '', at })),
    declared,
    name,
  );
  if ('problem' in read) return read;
  const above = lines.slice(0, top).find((line) => line.some(({ said }) => /[都道府県]$/u.test(said)));
  return {
    sheet: name,
    ...read.headings,
    towns: header.flatMap((cell, at): TableTown[] => {
      if (at < first || cell.said === '') return [];
      const prefecture = above?.[at]?.said || undefined;
      return [{ place: `${columnName(at)}列`, name: cell.said, prefecture, ...cellsOf(read, (i) => below[i]?.[at]) }];
    }),
  };
}

type Heading = { readonly said: string; readonly at: number };
type Columns = {
  readonly at: readonly number[];
  readonly headings: { readonly columns: readonly TableColumn[]; readonly unread: readonly string[] };
};

/** Where what stands; one heading that stands twice could mean either. */
function columnsOf(all: readonly Heading[], declared: Declared, sheet: string): Columns | Problem {
  const found = all.flatMap(({ said, at }) => {
    const is = meant(said, declared);
    return is ? [{ heading: said.trim(), at, ...is }] : [];
  });
  const twice = found.find((one, at) =>
    found.slice(0, at).some(({ indicator, part }) => indicator === one.indicator && part === one.part),
  );
  if (twice)
    return problem(
      `${sheet ? `「${sheet}」に` : ''}「${twice.heading}」が2つあります`,
      '使わないほうの列か行を消してください',
    );
  const unread = all.filter(({ said }) => said.trim() !== '' && !meant(said, declared)).map(({ said }) => said.trim());
  return {
    at: found.map(({ at }) => at),
    headings: { columns: found.map(({ heading, indicator, part }) => ({ heading, indicator, part })), unread },
  };
}

function cellsOf({ at, headings }: Columns, cell: (at: number) => PublishedCell | undefined) {
  const found = at.map((each) => cell(each) ?? { said: '' });
  return {
    cells: found.map(({ said }) => said),
    unclear: found.flatMap(({ unclear }, i) =>
      unclear === undefined ? [] : [{ heading: headings.columns[i]?.heading ?? '', instead: `は${unclear}` }],
    ),
  };
}

/** 0 is A, 26 is AA. */
function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}
