import { askedYear } from '../../../programme/asked-year.ts';
import type { CommandName } from '../../../programme/asks.ts';
import { may } from '../../../programme/may.ts';
import { homeOf } from '../../../programme/member.ts';
import { currentVersion } from '../../../programme/progress/item-record.ts';
import { itemAt } from '../../../storage/progress.ts';
import type { Command } from '../../command.ts';
import { inputsOf } from '../../inputs/fields.ts';
import type { Label } from '../../inputs/spoken.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import { endsInStage, holdsAnother, isAskedFor, isNone, isNotYet, labelCalled, type Texts } from '../text/labelled.ts';
import type { Reading } from './reading.ts';

/** A reading with what was labelled beside it; undefined where the command takes no text, and all is read as one sentence. */
export function withTexts(reading: Reading, texts: Texts, registry: Registry): Reading | undefined {
  const isValue = reading.input['value'] !== undefined || reading.input['numerator'] !== undefined;
  if (isNotYet(texts) || (isNone(texts) && isValue)) return withoutEvidence(reading, texts, registry);
  const told = toldWith(reading, texts, registry);
  if (!told) return undefined;
  if (isAskedFor(texts)) return lookedAt(reading, told, registry);
  const isUnclear = holdsAnother(texts) || (told.input['stage'] === undefined && endsInStage(texts));
  return isUnclear ? { ...told, doubt: told.doubt ?? 'several' } : told;
}

/** What is reported without a document is asked about once, and its まだ is written down nowhere. */
function withoutEvidence(
  reading: Reading,
  { evidence: _none, ...others }: Texts,
  registry: Registry,
): Reading | undefined {
  const notes = ['根拠は入れていません。資料ができたら、根拠を添えて送ってください。'];
  if (!registry.reports(reading.command)) return { ...reading, notes: [...reading.notes, ...notes] };
  const told = toldWith(reading, others, registry);
  return told && { ...told, doubt: told.doubt ?? 'negation', notes: [...told.notes, ...notes] };
}

/** S1-1 根拠は？ asks for what is on record. */
function lookedAt({ command, input, notes }: Reading, told: Reading, { find, isMeantBy, means }: Registry): Reading {
  if (find(command)?.spoken?.looks) return { command, input, notes };
  if (!isMeantBy(told.command, 'stage') || told.input['item'] === undefined)
    return { ...told, doubt: told.doubt ?? 'question' };
  const { municipality, item } = told.input;
  return { command: means('item'), input: municipality === undefined ? { item } : { municipality, item }, notes };
}

function toldWith(reading: Reading, texts: Texts, registry: Registry): Reading | undefined {
  const { command, input, unknown } = reading;
  const { evidence } = texts;
  // 根拠 議事録, and nothing else: of which item, is asked.
  if (unknown)
    return evidence === undefined ? undefined : { command: registry.means('stage'), input: { evidence }, notes: [] };
  const told = reportedIn(command, registry);
  if (told && input[told.input] === undefined) return undefined;
  const found = registry.find(told?.report ?? command);
  const labelled = found?.spoken?.labelled ?? (found && labelledByMarkers(found, texts));
  if (labelled === undefined) return undefined;
  if (labelled === 'left out') return { ...reading, notes: [...reading.notes, ...leftOut(texts)] };
  const taken = Object.entries(labelled).map(([name, labels = []]) => [name, joined(texts, labels)] as const);
  const used = Object.values(labelled).flat();
  const report = withInput(told ? { ...reading, command: told.report } : reading, Object.fromEntries(taken));
  return unusedIn(
    report,
    joined(
      texts,
      LABELS.filter((label) => !used.includes(label)),
    ),
  );
}

