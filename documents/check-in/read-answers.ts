import { type AnswerColumn, answerColumns, HELP_ROW, type SaidAnswer } from '../../programme/check-in/answer-sheet.ts';
import type { ReturnedAnswers } from '../../programme/check-in/returned-answers.ts';
import type { Day } from '../../programme/day.ts';
import { plainName } from '../../programme/person-name.ts';
import type { RowFault } from '../../programme/taken-file.ts';
import { unreadable } from '../workbook/cells.ts';
import { type Problem, problem } from '../workbook/fault.ts';
import type { GridRow } from '../workbook/grid.ts';
import { dayCell } from '../workbook/moment-cells.ts';
import { faultIn, type ReturnedTable, repeatedIn, returnedTable, tooManyRows } from '../workbook/returned-table.ts';
import { type CellSaid, plain } from '../workbook/said.ts';

const ANEW = '「週次回答表」と送って受け取り直した表に書いて、送ってください';
/** A note of a weekly report has no more; and what is asked for help. */
const [LONGEST_NOTE, LONGEST_TROUBLE] = [200, 1000];

type AnswersRead = Pick<
  ReturnedAnswers,
  'sheet' | 'rows' | 'answeredBy' | 'answeredOn' | 'trouble' | 'faults' | 'notes'
>;
type AnswersToRead = {
  /** Ids that were written out. */
  readonly exported: readonly string[];
  /** The people of the office, by their id. */
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly today: Day;
};
type Table = ReturnedTable<AnswerColumn>;
type ReadAnswer = {
  readonly row: number;
  readonly id: string;
  readonly said: SaidAnswer;
  readonly troubles: readonly string[];
};

/** Reads a 週次回答表 that came back. A row with a fault is left out whole and said; throws for nothing that is in the file. */
export async function readAnswers(bytes: Uint8Array, to: AnswersToRead): Promise<AnswersRead | Problem> {
  const table = await returnedTable(bytes, { name: '週次回答表', columns: answerColumns, anew: ANEW });
  if ('problem' in table) return table;
  const gone = table.gone.find((column) => column.key === 'id' || (!isPrinted(column) && column.key !== 'note'));
  if (gone) return problem(`「${table.sheet}」に「${gone.heading}」の列がありません`, ANEW);
  const known = new Set(to.exported);
  const read = table.rows.flatMap((row) => readAnswer(row, table) ?? []);
  const answers = read.filter(({ id, said, troubles }) => known.has(id) || troubles.length > 0 || !isBlank(said));
  const tooMany = tooManyRows(answers.length, ANEW);
  if (tooMany) return tooMany;
  const [help, rows] = [answers.find(({ id }) => id === HELP_ROW.id), answers.filter(({ id }) => id !== HELP_ROW.id)];
  const faults = rows.flatMap((one) => faultsOf(one, { known, repeated: repeatedIn(rows), table }));
  const bad = new Set(faults.map(({ row }) => row));
  const head = headOf(table, to);
  const there = new Set(rows.map(({ id }) => id));
  const lost = to.exported.filter((id) => !there.has(id));
  return {
    sheet: table.sheet,
    rows: rows
      .filter(({ row, said }) => !bad.has(row) && !isBlank(said))
      .map(({ row, id, said }) => ({ row, id, said })),
    ...head.said,
    ...(help?.said.note === undefined ? {} : { trouble: help.said.note }),
    faults: [...head.faults, ...faults].toSorted((a, b) => a.row - b.row),
    notes: [
      ...table.notes,
      ...(lost.length > 0 ? [`${lost.join('、')}の行がありません。そこは今のままにします。`] : []),
      ...rows.flatMap(({ row }) => formulaNotes(table, row)),
    ],
  };
}

const isBlank = (said: SaidAnswer): boolean => Object.keys(said).length === 0;

/** What is printed in a row, and not written by whoever answers. */
const isPrinted = ({ key }: AnswerColumn): boolean => key === 'id' || key === 'what' || key === 'before';
const written = ({ at }: Table) => [...at].filter(([column]) => !isPrinted(column));

function readAnswer(row: GridRow, table: Table): ReadAnswer | undefined {
  const [, place = 0] = [...table.at].find(([{ key }]) => key === 'id') ?? [];
  const printed = plain(row.said(place)).replace(/\s/g, '');
  const isHelp = printed === HELP_ROW.id;
  const cells = written(table).map(([{ key, heading }, column]) => {
    const cell = row.said(column);
    const found = key === 'note' ? textSeen(cell, isHelp ? LONGEST_TROUBLE : LONGEST_NOTE) : valueSeen(cell);
    return { key, heading, found };
  });
  const said = Object.fromEntries(
    cells.flatMap(({ key, found }) => (typeof found === 'string' && found !== '' ? [[key, found] as const] : [])),
  );
  const troubles = cells.flatMap(({ heading, found }) =>
    typeof found === 'string' ? [] : [`${heading}: ${found.problem}。${found.remedy}`],
  );
  if (printed === '' && troubles.length === 0 && isBlank(said)) return undefined;
  return { row: row.number, id: isHelp ? printed : printed.toUpperCase(), said, troubles };
}

