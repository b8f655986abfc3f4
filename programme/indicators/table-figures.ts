import type { Day } from '../day.ts';
import type { Municipality } from '../municipality.ts';
import { answerKindOf } from '../national-indicator.ts';
import type { FigureReading } from './national-figure.ts';
import { readingIn, type SaidCells, unpublishedSign } from './published-cell.ts';
import { matchTown, type TownMatch, townIndex } from './town-match.ts';

/** What stands in a column, or in a line of a table that has the municipalities beside each other. */
export type ColumnPart = 'value' | 'numerator' | 'denominator';
export type TableColumn = { readonly heading: string; readonly indicator: string; readonly part: ColumnPart };

/** A municipality in a published table, with what the declared columns say of it. */
export type TableTown = {
  /** 5行目, or C列 where the municipalities stand beside each other. */
  readonly place: string;
  readonly name: string;
  readonly prefecture?: string | undefined;
  readonly district?: string | undefined;
  readonly code?: string | undefined;
  /** As the cells show it, by `TableColumn`; undefined of a cell that cannot be read, which `unclear` names. */
  readonly cells: readonly string[];
  readonly unclear: readonly { readonly heading: string; readonly instead: string }[];
};

/** A table as it was published, read as a person sees it. */
export type PublishedTable = {
  readonly sheet: string;
  readonly columns: readonly TableColumn[];
  readonly towns: readonly TableTown[];
  /** Headings that nobody has declared; they are not read. */
  readonly unread: readonly string[];
};

export type TableFault = { readonly sheet: string; readonly place: string; readonly instead: string };
export type NewFigure = {
  readonly municipality: string;
  readonly indicator: string;
  readonly surveyedOn: Day;
  readonly reading: FigureReading;
};

export type TableFigures = {
  readonly figures: readonly NewFigure[];
  /** With any of these nothing is written. */
  readonly faults: readonly TableFault[];
  /** Names that were not matched: their lines are left out. */
  readonly unmatched: readonly TableFault[];
  /** Matched municipalities that are not in this programme, and lines of whole prefectures. */
  readonly elsewhere: number;
  readonly prefectures: number;
  /** Municipalities of the programme that no line is about. */
  readonly missing: readonly string[];
};

/** What it is read by. `surveyed`: of each indicator the day its figures are of. */
export type ReadBy = {
  readonly programme: readonly Municipality[];
  readonly surveyed: ReadonlyMap<string, Day>;
};

/** What a published table says of the municipalities of the programme. */
export function figuresIn(tables: readonly PublishedTable[], by: ReadBy): TableFigures {
  const index = townIndex(by.programme);
  const own = new Map(by.programme.map(({ code, name }) => [code, name]));
  const lines = tables.flatMap((table) =>
    table.towns.map((town) => ({ table, town, match: matchOf(town, matchTown(town.name, town, index)) })),
  );
  const mine = lines.flatMap(({ table, town, match }) =>
    match.kind === 'town' && own.has(match.code) ? [{ table, town, code: match.code }] : [],
  );
  const of = (kind: TownMatch['kind']) => lines.filter(({ match }) => match.kind === kind).length;
  const read = mine.map(({ table, town, code }) => readTown(table, town, code, by));
  return {
    figures: read.flatMap(({ figures }) => figures),
    faults: [...repeated(mine, own), ...tables.flatMap(withoutSign), ...read.flatMap(({ faults }) => faults)],
    unmatched: lines.flatMap(({ table, town, match }) => {
      const instead = unmatchedText(town, match);
      return instead === undefined ? [] : [{ sheet: table.sheet, place: town.place, instead }];
    }),
    elsewhere: of('town') - mine.length,
    prefectures: of('prefecture'),
    missing: [...own].filter(([code]) => !mine.some((line) => line.code === code)).map(([, name]) => name),
  };
}

/** A 団体コード beside the name has to be of the same municipality: one of them is a slip. */
function matchOf({ code }: TableTown, match: TownMatch): TownMatch {
  const digits = code?.normalize('NFKC').replace(/\D/g, '') ?? '';
  // Excel drops the zero in front, and some tables the check digit behind.
  const said = [5, 6].includes(digits.length) ? digits : '';
  if (said === '' || match.kind !== 'town') return match;
  const fits = [match.code, match.code.slice(0, 5), match.code.replace(/^0/, '')].includes(said);
  return fits ? match : { kind: 'elsewhere', towns: [] };
}

