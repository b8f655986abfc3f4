import { InitiativeSpan } from '../../programme/initiatives/initiative.ts';
import type { ReturnedRoadmap } from '../../programme/initiatives/returned-roadmap.ts';
import type { RowFault } from '../../programme/taken-file.ts';
import { type Problem, problem } from '../workbook/fault.ts';
import { faultIn, repeatedIn, returnedTable, tooManyRows } from '../workbook/returned-table.ts';
import { isEmptied, type ReadRow, type RoadmapToRead, readRow } from './read-roadmap-row.ts';

const ANEW = '「工程表 Excel」で書き出し直した表に書いて、送ってください';
const REPEATED = '同じ取組IDの行が2つ以上あります。写して作った新しい行は、右端の隠した列の取組IDを空にしてください';

export type RoadmapRead = Pick<ReturnedRoadmap, 'sheet' | 'rows' | 'lacking' | 'unread' | 'faults' | 'notes'>;

/** Reads a 工程表 that came back. A row with a fault is left out whole and said; throws for nothing that is in the file. */
export async function readRoadmap(bytes: Uint8Array, to: RoadmapToRead): Promise<RoadmapRead | Problem> {
  const table = await returnedTable(bytes, { name: '工程表', columns: to.columns, anew: ANEW });
  if ('problem' in table) return table;
  const { at, gone } = table;
  if (to.exported.size > 0 && gone.some(({ key }) => key === 'id'))
    return problem('取組IDの列（隠した列）がありません', ANEW);
  const body = table.rows.filter((row) => !isEmptied(row, at));
  const tooMany = tooManyRows(body.length, ANEW);
  if (tooMany) return tooMany;
  const read = body.map((row) => readRow(row, at, to));
  const repeated = repeatedIn(read);
  const isRepeated = ({ id }: ReadRow) => id !== undefined && repeated.has(id);
  const isBad = (one: ReadRow) => one.troubles.length > 0 || isRepeated(one);
  const faults: readonly RowFault[] = [
    ...read.flatMap(({ row, troubles }) => troubles.map((instead) => faultIn(table, row, instead))),
    ...read.filter(isRepeated).map(({ row }) => faultIn(table, row, REPEATED)),
  ];
  return {
    sheet: table.sheet,
    rows: read
      .filter((one) => !isBad(one))
      .map(({ row, id, said }) => ({ row, ...(id === undefined ? {} : { id }), said })),
    lacking: InitiativeSpan.options.filter((span) => ![...at.keys()].some(({ key }) => key === span)),
    unread: read.filter(isBad).flatMap(({ id }) => id ?? []),
    faults: [...faults],
    notes: [
      ...gone
        .filter(({ key }) => key !== 'id' && key !== 'version')
        .map(({ heading }) => `「${heading}」の列がないため、そこは変えません。`),
      ...table.notes,
      ...read.flatMap((one) => one.notes),
    ],
  };
}
