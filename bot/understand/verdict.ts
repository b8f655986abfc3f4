import type { CommandName } from '../../programme/asks.ts';
import type { Command } from '../command.ts';
import { type Decision, decide } from '../decide.ts';
import type { TurnStart } from '../turn.ts';
import type { Reading } from './parts/reading.ts';

/** What a sentence comes to, before anything is done. */
export type Verdict = {
  readonly command: CommandName;
  readonly input: Readonly<Record<string, unknown>>;
  /** False when it would refuse, ask back or ask for confirmation. */
  readonly sure: boolean;
  /** The inputs it would ask for. */
  readonly ask: readonly string[];
};

/** Follows a reading as far as it goes without doing it. */
export async function verdictOn(reading: Reading, commands: readonly Command[], turn: TurnStart): Promise<Verdict> {
  const { command, input, options, which, doubt, unknown, none } = reading;
  if (unknown || (none && !options) || (options && which === undefined))
    return { command, input, sure: false, ask: [] };
  const decision = await decide({ command, input }, commands, turn);
  const asks = decision.kind === 'question' ? decision.asks : decision.kind === 'ready' ? decision.comesBack : [];
  const ask = [...new Set([...(options && which ? [which] : []), ...asks])];
  const sure = doubt === undefined && options === undefined && decision.kind === 'ready' && ask.length === 0;
  return { ...whatIsDone(decision, { command, input }), sure, ask };
}

/** What is asked for instead, where no municipality was named, is what is really run. */
function whatIsDone(decision: Decision, read: Pick<Verdict, 'command' | 'input'>): Pick<Verdict, 'command' | 'input'> {
  if (!('command' in decision) || decision.command.name === read.command) return read;
  return { command: decision.command.name, input: decision.input as Verdict['input'] };
}
