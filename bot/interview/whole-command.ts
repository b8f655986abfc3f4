import { may } from '../../programme/may.ts';
import type { Command } from '../command.ts';
import { inputsOf } from '../inputs/fields.ts';
import { registryOf } from '../registry.ts';
import type { TurnStart } from '../turn.ts';
import { calledIn } from '../understand/asks/called.ts';
import { wordsOf } from '../understand/asks/typed.ts';
import type { Reading } from '../understand/parts/reading.ts';
import { understand } from '../understand/understand.ts';
import { commandSaid, saysNothingElse } from './aside.ts';
import { isPastedTable } from './pasted.ts';

/** What is also a whole command, with the word it is called by. */
export type WholeCommand = {
  readonly reading: Reading;
  readonly word: string;
  /** It can be nothing else: its own word in front, all of the rest of use to it, and it only shows something. */
  readonly isPlain: boolean;
};

/** A text longer than this is none, whatever it begins with. */
const LONGEST = 80;

/**
 * What was said to a question for a text where it is, from its first word to its last, how a command is typed or asked
 * for that this person may use. A text that only holds such a word is a text.
 */
export async function wholeCommand(
  text: string,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<WholeCommand | undefined> {
  if (text.length > LONGEST || text.trim().includes('\n')) return undefined;
  const named = commandNamed(text, commands, turn);
  const reading = named && (await understand(text, commands, turn));
  const command = commands.find(({ name }) => name === reading?.command);
  if (!named || !reading || !command || !isCertain(reading, named)) return undefined;
  if (!may(turn.who, command.needs, undefined, turn.room.audience) || isRather(text, reading, command))
    return undefined;
  // 進捗 なし is no more than 進捗 to a command that looks something up, and may well be an answer; KPI Excel is more.
  const isRead = command.typed !== undefined || named.by === 'verb' || (await saysNothingElse(text, commands, turn));
  if (!isRead && (await isNoMoreThanItsWord(text, reading, commands, turn))) return undefined;
  const isShown = isRead && !isWritten(reading, command) && !registryOf(commands).writes(command.name, reading.input);
  return {
    reading: { ...reading, doubt: undefined },
    word: command.says[0],
    isPlain: isShown && named.by === 'first word' && named.command === command,
  };
}

/** Values of several KPIs, a line each, which this person may report: a text may hold them too. */
export async function pastedReports(
  text: string,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<WholeCommand | undefined> {
  if (!isPastedTable(text)) return undefined;
  const reading = await understand(text, commands, turn);
  const { find, reports } = registryOf(commands);
  const command = find(reading.command);
  if (!command || reading.unknown || reading.options || !reports(command.name)) return undefined;
  if (!may(turn.who, command.needs, undefined, turn.room.audience)) return undefined;
  return { reading: { ...reading, doubt: undefined }, word: command.says[0], isPlain: false };
}

/** What takes any words can be told from a text by nothing but the word in front. */
const TEXTS: readonly string[] = ['text', 'meeting'];

const isWritten = ({ input }: Reading, command: Command): boolean =>
  inputsOf(command).some(({ name, meta }) => input[name] !== undefined && TEXTS.includes(meta.reads));

/** 研修 来月から 始める: many words that would be a title or a name are rather a text. */
const isRather = (text: string, reading: Reading, command: Command): boolean =>
  command.typed !== 'free' && wordsOf(text).length > 2 && isWritten(reading, command);

async function isNoMoreThanItsWord(
  text: string,
  { command, input }: Reading,
  ...where: [readonly Command[], TurnStart]
) {
  const alone = await understand(wordsOf(text)[0] ?? '', ...where);
  return alone.command === command && Object.keys(alone.input).length === Object.keys(input).length;
}

type Named = { readonly command: Command; readonly by: 'first word' | 'last word' | 'verb' };

/** Of no doubt; 取消したい is asked about anyway. */
const isCertain = ({ command, doubt, options, unknown, notes }: Reading, named: Named): boolean =>
  !options &&
  !unknown &&
  notes.length === 0 &&
  (doubt === undefined || (doubt === 'plan' && named.by === 'verb' && named.command.name === command));

function commandNamed(text: string, commands: readonly Command[], turn: TurnStart): Named | undefined {
  const said = wordsOf(text);
  const [first, last] = [said[0], said.at(-1)].map((word = '') => commandSaid(word, commands));
  if (first) return { command: first, by: 'first word' };
  if (last && last.typed !== 'free') return { command: last, by: 'last word' };
  const called = calledIn(text, registryOf(commands), turn).find(({ rest }) => rest === '');
  return called && { command: called.command, by: 'verb' };
}
