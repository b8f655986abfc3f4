import { ask, type CommandName } from '../programme/asks.ts';
import { findItem, findKpi, findStep } from '../programme/catalogue.ts';
import { type Day, fullDate } from '../programme/day.ts';
import { stageName } from '../programme/item-record.ts';
import { readingOf, readingText } from '../programme/kpi-value.ts';
import { weekName } from '../programme/week.ts';
import type { Ask, Button } from './card.ts';

type Input = Ask['input'];

/** What a sentence was read as, in words: the same wherever a person is asked whether it was meant. */
export function understoodFacts(
  input: Input,
  townName: (code: string) => string,
): readonly (readonly [string, string])[] {
  const facts: (readonly [string, string])[] = [];
  const add = (label: string, value: string | undefined) => {
    if (value !== undefined && value !== '') facts.push([label, value]);
  };
  add('市町村', text(input['municipality'], townName));
  add(
    'ステップ',
    text(input['step'], (id) => findStep(id)?.name),
  );
  add(
    '項目',
    text(input['item'], (id) => `${id} ${findItem(id)?.short ?? ''}`),
  );
  add(
    'KPI',
    text(input['kpi'], (id) => `${id} ${findKpi(id)?.name ?? ''}`),
  );
  add('段階', text(input['stage'], stageName));
  add('値', valueText(input));
  add('対象週', text(input['week'], weekName));
  add(
    '会議',
    text(input['meeting'], (said) => (isDay(said) ? fullDate(said) : said)),
  );
  for (const [name, label] of [
    ['day', '日付'],
    ['from', '初日'],
    ['until', '最終日'],
  ] as const)
    add(
      label,
      text(input[name], (said) => (isDay(said) ? fullDate(said) : undefined)),
    );
  for (const [name, label] of [
    ['substitute', '代理'],
    ['evidence', '根拠'],
    ['note', 'ひとこと'],
    ['text', '内容'],
    ['reason', '理由'],
  ] as const)
    add(
      label,
      text(input[name], (said) => said),
    );
  return [...facts, ...rowFacts(input)];
}

function valueText({ kpi: id, value, numerator, denominator }: Input): string | undefined {
  const kpi = typeof id === 'string' ? findKpi(id) : undefined;
  if (kpi && [value, numerator, denominator].some((each) => typeof each === 'number')) {
    const reading = readingOf(kpi, {
      value: number(value),
      numerator: number(numerator),
      denominator: number(denominator),
    });
    if (typeof reading !== 'string') return readingText(kpi, reading);
  }
  if (typeof numerator === 'number') return `${numerator}/${String(denominator ?? '')}`;
  return value === undefined ? undefined : String(value);
}

/** Several at once: a line each. */
function rowFacts({ answers, stages }: Input): (readonly [string, string])[] {
  const rows = (value: unknown) => Object.entries((value ?? {}) as Record<string, Record<string, string>>);
  return [
    ...rows(answers).map(([id, row]) => {
      const said = valueText({
        kpi: id,
        value: Number(row['value'] ?? Number.NaN),
        ...(row['numerator'] === undefined
          ? {}
          : { value: undefined, numerator: Number(row['numerator']), denominator: Number(row['denominator']) }),
      });
      return [`${id} ${findKpi(id)?.name ?? ''}`, said ?? ''] as const;
    }),
    ...rows(stages).map(([id, row]) => [`${id} ${findItem(id)?.short ?? ''}`, stageName(row['stage'] ?? '')] as const),
  ];
}

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const isDay = (said: string): said is Day => /^\d{4}-\d\d-\d\d$/.test(said);
const text = (value: unknown, say: (value: string) => string | undefined) =>
  typeof value === 'string' ? say(value) : undefined;

/** What was not meant is left as it is. */
export const never: Button = { label: 'やめる', ask: ask('never-mind') };

/** Where somebody looks instead, when what they said was not a report. */
export function viewButton(command: CommandName, input: Input): Button | undefined {
  const { municipality, item, kpi } = input as Record<string, string | undefined>;
  if (command === 'report-item' && item) return { label: '項目を見る', ask: ask('show-item', { municipality, item }) };
  if (command === 'report-kpi' && kpi) return { label: '履歴を見る', ask: ask('show-history', { municipality, kpi }) };
  return undefined;
}