/** メモ of a command whose input is marked so: letter for letter, where no other input is marked inside of it. */
function labelledByMarkers(command: Command, texts: Texts): Readonly<Record<string, readonly Label[]>> | undefined {
  const inputs = inputsOf(command).filter(({ meta }) => meta.marker !== undefined);
  const isIn = (marker = ''): boolean =>
    Object.values(texts).some((text) =>
      text
        .split(/[\s、]+/u)
        .slice(1)
        .some((word) => word.startsWith(marker)),
    );
  const own = inputs.flatMap(({ name, meta }) => {
    const label = meta.reads === 'text' ? labelCalled(meta.marker ?? '') : undefined;
    return label === 'note' ? [[name, [label]] as const] : [];
  });
  const isWhole = Object.keys(texts).every((label) => own.some(([, [taken]]) => taken === label));
  return isWhole && !inputs.some(({ meta }) => isIn(meta.marker)) ? Object.fromEntries(own) : undefined;
}

/** With text beside it, an item that is only named is reported, and a KPI too. */
function reportedIn(command: CommandName, { isMeantBy, means }: Registry) {
  if (isMeantBy(command, 'item')) return { input: 'item', report: means('stage') };
  return isMeantBy(command, 'kpi') ? { input: 'kpi', report: means('value') } : undefined;
}

/** Labels whose texts are written down together, in this order. */
const LABELS: readonly Label[] = ['note', 'reason', 'evidence'];

/** Why somebody does not come changes nothing of what is done; that it is not written down is said. */
const leftOut = (texts: Texts): readonly string[] =>
  Object.values(texts).map((text) => `「${text.slice(0, 40)}」は記録していません。`);

const joined = (texts: Texts, labels: readonly Label[]): string | undefined =>
  labels.flatMap((label) => texts[label] ?? []).join('\n') || undefined;

function withInput(reading: Reading, given: Readonly<Record<string, string | undefined>>): Reading {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...reading, input: { ...reading.input, ...said } };
}

/** What this command has no place for is said, and nothing is done without it unseen. */
function unusedIn(reading: Reading, text: string | undefined): Reading {
  if (text === undefined) return reading;
  return { ...reading, doubt: reading.doubt ?? 'unused', notes: [...reading.notes, unusedNote(text)] };
}

/** The sentence about a part that was read and is of no use to what is done. */
export const unusedNote = (said: string): string =>
  isNoDay(said)
    ? `「${said}」は暦にない日です。日付を確かめて、もう一度入力してください。`
    : `「${said.slice(0, 40)}」は、この操作では使えません。`;

/** 2/30, 11月31日: of no year is there such a day. */
function isNoDay(said: string): boolean {
  const [, month = '', date = ''] =
    /^(?:\d{4}[/年.-]|(?:令和|R)\d{1,2}[年.])?(\d{1,2})[/月-](\d{1,2})日?(?:から|まで|[にの])?$/iu.exec(said) ?? [];
  const last = DAYS_OF_MONTHS[Number(month) - 1];
  return last !== undefined && Number(date) > last && Number(date) <= 31;
}
const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What was put right in the same breath is said to be left out. */
export const takenBackNote = (takenBack: readonly string[]): string =>
  `${takenBack.map((said) => `「${said}」`).join('')}は、言い直しや前の値と読み、入れていません。`;

/** The second of what is taken one by one. */
export const oneByOne = (said: string): string =>
  `「${said.slice(0, 40)}」は入れていません。1つずつ、別に送ってください。`;

export const shownWithout = (said: string): string => `「${said.slice(0, 40)}」は使わずに表示しています。`;

/** Evidence or a note alone is added to what stands: the stage stays as it was reported last. */
export async function keepingStage(
  reading: Reading,
  { isMeantBy }: Registry,
  { who, room, store, programme }: TurnStart,
): Promise<Reading> {
  const { command, input } = reading;
  const isAddition = input['evidence'] !== undefined || input['note'] !== undefined;
  const { item, municipality = who && homeOf(who) } = input;
  if (!isMeantBy(command, 'stage') || !isAddition || input['stage'] !== undefined) return reading;
  if (typeof item !== 'string' || typeof municipality !== 'string') return reading;
  if (!may(who, 'report', municipality, room.audience)) return reading;
  const at = itemAt(municipality, askedYear(input, programme) ?? programme.fiscalYear, item);
  const stage = currentVersion((await store.items.get(at.partition, at.id))?.value)?.stage;
  return stage === undefined ? reading : { ...reading, input: { ...input, stage } };
}
