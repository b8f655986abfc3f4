import { fiscalYearName, fullDate } from '../day.ts';
import { thousandsText } from './cost.ts';
import { type InitiativeContent, InitiativeSpan } from './initiative.ts';
import { type RoadmapColumn, roadmapColumns } from './roadmap-columns.ts';

/** The parts in which an initiative is filled in by chat. */
export const initiativePartNames = {
  content: '取組の内容',
  when: '時期・優先度',
  who: '担当・人材・連携',
  money: '予算・財源',
  decision: '前提・庁内決定',
} as const;
export type InitiativePart = keyof typeof initiativePartNames;

type Key = keyof InitiativeContent;

/** What a chat calls each part of an initiative, by the name of its input, in the order of the form. */
export const initiativeFields = [
  { name: 'title', key: 'name', part: 'content' },
  { name: 'priorityItem', key: 'item', part: 'content' },
  { name: 'problem', key: 'problem', part: 'content' },
  { name: 'plan', key: 'plan', part: 'content' },
  { name: 'goal', key: 'goal', part: 'content' },
  { name: 'kpis', key: 'kpis', part: 'content' },
  { name: 'quarter', key: 'spans', part: 'when' },
  { name: 'sorted', key: 'sorted', part: 'when' },
  { name: 'priority', key: 'priority', part: 'when' },
  { name: 'department', key: 'department', part: 'who' },
  { name: 'others', key: 'others', part: 'who' },
  { name: 'people', key: 'people', part: 'who' },
  { name: 'shared', key: 'shared', part: 'who' },
  { name: 'cost', key: 'initialCost', part: 'money' },
  { name: 'running', key: 'runningCost', part: 'money' },
  { name: 'demand', key: 'request', part: 'money' },
  { name: 'funding', key: 'fundings', part: 'money' },
  { name: 'premises', key: 'premises', part: 'decision' },
  { name: 'day', key: 'decidedOn', part: 'decision' },
  { name: 'council', key: 'decidedAt', part: 'decision' },
] as const satisfies readonly { readonly name: string; readonly key: Key; readonly part: InitiativePart }[];

export type FilledField = (typeof initiativeFields)[number];
export type InitiativeFieldName = FilledField['name'];

export const fieldsOfPart = (part: InitiativePart): readonly FilledField[] =>
  initiativeFields.filter((field) => field.part === part);

/** When it is worked on is six columns of the Excel 工程表 and one field of a form. */
const SPANS_LABEL = '取り組む時期';

export function columnOf(key: Key | InitiativeSpan, year: number): RoadmapColumn {
  const found = roadmapColumns(year).find((column) => column.key === key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
}

export const fieldLabel = ({ key }: Pick<FilledField, 'key'>, year: number): string =>
  key === 'spans' ? SPANS_LABEL : columnOf(key, year).heading;

/** What an initiative says of one field, as people read it; empty where it says nothing. */
export function fieldText(content: InitiativeContent, { key }: Pick<FilledField, 'key'>, year: number): string {
  if (key === 'spans') return spansText(content.spans, year);
  if (key === 'decidedOn') return content.decidedOn === undefined ? '' : fullDate(content.decidedOn);
  const value = columnOf(key, year).cell({ id: '', versions: [{ number: 0, content }] });
  return typeof value === 'number'
    ? thousandsText(value)
    : (value ?? '').replaceAll('\n', key === 'kpis' || key === 'fundings' ? '、' : '\n');
}

/** 令和7年度 第1・2四半期、令和8年度 */
export function spansText(spans: readonly InitiativeSpan[], year: number): string {
  const own = InitiativeSpan.options.filter((span) => spans.includes(span));
  const quarters = own.flatMap((span) =>
    ['q1', 'q2', 'q3', 'q4'].flatMap((each, at) => (each === span ? [at + 1] : [])),
  );
  const years = own.filter((span) => span === 'second' || span === 'third').map((span) => columnOf(span, year).heading);
  const first = quarters.length > 0 ? [`${fiscalYearName(year)} 第${quarters.join('・')}四半期`] : [];
  return [...first, ...years].join('、');
}
