import { currentVersion } from '../../programme/item-record.ts';
import { homeOf, may } from '../../programme/member.ts';
import { itemAt } from '../../storage/records.ts';
import type { TurnStart } from '../command.ts';
import { endsInStage, holdsAnother, isAskedFor, type Texts } from './labelled.ts';
import type { Reading } from './reading.ts';

/** A reading with what was labelled beside it; undefined where the command takes no text, and all is read as one sentence. */
export function withTexts(reading: Reading, texts: Texts): Reading | undefined {
  const told = toldWith(reading, texts);
  if (!told) return undefined;
  if (isAskedFor(texts)) return lookedAt(reading, told);
  const isUnclear = holdsAnother(texts) || (told.input['stage'] === undefined && endsInStage(texts));
  return isUnclear ? { ...told, doubt: told.doubt ?? 'several' } : told;
}

/** S1-1 根拠は？ asks for what is on record. */
function lookedAt({ command, input, notes }: Reading, told: Reading): Reading {
  if (command.startsWith('show')) return { command, input, notes };
  if (told.command !== 'report-item' || told.input['item'] === undefined)
    return { ...told, doubt: told.doubt ?? 'question' };
  const { municipality, item } = told.input;
  return { command: 'show-item', input: municipality === undefined ? { item } : { municipality, item }, notes };
}

function toldWith(reading: Reading, texts: Texts): Reading | undefined {
  const { command, input, unknown } = reading;
  const { evidence, note, reason } = texts;
  // 根拠 議事録, and nothing else: of which item, is asked.
  if (unknown) return evidence === undefined ? undefined : { command: 'report-item', input: { evidence }, notes: [] };
  switch (command) {
    case 'report-item':
      return withInput(reading, { evidence, note: joined(note, reason) });
    case 'show-item':
      return input['item'] === undefined
        ? undefined
        : withInput({ ...reading, command: 'report-item' }, { evidence, note: joined(note, reason) });
    case 'report-kpi':
      return withInput(reading, { note: joined(note, reason, evidence) });
    case 'show-history':
      return input['kpi'] === undefined
        ? undefined
        : withInput({ ...reading, command: 'report-kpi' }, { note: joined(note, reason, evidence) });
    case 'correct':
      return unusedIn(withInput(reading, { reason: joined(reason, note) }), evidence);
    case 'check-in':
      return unusedIn(reading, joined(note, reason, evidence));
    case 'attend':
    case 'decline':
    case 'take-leave':
    case 'carry-over':
      return { ...reading, notes: [...reading.notes, ...leftOut(texts)] };
    default:
      return undefined;
  }
}

/** Why somebody does not come changes nothing of what is done; that it is not written down is said. */
const leftOut = (texts: Texts): readonly string[] =>
  Object.values(texts).map((text) => `「${text.slice(0, 40)}」は記録していません。`);

const joined = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined).join('\n') || undefined;

function withInput(reading: Reading, given: Readonly<Record<string, string | undefined>>): Reading {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...reading, input: { ...reading.input, ...said } };
}

/** What this command has no place for is said, and nothing is done without it unseen. */
function unusedIn(reading: Reading, text: string | undefined): Reading {
  if (text === undefined) return reading;
  return { ...reading, doubt: reading.doubt ?? 'unused', notes: [...reading.notes, unusedNote(text)] };
}

/** Said of a part that was read and is of no use to what is done. */
export const unusedNote = (said: string): string => `「${said.slice(0, 40)}」は、この操作では使えません。`;

export const shownWithout = (said: string): string => `「${said.slice(0, 40)}」は使わずに表示しています。`;

/** Evidence or a note alone is added to what stands: the stage stays as it was reported last. */
export async function keepingStage(reading: Reading, { who, room, store }: TurnStart): Promise<Reading> {
  const { command, input } = reading;
  const isAddition = input['evidence'] !== undefined || input['note'] !== undefined;
  const { item, municipality = who && homeOf(who) } = input;
  if (command !== 'report-item' || !isAddition || input['stage'] !== undefined) return reading;
  if (typeof item !== 'string' || typeof municipality !== 'string') return reading;
  if (!may(who, 'report', municipality, room.audience)) return reading;
  const at = itemAt(municipality, item);
  const stage = currentVersion((await store.items.get(at.partition, at.id))?.value)?.stage;
  return stage === undefined ? reading : { ...reading, input: { ...input, stage } };
}
