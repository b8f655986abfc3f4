import { type Ask, type Button, type Card, text } from '../../cards/card.ts';
import { doubtfulCard } from '../../cards/doubtful.ts';
import { excerpt } from '../../cards/excerpt.ts';
import { suggestionsCard } from '../../cards/guide/suggestions.ts';
import { questionFor } from '../../cards/question.ts';
import { understoodFacts } from '../../cards/understood.ts';
import { whichCard } from '../../cards/which.ts';
import { may } from '../../programme/may.ts';
import { Refusal } from '../../programme/refusal.ts';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { inputsOf } from '../inputs/fields.ts';
import { smallTalk } from '../inputs/small-talk.ts';
import type { Doubt } from '../inputs/spoken.ts';
import { type Registry, registryOf } from '../registry.ts';
import type { TurnStart } from '../turn.ts';
import { reviewed } from './doubt/reviewed.ts';
import { namedMunicipalities } from './names/municipality-names.ts';
import { type Reading, viewInstead } from './parts/reading.ts';
import { smallTalkIn, topicIn } from './small-talk.ts';
import { suggested } from './suggest.ts';
import { understand } from './understand.ts';

/** What to do about a sentence: show this, or do that and say how it was read. */
export type Heard =
  | { readonly card: Card; readonly ask?: undefined }
  | { readonly ask: Ask; readonly notes: readonly string[]; readonly card?: undefined };

/** How much of what was said is shown again. */
const SHOWN = 40;
/** More than this no product's button carries: it is asked to be typed with its command's word in front. */
const BUTTON_HOLDS = 800;
const reasons: Readonly<Record<Doubt, string>> = {
  question: 'おたずねのように読めるため、',
  negation: '打ち消しの言葉があるため、',
  condition: '条件のように読めるため、',
  hearsay: '伝聞のように読めるため、',
  plan: '予定や見込みのように読めるため、',
  elsewhere: '今週の実績ではないように読めるため、',
  unread: '読み取れない言葉があるため、',
  unused: '一緒に書かれたことの中に使えないものがあるため、',
  several: '読み取り方がいくつかあるため、',
  together: 'いくつかの報告をまとめて読み取ったため、',
};

/**
 * Reads a sentence; what is not certain becomes a card that asks, and writes nothing.
 * @throws Refusal when it is about an item, a KPI or a meeting that there is not
 */
export async function hear(said: string, commands: readonly Command[], turn: TurnStart): Promise<Heard> {
  const reading = await understand(said, commands, turn);
  const talk = reading.unknown && (smallTalkIn(said) ?? topicIn(said));
  if (talk) return { card: await smallTalk(talk, said, commands, turn) };
  if (reading.unknown) return { card: suggestionsCard(shown(said), (await likely(said, commands, turn)).map(topicOf)) };
  const command = commands.find(({ name }) => name === reading.command);
  const ask = { command: reading.command, input: reading.input };
  // Who may not do it is told so by whoever does it, and not asked first.
  if (!command || !may(turn.who, command.needs, undefined, turn.room.audience)) return { ask, notes: [] };
  if (reading.none && !reading.options) throw Refusal.because(noSuch(reading.none), { said: reading.none });
  if (!reading.options && reading.doubt === undefined) return { ask, notes: reading.notes };
  return { card: await askedBack(said, reading, command, { turn, registry: registryOf(commands) }) };
}

const noSuch = (id: string) => (/^K/.test(id) ? 'no-such-kpi' : 'no-such-item');

/** What a sentence may mean, to be pressed, or to be looked over and sent. */
async function askedBack(
  said: string,
  reading: Reading,
  command: Command,
  { turn, registry }: { readonly turn: TurnStart; readonly registry: Registry },
): Promise<Card> {
  const { input, options, doubt, notes } = reading;
  const ask = { command: reading.command, input };
  if (command.drafts !== undefined) return draftOf(command, command.drafts, input);
  // Nobody is asked whether they mean a meeting that there is not; a report is reviewed instead.
  if (doubt !== undefined && command.about === 'member') await refuseIfRefused(ask, turn, registry);
  const { all } = await namedMunicipalities(turn.store);
  const townName = (code: string) => all.find((town) => town.code === code)?.name ?? code;
  if (JSON.stringify(ask).length > BUTTON_HOLDS) return suggestionsCard(shown(said), [topicOf(command)]);
  if (options) return whichOf(reading, command, { townName, registry });
  const review = command.review && (await reviewed(ask, registry.commands, turn));
  const asked = {
    ask,
    inputs: command.input,
    says: command.says[0],
    why: reasons[doubt ?? 'several'],
    townName,
    notes,
  };
  return doubtfulCard({ ...asked, review, view: viewButton(ask, registry) });
}

/** @throws Refusal where it would be refused even if it was meant */
async function refuseIfRefused(ask: Ask, turn: TurnStart, { commands }: Registry): Promise<void> {
  const decision = await decide(ask, commands, turn);
  if (decision.kind === 'refused') throw decision.refusal;
}

/** Leads there where the report was perhaps not meant. */
function viewButton(ask: Pick<Reading, 'command' | 'input'>, registry: Registry): Button | undefined {
  const view = viewInstead(ask, registry);
  const label = view && registry.find(view.command)?.spoken?.instead;
  return view && label !== undefined ? { label, ask: view } : undefined;
}

/** What somebody wrote, as they wrote it, to look over and send. */
function draftOf(command: Command, name: string, { [name]: text, ...given }: Ask['input']): Card {
  const { maxLength = 1000, title } = inputsOf(command).find((input) => input.name === name)?.meta ?? { title: '' };
  const value = String(text ?? '');
  if (command.draft && value.length <= maxLength) return command.draft(value, given);
  const field = { type: 'text', name, label: title, required: true, maxLength, lines: 'many', value } as const;
  return questionFor(command, given, [field]);
}

function whichOf(
  { command, input, options = [], which, guess, none }: Reading,
  { says, input: inputs }: Command,
  { townName, registry }: { readonly townName: (code: string) => string; readonly registry: Registry },
): Card {
  const question = which === undefined ? 'このことですか。' : (registry.inputNamed(which)?.which ?? 'どれですか。');
  return whichCard({
    says: says[0],
    question: `${none ? `「${none}」はありません。` : ''}${guess ? guessed(options.length) : question}`,
    known: understoodFacts({ input }, inputs, townName),
    options: options.map((option) => ({
      label: option.label,
      ask: { command: option.command ?? command, input: { ...input, ...option.input } },
    })),
  });
}

const guessed = (count: number) => (count === 1 ? 'もしかして、これですか。' : 'もしかして、この中のどれかですか。');

/** Whoever has still to report most likely wants that; whoever has, does not. */
async function likely(said: string, commands: readonly Command[], turn: TurnStart): Promise<readonly Command[]> {
  const isReporter = may(turn.who, 'report');
  const isDue = isReporter ? await Promise.all(commands.map((command) => command.isDue?.(turn))) : [];
  return suggested(said, commands, turn, isReporter && !isDue.includes(true));
}

/** How a sentence was read, above what came of it. */
export const withNotes = (card: Card, notes: readonly string[]): Card =>
  notes.length === 0 ? card : { ...card, body: [...notes.map((note) => text(note, 'quiet')), ...card.body] };

const topicOf = ({ name, says, help, example }: Command) => ({
  says: says[0],
  help,
  example,
  ask: { command: name, input: {} },
});
const shown = (said: string) => excerpt(said, SHOWN);
