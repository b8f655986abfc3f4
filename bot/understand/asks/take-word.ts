import { type Day, dayOf } from '../../../programme/day.ts';
import type { InputMeta } from '../../../programme/input-meta.ts';
import { inputKinds } from '../../inputs/input-kinds.ts';
import type { TurnStart } from '../../turn.ts';
import { readBoth, readFraction } from '../amounts/two-in-one.ts';
import { municipalitySaid } from '../names/municipality-names.ts';

export type Input = { readonly name: string; readonly meta: InputMeta };

/** A word in one width, and where it stands in what was typed. */
export type Word = { readonly said: string; readonly from: number; readonly to: number };

/** What has been read so far; `open` is the input whose marker was seen last, and takes what nothing else can. */
export type Taking = { readonly given: Record<string, unknown>; readonly left: Word[]; open: Input | undefined };

const TAIL =
  /((?:時点|付け?|まで)(?:で|に)?|でお願いします|をお願いします|お願いします|です|でした|から|まで|[でにはをのと、。])$/;

/** What one word says of what a command takes; what nothing can be read from is left. */
export async function takeWord(placed: Word, inputs: readonly Input[], filled: Taking, turn: TurnStart): Promise<void> {
  const { said: word } = placed;
  const { given, left } = filled;
  const today = dayOf(turn.now);
  const taken =
    readMarker(word, inputs, filled, today) ||
    (WITH_WHOM.test(word) && readMarker(word.replace(WITH_WHOM, ''), inputs, filled, today)) ||
    readTitled(word, inputs, filled, today) ||
    readOpen(word, filled, today) ||
    readLooks(word, inputs, filled) ||
    readFraction(word, inputs, given) ||
    readBoth(word.replace(WHEN, ''), inputs, given, today) ||
    readWord(word, inputs, given, today) ||
    (await readByRoster(word, inputs, filled, turn)) ||
    (TAIL.test(word) && readWord(word.replace(TAIL, ''), inputs, given, today)) ||
    (TAIL.test(word) && (await readByRoster(word.replace(TAIL, ''), inputs, filled, turn)));
  if (taken) return;
  const { open } = filled;
  if (open && takesMore(open, given)) given[open.name] = [given[open.name], word].filter(Boolean).join(' ');
  else left.push(placed);
}

/** 目標 95 軽井沢町: a number or a day that was read is whole, and what follows it is something else. */
const takesMore = ({ name, meta }: Input, given: Taking['given']): boolean =>
  given[name] === undefined || inputKinds[meta.reads].field === undefined;

/** 県との協議日11/24: with whom says nothing of which day it is. */
const WITH_WHOM = /^県(?:と|との|の)(?=協議|合意)/u;
/** 期間12/1から3/12. */
const WHEN = /^(?:期間|日程|日時|時間|日)[:=はが]?(?=\d)/u;

/** 階層は全職員: what a card calls a field that has no marker, with what can be read as it behind は. */
function readTitled(word: string, inputs: readonly Input[], { given }: Taking, today: Day): boolean {
  for (const { name, meta } of inputs) {
    if (meta.marker !== undefined || given[name] !== undefined || !isTitle(word, meta.title)) continue;
    const value = inputKinds[meta.reads].word?.(word.slice(meta.title.length).replace(BEHIND_MARKER, ''), today, meta);
    if (value === undefined) continue;
    given[name] = value;
    return true;
  }
  return false;
}

/** 代理 佐藤, 代理:佐藤 or only 代理: the words from here on belong to the input that is marked so. */
function readMarker(placed: string, inputs: readonly Input[], filled: Taking, today: Day): boolean {
  const word = placed.replace(/^\((.+)\)$/, '$1');
  const marked = inputs.filter(({ meta }) => isMarked(word, meta));
  const [first] = marked;
  const rest = first ? behindMarker(word, first.meta) : '';
  for (const input of marked) {
    if (input.meta.reads === 'hidden') filled.given[input.name] = 'yes';
    else filled.open = input;
  }
  const { open } = filled;
  if (open && marked.length > 0 && rest !== '')
    filled.given[open.name] = dayIn(rest, open.meta, today) ?? countIn(rest, open.meta) ?? rest;
  return marked.length > 0;
}

