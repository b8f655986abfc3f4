import type { Command } from '../../command.ts';
import type { Doubt } from '../../inputs/spoken.ts';
import type { Registry } from '../../registry.ts';
import type { Reading } from '../parts/reading.ts';

/** What lacks something is asked for anyway: nothing is written before a person has seen it. */
export function isComplete(command: Command, { command: name, input }: Pick<Reading, 'command' | 'input'>): boolean {
  if (name !== command.name) return true;
  const parsed = command.input.safeParse(input);
  return parsed.success && (command.check?.(parsed.data) ?? []).length === 0;
}

const REPORTED: readonly string[] = ['stage', 'value', 'numerator', 'denominator'];
/** What was only left over speaks against nothing that was said. */
const SAID_ANYWAY: readonly (Doubt | undefined)[] = [undefined, 'unread', 'unused', 'together'];

/** 来月完了予定: of which item is asked, and whoever answers that has not said that it is done. */
export function withoutDoubtful({ doubt, ...said }: Reading, { reports }: Registry): Reading {
  const reading = SAID_ANYWAY.includes(doubt) ? said : { ...said, unsure: doubt };
  const isSaid = SAID_ANYWAY.includes(doubt) || !REPORTED.some((name) => reading.input[name] !== undefined);
  if (isSaid || !reports(reading.command)) return reading;
  const kept = Object.entries(reading.input).filter(([name]) => !REPORTED.includes(name));
  return { ...reading, input: Object.fromEntries(kept), notes: [...reading.notes, NOT_TAKEN] };
}

const NOT_TAKEN = '予定や打ち消しのように読めるため、段階や値は入れていません。今の内容を教えてください。';

/** A word nobody can read stands for the number that is missing, so that the person is told it is not one. */
export function wordForNumber(
  reading: Reading,
  wanted: readonly Command[],
  unread: readonly string[],
  { isMeantBy }: Registry,
): Reading {
  const word = unread.find((each) => each !== '');
  const { value, numerator, kpi } = reading.input;
  const lacks =
    isMeantBy(reading.command, 'value') && kpi !== undefined && value === undefined && numerator === undefined;
  const isWanted = wanted.some(({ name }) => name === reading.command);
  if (!lacks || !isWanted || word === undefined || !/^\D+$/.test(word)) return reading;
  return { ...reading, input: { ...reading.input, value: word.slice(0, 40) } };
}