const isUnreadable = ({ kind }: CellSaid): boolean => kind === 'broken' || kind === 'unclear';
const WRITE_AGAIN = '値を書き直してください';

/** What a cell for a value, a word or a mark says; or why nobody can tell. */
function valueSeen(cell: CellSaid): string | Problem {
  if (isUnreadable(cell)) return unreadable(cell, WRITE_AGAIN);
  if (cell.kind === 'flag') return cell.flag ? '○' : '';
  if (cell.kind !== 'moment') return plain(cell);
  return problem(`「${plain(cell)}」は日付になっています`, '数字か、一覧の言葉を書いてください');
}

function textSeen(cell: CellSaid, longest: number): string | Problem {
  if (isUnreadable(cell)) return unreadable(cell, WRITE_AGAIN);
  const said = cell.kind === 'text' ? (cell.lines ?? cell.text) : plain(cell);
  return said.length > longest ? problem(`${said.length}字あります`, `${longest}字までにしてください`) : said;
}

type Judging = { readonly known: ReadonlySet<string>; readonly repeated: ReadonlySet<string>; readonly table: Table };

function faultsOf({ row, id, said, troubles }: ReadAnswer, { known, repeated, table }: Judging): readonly RowFault[] {
  const say = (instead: string) => faultIn(table, row, instead);
  if (id === '') return [say('番号が空です。書き出したときの番号（例: K0-03）を書いてください')];
  if (repeated.has(id)) return [say(`番号「${id}」の行が2つ以上あります。要らないほうの行を消してください`)];
  if (!known.has(id))
    return isBlank(said)
      ? []
      : [say(`番号「${id.slice(0, 20)}」は、この回答表にありません。書き出したときの番号に戻してください`)];
  return troubles.map(say);
}

type Head = Pick<ReturnedAnswers, 'answeredBy' | 'answeredOn' | 'faults'>;

/** Who answered and when, above the headings: a name or a day that cannot be read is said, and the answers go on. */
function headOf(
  table: Table,
  to: AnswersToRead,
): { readonly faults: readonly RowFault[]; readonly said: Omit<Head, 'faults'> } {
  const [who, on] = [besideLabel(table.above, '回答した方'), besideLabel(table.above, '回答した日')];
  const by = who && answererIn(who.cell, to);
  const day = on && answeredOnIn(on.cell, to);
  return {
    faults: [
      ...(who && by && 'instead' in by ? [faultIn(table, who.row, `回答した方: ${by.instead}`)] : []),
      ...(on && day && 'instead' in day ? [faultIn(table, on.row, `回答した日: ${day.instead}`)] : []),
    ],
    said: {
      ...(by && 'id' in by ? { answeredBy: by.id } : {}),
      ...(day && 'day' in day ? { answeredOn: day.day } : {}),
    },
  };
}

function answererIn(cell: CellSaid, { officers }: AnswersToRead) {
  const said = plain(cell);
  if (said === '') return undefined;
  const [found, other] = officers.filter(({ name }) => plainName(name) === plainName(said));
  if (found && !other) return { id: found.id };
  return {
    instead: `「${said.slice(0, 20)}」は、この市町村の名簿にありません。名簿のお名前にするか、空欄にしてください`,
  };
}

function answeredOnIn(cell: CellSaid, { today }: AnswersToRead) {
  if (cell.kind === 'nothing') return undefined;
  const read = dayCell.read(cell, { fiscalYear: undefined, places: undefined });
  if ('problem' in read) return { instead: `${read.problem}。${read.remedy}` };
  return read.value > today ? { instead: '今日よりあとの日です。回答した日を書き直してください' } : { day: read.value };
}

/** The first cell to the right of a label that is no label itself. */
function besideLabel(above: readonly GridRow[], label: string) {
  for (const row of above)
    for (let column = 1; column <= answerColumns.length + 2; column++)
      if (plain(row.said(column)).startsWith(label)) return { row: row.number, cell: firstBehind(row, column) };
  return undefined;
}

function firstBehind(row: GridRow, column: number): CellSaid {
  for (let at = column + 1; at <= answerColumns.length + 2; at++) {
    const cell = row.said(at);
    if (cell.kind === 'nothing') continue;
    return /^回答した/.test(plain(cell)) ? { kind: 'nothing' } : cell;
  }
  return { kind: 'nothing' };
}

function formulaNotes(table: Table, number: number): readonly string[] {
  const row = table.rows.find((one) => one.number === number);
  return written(table)
    .filter(([, place]) => row?.isFormula(place))
    .map(([{ heading }]) => `${number}行目「${heading}」は、数式の結果を値として読みました。`);
}
