import { fullDate } from '../day.ts';
import { shippedFundings } from '../funding-list.ts';
import { thousandsText } from '../initiatives/cost.ts';
import { currentInitiative, type Initiative, InitiativeSpan } from '../initiatives/initiative.ts';
import { columnOf } from '../initiatives/initiative-field.ts';
import type { Municipality } from '../municipality.ts';
import type { FigureRecord, ReportBlock, ReportCell, ReportRow } from './figure.ts';

const NOT_WRITTEN = '未記入';
/** In which quarter or year something is done. */
const DONE_THEN = '○';

export const fundingCalled = (id: string): string =>
  `${id} ${shippedFundings.find((funding) => funding.id === id)?.name ?? ''}`.trim();

/** A row of the 工程表 as a record of its own. */
export const recordOfInitiative = (initiative: Initiative): FigureRecord => {
  const { id, municipality } = initiative;
  return { kind: 'initiatives', id, municipality, version: currentInitiative(initiative).number };
};

/** 工程表 of a municipality as it is handed over: a row for each 取組, and a mark in each quarter and year it is worked on. */
export function initiativesBlock(
  { name }: Pick<Municipality, 'name'>,
  year: number,
  own: readonly Initiative[],
): ReportBlock {
  const quarters = ['1', '2', '3', '4'].map((quarter) => `第${quarter}`);
  const years = (['second', 'third'] as const).map((span) => columnOf(span, year).heading.replace('令和', ''));
  return {
    heading: '工程表',
    table: {
      head: ['取組', '主担当課', ...quarters, ...years, '初期費用', '経常費用（年）', '財源', '庁内決定日'],
      shares: [16, 8, 4, 4, 4, 4, 5, 5, 10, 10, 8, 12],
      rows: own.map((initiative) => initiativeRow(initiative, name)),
    },
    ...(own.length > 0
      ? {
          note: `第1〜第4は${columnOf('q1', year).heading.replace(/ .*/, '')}の四半期です。財源は番号で示します。全文は別添の「工程表」、財源の名称は「6 人材・財源」にあります。`,
        }
      : {}),
  };
}

function initiativeRow(initiative: Initiative, town: string): ReportRow {
  const { content } = currentInitiative(initiative);
  const record = recordOfInitiative(initiative);
  const records = [record];
  const cost = (what: string, said: string, value: number | undefined): ReportCell =>
    value === undefined
      ? NOT_WRITTEN
      : {
          key: `${what}/${initiative.id}`,
          what: `${town} ${content.name} ${said}`,
          text: thousandsText(value),
          value,
          records,
        };
  return {
    municipality: initiative.municipality,
    record,
    cells: [
      content.name,
      content.department || NOT_WRITTEN,
      ...InitiativeSpan.options.map((span) => (content.spans.includes(span) ? DONE_THEN : '')),
      cost('initial', '初期費用', content.initialCost),
      cost('running', '経常費用', content.runningCost),
      content.fundings.join('、') || NOT_WRITTEN,
      content.decidedOn
        ? {
            key: `decided/${initiative.id}`,
            what: `${town} ${content.name} 庁内決定日`,
            text: fullDate(content.decidedOn),
            records: [{ ...record, day: content.decidedOn }],
          }
        : '未決定',
    ],
  };
}
