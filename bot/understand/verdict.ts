import type { CommandName } from '../../programme/asks.ts';
import { Refusal } from '../../programme/refusal.ts';
import type { Command, Turn, TurnStart } from '../command.ts';
import { aboutMunicipality } from '../municipality.ts';
import type { Reading } from './reading.ts';

/** What a sentence comes to, before anything is done. */
export type Verdict = {
  readonly command: CommandName;
  readonly input: Readonly<Record<string, unknown>>;
  /** False when it would ask back or ask for confirmation. */
  readonly sure: boolean;
  /** The inputs it would ask for. */
  readonly ask: readonly string[];
};

/** Follows a reading as far as it goes without doing it. */
export async function verdictOn(reading: Reading, commands: readonly Command[], turn: TurnStart): Promise<Verdict> {
  const { command: name, input, options, which, doubt, unknown, none } = reading;
  const command = commands.find((each) => each.name === name);
  if (!command || unknown || (none && !options) || (options && which === undefined))
    return { command: name, input, sure: false, ask: [] };
  const missing = await missingOf(command, reading, turn);
  const ask = [...new Set([...(options && which ? [which] : []), ...missing])].filter(
    (each) => each !== 'municipality' || !options || which === 'municipality' || missing.includes(each),
  );
  const sure =
    doubt === undefined && options === undefined && ask.length === 0 && !(await isConfirmed(command, reading, turn));
  return { command: name, input, sure, ask };
}

async function missingOf(command: Command, { input, which }: Reading, turn: TurnStart): Promise<readonly string[]> {
  const parsed = command.input.safeParse(input);
  const troubles = parsed.success
    ? (command.check?.(parsed.data) ?? []).map((trouble) => trouble.input)
    : parsed.error.issues.map(({ path }) => String(path[0]));
  const place = which !== 'municipality' && (await asksWhere(command, input, turn)) ? ['municipality'] : [];
  const unclear = await refusedIs<readonly string[]>([], async () => (await command.unclear?.(input, turn)) ?? []);
  return [...place, ...troubles, ...unclear];
}

async function asksWhere(command: Command, input: Reading['input'], turn: TurnStart): Promise<boolean> {
  if (command.about !== 'municipality') return false;
  return refusedIs(
    false,
    async () => (await aboutMunicipality(command, { command: command.name, input }, turn)).card !== undefined,
  );
}

async function isConfirmed(command: Command, { input }: Reading, turn: TurnStart): Promise<boolean> {
  if (!command.confirm || command.about !== 'municipality') return false;
  return refusedIs(false, async () => {
    const { municipality } = await aboutMunicipality(command, { command: command.name, input }, turn);
    const asked = municipality && { ...input, municipality: municipality.code };
    // Confirming looks only; it is given no way to write.
    return (
      municipality !== undefined &&
      (await command.confirm?.(command.input.parse(asked), { ...turn, municipality } as unknown as Turn)) !== undefined
    );
  });
}

/** Looks further, or says `instead` where that is refused: what is refused is neither asked about nor confirmed. */
async function refusedIs<T>(instead: T, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Refusal) return instead;
    throw error;
  }
}
