import type { Ask } from '../../../cards/card.ts';
import type { CommandName } from '../../../programme/asks.ts';
import type { Doubt } from '../../inputs/spoken.ts';
import type { Registry } from '../../registry.ts';

/** One of several things a sentence can mean. */
export type Option = { readonly label: string; readonly input: Ask['input']; readonly command?: CommandName };

/** What a sentence was read as. Without doubt and options it is done as asked. */
export type Reading = {
  readonly command: CommandName;
  readonly input: Readonly<Record<string, unknown>>;
  /** Why it is not simply done: it is shown instead, with a button that does it. */
  readonly doubt?: Doubt | undefined;
  /** Why it would not simply be done, were it not incomplete: what it lacks is asked for first. */
  readonly unsure?: Doubt | undefined;
  /** Which of these is meant has to be said; `which` names the input they decide, none when it is the command. */
  readonly options?: readonly Option[] | undefined;
  readonly which?: string | undefined;
  /** The options are guesses at a word nobody knows. */
  readonly guess?: true | undefined;
  /** An id that was said and that nothing has; the options are near it. */
  readonly none?: string | undefined;
  /** Nothing in it is known: what is most likely wanted is offered. */
  readonly unknown?: true;
  /** What was changed on the way from words to values, for the person to see. */
  readonly notes: readonly string[];
};

/** Nothing in a sentence is known. */
export const unknown = ({ means }: Registry): Reading => ({
  command: means('nothing'),
  input: {},
  unknown: true,
  notes: [],
});

/** What is on record of the item or the KPI that a report is about. */
export function viewInstead(
  { command, input: { municipality, year, item, kpi } }: Pick<Reading, 'command' | 'input'>,
  { isMeantBy, means }: Registry,
): Pick<Reading, 'command' | 'input'> | undefined {
  const place = { ...(municipality !== undefined && { municipality }), ...(year !== undefined && { year }) };
  if (isMeantBy(command, 'stage') && item !== undefined) return { command: means('item'), input: { ...place, item } };
  if (isMeantBy(command, 'value') && kpi !== undefined) return { command: means('kpi'), input: { ...place, kpi } };
  return undefined;
}