function unmatchedText({ name, code }: TableTown, match: TownMatch): string | undefined {
  const said = name.trim();
  switch (match.kind) {
    case 'several':
      return `「${said}」は${match.towns.length}つあります。「${match.towns.join('」「')}」のどれかにしてください`;
    case 'elsewhere':
      return match.towns.length === 0
        ? `「${said}」と団体コード「${code}」が合いません。どちらかを直してください`
        : `「${said}」はこの県・郡にありません（${match.towns.join('、')}）。県・郡か名前を直してください`;
    case 'unknown':
      return match.like.length > 0
        ? `「${said}」という市町村はありません。「${match.like.join('」か「')}」のことなら、そう書いてください`
        : `「${said}」という市町村はありません。名前を直してください（合併した団体の値は、移しません）`;
    default:
      return undefined;
  }
}

type Mine = { readonly table: PublishedTable; readonly town: TableTown; readonly code: string };

/** One line of a municipality in each sheet, and one sheet for each indicator. */
function repeated(mine: readonly Mine[], names: ReadonlyMap<string, string>): readonly TableFault[] {
  const first = new Map<string, Mine>();
  return mine.flatMap((line) => {
    const { table, town, code } = line;
    const others = table.columns.flatMap(({ indicator, part }) => {
      const key = `${code} ${indicator} ${part}`;
      const there = first.get(key);
      if (!there) first.set(key, line);
      return there ? [there] : [];
    });
    const there = others[0];
    if (!there) return [];
    const where = `${there.table.sheet === table.sheet ? '' : `「${there.table.sheet}」`}${there.town.place}`;
    const instead = `${names.get(code) ?? town.name}が${where}にもあります。1つだけにしてください`;
    return [{ sheet: table.sheet, place: town.place, instead }];
  });
}

/** 0.625 for 62.5% is told by a whole column that has no % and nothing above 1. */
function withoutSign({ sheet, columns, towns }: PublishedTable): readonly TableFault[] {
  return columns.flatMap(({ heading, indicator, part }, at) => {
    if (part !== 'value' || answerKindOf(indicator) !== 'rate') return [];
    const said = towns
      .map(({ cells }) => (cells[at] ?? '').normalize('NFKC').trim())
      .filter((cell) => unpublishedSign(cell) === undefined);
    const isShare = said.length > 0 && said.every((cell) => /^(?:0?\.\d+|0|1|1\.0+|0\.0+)$/.test(cell));
    if (!isShare || said.every((cell) => Number(cell) === 0)) return [];
    const instead = `「${heading}」は0から1の数です。セルの書式を「%」にするか、100倍の値にしてください`;
    return [{ sheet, place: '', instead }];
  });
}

function readTown(table: PublishedTable, town: TableTown, municipality: string, { surveyed }: ReadBy) {
  const faults: TableFault[] = town.unclear.map(({ heading, instead }) => ({
    sheet: table.sheet,
    place: town.place,
    instead: `「${heading}」${instead}`,
  }));
  const figures: NewFigure[] = [];
  for (const [at, { indicator, part, heading }] of table.columns.entries()) {
    const surveyedOn = surveyed.get(indicator);
    if (part !== 'value' || surveyedOn === undefined) continue;
    const read = readingIn(answerKindOf(indicator), saidOf(table, town, indicator, at));
    if ('is' in read) figures.push({ municipality, indicator, surveyedOn, reading: read.is });
    else faults.push({ sheet: table.sheet, place: town.place, instead: `「${heading}」${read.instead}` });
  }
  // A cell that cannot be read is said once, and is no sign for what is not published.
  return { faults, figures: town.unclear.length > 0 ? [] : figures };
}

function saidOf(table: PublishedTable, town: TableTown, indicator: string, at: number): SaidCells {
  const cellOf = (part: ColumnPart) => {
    const beside = table.columns.findIndex((column) => column.indicator === indicator && column.part === part);
    return beside < 0 ? undefined : town.cells[beside];
  };
  return { value: town.cells[at] ?? '', numerator: cellOf('numerator'), denominator: cellOf('denominator') };
}
