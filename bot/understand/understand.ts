import { dayOf } from '../../programme/day.ts';
import { may } from '../../programme/may.ts';
import { saysNothing } from '../../programme/says-nothing.ts';
import type { Command, TurnStart } from '../command.ts';
import { type Registry, registryOf } from '../registry.ts';
import { keyOf } from './fold.ts';
import { guessedCommand, guessedId } from './guess.ts';
import { type Labelled, labelledIn } from './labelled.ts';
import { titlesFor } from './meeting-names.ts';
import { namedMunicipalities } from './municipality-names.ts';
import { withOwnKpis } from './own-kpis.ts';
import { peopleFor } from './people.ts';
import { partsByPlace, readingOfPlaces } from './places.ts';
import { type Reading, unknown } from './reading.ts';
import { type Sentence, sentenceOf } from './sentence.ts';
import { smallTalkIn, topicIn } from './small-talk.ts';
import { spokenReading } from './spoken.ts';
import { keepingStage, withTexts } from './texts.ts';
import { typedReading } from './typed.ts';
import { wishTyped } from './wished.ts';

/**
 * What a typed sentence means. Reading is generous, writing is strict: whatever might not be a report carries a doubt,
 * and is then shown instead of done. What a person labelled as text is taken out before anything is read.
 */
export async function understand(text: string, commands: readonly Command[], turn: TurnStart): Promise<Reading> {
  const registry = registryOf(commands);
  if (smallTalkIn(text)) return unknown(registry);
  if (saysNothingNew(text, registry, turn))
    return { command: registry.means('unchanged'), input: {}, doubt: 'several', notes: [] };
  const labelled = labelledIn(text);
  const isText = labelled && !isOnlySaid(text, labelled);
  const told = isText ? withTexts(await readWhole(labelled.rest, registry, turn), labelled.texts, registry) : undefined;
  if (told) return keepingStage(told, registry, turn);
  const whole = await readWhole(text, registry, turn);
  // A value or a stage that stands only in what was labelled was not reported.
  return labelled && registry.reports(whole.command)
    ? { ...whole, doubt: whole.doubt ?? 'several' }
    : keepingStage(whole, registry, turn);
}

/** 資料は来週送ります: a label in front, and nothing that it could be beside. Only 根拠 stands for itself. */
const isOnlySaid = (text: string, { rest }: Labelled): boolean => rest.trim() === '' && !/^\s*根拠(?!資料)/.test(text);

/** A weekly report on every KPI and item has fewer parts; a text of more is not read, and nothing is done. */
const MOST_PARTS = 500;

/** 今週は特に何もありません: most likely nothing changed, which is asked before it is written. */
function saysNothingNew(text: string, registry: Registry, { who }: TurnStart): boolean {
  const isAnything = /困り|相談/.test(text) || !/[な無あ]/.test(text);
  const needs = registry.find(registry.means('unchanged'))?.needs;
  return !isAnything && saysNothing(text) && needs !== undefined && may(who, needs);
}

async function readWhole(text: string, registry: Registry, turn: TurnStart): Promise<Reading> {
  const reading = await readAlone(text, registry, turn);
  const named = reading.unknown ? undefined : registry.find(reading.command)?.named;
  return named ? { ...reading, input: await named({ said: text, input: reading.input }, turn) } : reading;
}

/**
 * A wish stands behind what is typed, but for one that is meant although it begins with another command's word. What is
 * left unused of something typed may be what a wish for the same command explains.
 */
async function typedOrWished(...[text, registry, towns, turn]: Parameters<typeof typedReading>) {
  const wished = async (which: 'first' | 'others') => {
    const wish = wishTyped(text, registry, turn, which);
    return wish === undefined ? undefined : lookedOver(await typedReading(wish, registry, towns, turn), registry);
  };
  const first = await wished('first');
  const typed = first ?? (await typedReading(text, registry, towns, turn));
  if (typed && (typed === first || typed.doubt !== 'unused')) return typed;
  const other = await wished('others');
  return typed && other?.command !== typed.command ? typed : (other ?? typed);
}

/** @param isPart of a message of several places: what stands in it is of one */
async function readAlone(text: string, registry: Registry, turn: TurnStart, isPart = false): Promise<Reading> {
  const towns = await namedMunicipalities(turn.store);
  const typed = await typedOrWished(text, registry, towns, turn);
  if (typed) return typed;
  const parted = sentenceOf(text, { words: registry.words, towns }, dayOf(turn.now));
  if (parted.spans.length > MOST_PARTS) return unknown(registry);
  const placed = isPart ? undefined : await readPlaces(parted, registry, turn);
  if (placed) return placed;
  const sentence = await withOwnKpis(parted, turn);
  const [people, titles] = [await peopleFor(text, turn), await titlesFor(sentence, registry, turn)];
  const world = { registry, towns, turn, people, titles };
  const spoken = spokenReading(sentence, world);
  // 週時報告 holds 報告, and is one sign off something else.
  const isVague = spoken && registry.isMeantBy(spoken.command, 'stage') && Object.keys(spoken.input).length === 0;
  const reading =
    guessedId(sentence.spans, world) ??
    (isVague && !isWord(sentence.folded, registry) ? guessedCommand(sentence, world) : undefined) ??
    spoken ??
    guessedCommand(sentence, world) ??
    unknown(registry);
  return topicIn(text) && !registry.writes(reading.command, reading.input) ? unknown(registry) : reading;
}

/** What only a wish was read as is looked over before it is sent, where the command drafts it. */
function lookedOver(reading: Reading | undefined, { find }: Registry): Reading | undefined {
  const { command, doubt = 'unread' } = reading ?? {};
  return reading && find(command ?? '')?.drafts ? { ...reading, doubt } : reading;
}

/** Two places in one message are two reports. */
async function readPlaces(sentence: Sentence, registry: Registry, turn: TurnStart): Promise<Reading | undefined> {
  const parts = partsByPlace(sentence);
  if (!parts) return undefined;
  const readings: Reading[] = [];
  for (const part of parts) readings.push(await readAlone(part, registry, turn, true));
  return readingOfPlaces(readings, registry, turn);
}

const isWord = (folded: string, { commands }: Registry): boolean =>
  commands.some(({ says }) => says.some((word) => folded.trim().startsWith(keyOf(word))));