/** 目標値 as well as 目標, and 合意日 as well as 合意. */
function behindMarker(word: string, { title, marker = '', reads }: InputMeta): string {
  const rest = word.slice((word.startsWith(title) ? title : marker).length);
  return (isOfDay(reads) ? rest.replace(/^日/, '') : rest).replace(BEHIND_MARKER, '');
}

const isOfDay = (reads: InputMeta['reads']): boolean => inputKinds[reads].field === 'date';

/** 計画日数10日: so many of what its title counts. */
function countIn(rest: string, { reads, title }: InputMeta): string | undefined {
  const [, count, unit = ''] = /^(\d{1,5})(日|人|名|件|回)$/u.exec(rest) ?? [];
  return reads === 'number' && title.includes(unit === '名' ? '人' : unit) ? count : undefined;
}

const dayIn = (rest: string, meta: InputMeta, today: Day): unknown =>
  isOfDay(meta.reads) ? inputKinds[meta.reads].word?.(rest, today, meta) : undefined;

/** 合意 11/20, 所属 小海町 総務課: what was marked takes what can be read as it, before anything else of its kind. */
function readOpen(word: string, { open, given }: Taking, today: Day): boolean {
  if (!open) return false;
  if (open.meta.holdsTowns) {
    given[open.name] = [given[open.name], word].filter(Boolean).join(' ');
    return true;
  }
  const { word: read, marked } = inputKinds[open.meta.reads];
  const isWhole = given[open.name] !== undefined;
  const value = isWhole ? undefined : (read?.(word, today, open.meta) ?? marked?.(word));
  if (value === undefined) return false;
  given[open.name] = value;
  return true;
}

/** 市町村課 for an office, 1 for a place in a list. */
function readLooks(word: string, inputs: readonly Input[], { open, given }: Taking): boolean {
  const input = open ? undefined : inputs.find(({ name, meta }) => given[name] === undefined && meta.looks?.(word));
  if (input) given[input.name] = word;
  return input !== undefined;
}

const BEHIND_MARKER = /^[:=はが]/;
const isTitle = (word: string, title: string): boolean =>
  word.startsWith(title) && (word === title || BEHIND_MARKER.test(word.slice(title.length)));

/** 対象 is a marker by itself, or with 「:」 or は behind it; 対象者 is another word. What a card calls a field is one too. */
function isMarked(word: string, { title, marker, markerAlone }: InputMeta): boolean {
  if (marker === undefined) return false;
  if (isTitle(word, title)) return true;
  if (!word.startsWith(marker)) return false;
  const rest = word.slice(marker.length);
  return !markerAlone || rest === '' || BEHIND_MARKER.test(rest);
}

/** The first input that is still to be said, and that this can be read as. */
export function readWord(word: string, inputs: readonly Input[], given: Record<string, unknown>, today: Day): boolean {
  for (const { name, meta } of inputs) {
    const isFree = given[name] === undefined && !meta.onlyMarked;
    const value = isFree ? inputKinds[meta.reads].word?.(word, today, meta) : undefined;
    if (value === undefined) continue;
    given[name] = value;
    return true;
  }
  return false;
}

/** What only the roster and the municipalities of the programme can tell. */
export async function readByRoster(
  word: string,
  inputs: readonly Input[],
  { given, open }: Taking,
  turn: TurnStart,
): Promise<boolean> {
  const several = inputs.find(({ meta }) => inputKinds[meta.reads].several !== undefined);
  const some = several && (await inputKinds[several.meta.reads].several?.(word, turn, open === several));
  if (several && some !== undefined) given[several.name] = [given[several.name], some].filter(Boolean).join('、');
  const input = inputs.find(({ meta }) => inputKinds[meta.reads].town !== undefined);
  if (some !== undefined || !input || given[input.name] !== undefined) return some !== undefined;
  const code = await municipalitySaid(turn.store, word);
  if (code !== undefined) given[input.name] = code;
  return code !== undefined;
}
