import type { CommandName } from '../programme/asks.ts';
import type { InputMeta } from '../programme/input-meta.ts';
import type { Command } from './command.ts';
import { inputsOf } from './inputs/fields.ts';
import type { Content } from './inputs/spoken.ts';
import type { Lexicon } from './understand/names/lexicon.ts';
import { lexiconFor, type Meaning } from './understand/names/words.ts';

/** Everything that follows from the list of commands; nothing else is known of any of them. */
export type Registry = {
  readonly commands: readonly Command[];
  /** The names of the programme and the words of every command. */
  readonly words: Lexicon<Meaning>;
  find(name: string): Command | undefined;
  /** The command that is typed with this as its word, in one width and lower case. */
  typedAs(word: string): Command | undefined;
  /** Whether an ask changes anything once it is complete. */
  writes(name: string, input: Readonly<Record<string, unknown>>): boolean;
  /** The command that content alone means. @throws where none of the list says so */
  means(content: Content): CommandName;
  /** Whether content of one of these kinds alone means the command. */
  isMeantBy(name: string, ...contents: readonly Content[]): boolean;
  /** Whether it reports a stage, a value, or several of them. */
  reports(name: string): boolean;
  /** What people most often come for, the likeliest first. */
  usual(whom: keyof Exclude<Command['usualFor'], 'nobody'>): readonly CommandName[];
  /** The label of an input, whichever command has it. */
  inputNamed(name: string): InputMeta | undefined;
};

const known = new WeakMap<readonly Command[], Registry>();

/** Made once for each list. */
export function registryOf(commands: readonly Command[]): Registry {
  const last = known.get(commands);
  if (last) return last;
  const registry = made(commands);
  known.set(commands, registry);
  return registry;
}

const inOneWidth = (said: string): string => said.normalize('NFKC').toLowerCase();

function made(commands: readonly Command[]): Registry {
  const byName = new Map<string, Command>(commands.map((command) => [command.name, command]));
  const find = (name: string) => byName.get(name);
  const typed = commands.filter(({ typed: how }) => how !== undefined);
  // Of two that share a word the first has it.
  const byWord = new Map(
    typed.flatMap((command) => command.says.map((said) => [inOneWidth(said), command] as const)).toReversed(),
  );
  const isMeantBy = (name: string, ...contents: readonly Content[]): boolean =>
    find(name)?.spoken?.alone?.some((content) => contents.includes(content)) ?? false;
  const labels = new Map(commands.flatMap(inputsOf).map(({ name, meta }) => [name, meta]));
  return {
    commands,
    words: lexiconFor(commands),
    find,
    typedAs: (word) => byWord.get(word),
    writes(name, input) {
      const rule = find(name)?.writes ?? false;
      return typeof rule === 'boolean' ? rule : rule.some((each) => input[each] !== undefined);
    },
    means(content) {
      const command = commands.find(({ name }) => isMeantBy(name, content));
      if (!command) throw new Error(`no command is meant by ${content} alone`);
      return command.name;
    },
    isMeantBy,
    reports: (name) => isMeantBy(name, 'stage', 'value', 'several'),
    usual: (whom) =>
      commands
        .flatMap(({ name, usualFor }) => {
          const order = usualFor === 'nobody' ? undefined : usualFor[whom];
          return order === undefined ? [] : [{ name, order }];
        })
        .toSorted((a, b) => a.order - b.order)
        .map(({ name }) => name),
    inputNamed: (name) => labels.get(name),
  };
}
