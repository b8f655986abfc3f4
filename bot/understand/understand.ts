import type { CommandName } from '../../programme/asks.ts';
import { dayOf } from '../../programme/day.ts';
import { saysNothing } from '../../programme/help-request.ts';
import { may } from '../../programme/member.ts';
import type { Command, TurnStart } from '../command.ts';
import { keyOf } from './fold.ts';
import { guessedCommand, guessedId } from './guess.ts';
import { type Labelled, labelledIn } from './labelled.ts';
import { withOwnKpis } from './own-kpis.ts';
import { peopleFor } from './people.ts';
import { type Reading, writes } from './reading.ts';
import { sentenceOf } from './sentence.ts';
import { smallTalkIn, topicIn } from './small-talk.ts';
import { spokenReading } from './spoken.ts';
import { keepingStage, withTexts } from './texts.ts';
import { townsIn } from './town-names.ts';
import { typedReading } from './typed.ts';

/**
 * What a typed sentence means. Reading is generous, writing is strict: whatever might not be a report carries a doubt,
 * and is then shown instead of done. What a person labelled as text is taken out before anything is read.
 */
export async function understand(text: string, commands: readonly Command[], turn: TurnStart): Promise<Reading> {
  if (smallTalkIn(text)) return UNKNOWN;
  if (/^(?!.*(困り|相談)).*[な無あ]/.test(text) && saysNothing(text) && may(turn.who, 'report')) return NOTHING_NEW;
  const labelled = labelledIn(text);
  const isText = labelled && !isOnlySaid(text, labelled);
  const told = isText ? withTexts(await readWhole(labelled.rest, commands, turn), labelled.texts) : undefined;
  if (told) return keepingStage(told, turn);
  const whole = await readWhole(text, commands, turn);
  // A value or a stage that stands only in what was labelled was not reported.
  return labelled && REPORTS.includes(whole.command)
    ? { ...whole, doubt: whole.doubt ?? 'several' }
    : keepingStage(whole, turn);
}

/** 資料は来週送ります: a label in front, and nothing that it could be beside. Only 根拠 stands for itself. */
const isOnlySaid = (text: string, { rest }: Labelled): boolean => rest.trim() === '' && !/^\s*根拠(?!資料)/.test(text);
const REPORTS: readonly CommandName[] = ['report-item', 'report-kpi', 'check-in'];

/** A weekly report on every KPI and item has fewer parts; a text of more is not read, and nothing is done. */
const MOST_PARTS = 500;
/** 今週は特に何もありません: most likely nothing changed, which is asked before it is written. */
const NOTHING_NEW: Reading = { command: 'carry-over', input: {}, doubt: 'several', notes: [] };
const UNKNOWN: Reading = { command: 'help', input: {}, unknown: true, notes: [] };

async function readWhole(text: string, commands: readonly Command[], turn: TurnStart): Promise<Reading> {
  const towns = await townsIn(turn.store);
  const typed = await typedReading(text, commands, towns, turn);
  if (typed) return typed;
  const parted = sentenceOf(text, towns, dayOf(turn.now));
  if (parted.spans.length > MOST_PARTS) return UNKNOWN;
  const sentence = await withOwnKpis(parted, turn);
  const spoken = spokenReading(sentence, { commands, towns, turn, people: await peopleFor(text, turn) });
  // 週時報告 holds 報告, and is one sign off something else.
  const isVague = spoken?.command === 'report-item' && Object.keys(spoken.input).length === 0;
  const reading =
    guessedId(sentence.spans, turn) ??
    (isVague && !isWord(sentence.folded, commands) ? guessedCommand(sentence, commands, turn) : undefined) ??
    spoken ??
    guessedCommand(sentence, commands, turn) ??
    UNKNOWN;
  return topicIn(text) && !writes(reading.command, reading.input) ? UNKNOWN : reading;
}

const isWord = (folded: string, commands: readonly Command[]): boolean =>
  commands.some(({ says }) => says.some((word) => folded.trim().startsWith(keyOf(word))));
