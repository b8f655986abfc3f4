import { dayOf } from '../../../programme/day.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import type { NamedMunicipalities } from '../names/municipality-names.ts';
import { ownWords } from '../names/own-words.ts';
import type { NamedPeople } from '../names/people.ts';
import type { Sentence } from '../parts/sentence.ts';
import { sentenceOf } from '../parts/sentence.ts';
import { unreadIn } from '../text/fluff.ts';
import { namesSaid } from './sound-names.ts';
import { type Sounding, soundingIn } from './sounding.ts';
import { waysToSay } from './spoken-ways.ts';

export type SoundWorld = {
  readonly registry: Registry;
  readonly towns: NamedMunicipalities;
  readonly turn: TurnStart;
  readonly people: NamedPeople;
};

/** More of a text is not listened to: who dictates says a sentence. */
const LONGEST = 120;
const MOST_NAMES = 2;
/** A kana that is right counts for less than one that is wrong. */
const WORSE = 3;
/** How far behind the best one another name still may be meant. */
const NEAR = 2;
/** Less than this may be anything. */
const LEAST = 1.5;

/** A text with names in place of the words that sound like them, likeliest first. */
export type Instead = { readonly text: string; readonly name: string };

/** What may have been said where a sentence was misheard; nothing where every word of it was read. */
export function misheardIn(sentence: Sentence, world: SoundWorld): readonly Instead[] {
  const { plain, folded } = sentence;
  if (folded.length > LONGEST || plain.length !== folded.length) return [];
  const unread = unreadPlaces(sentence, world.turn);
  if (unread.length === 0) return [];
  const edges = new Set(sentence.spans.flatMap(({ from, to }) => [from, to]));
  const borders = Array.from({ length: plain.length + 1 }, (_, at) => edges.has(at) || isBorder(plain, at));
  const heard = {
    ways: waysToSay(folded),
    isStart: (at: number) => borders[at] === true,
    isEnd: (at: number) => borders[at] === true,
  };
  const names = namesSaid(world.registry.commands, world.towns, world.people, world.turn);
  const found = soundingIn(heard, names)
    .filter(({ from, to }) => unread.some((gap) => from < gap.to && gap.from < to))
    .filter((each) => isNew(each, sentence, world))
    .map((each) => ({ ...each, worth: worthOf(each, sentence) }))
    .filter(({ worth }) => worth >= LEAST)
    .toSorted((a, b) => b.worth - a.worth);
  return insteadOf(plain, found);
}

type Found = Sounding & { readonly worth: number };

/** What was read already is not found once more. */
function worthOf({ name, from, to, off }: Sounding, { spans }: Sentence): number {
  const read = spans.reduce((sum, span) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)), 0);
  return (name.kana.length * (to - from - read)) / (to - from) - WORSE * off;
}

/** The likeliest names for the likeliest place; what was misheard elsewhere is put right in each of them. */
function insteadOf(plain: string, found: readonly Found[]): readonly Instead[] {
  const [first] = found;
  if (!first) return [];
  const isApart = (a: Sounding, b: Sounding) => a.to <= b.from || b.to <= a.from;
  const same = found.filter((each) => !isApart(each, first) && each.worth >= first.worth - NEAR);
  const others: Sounding[] = [];
  for (const each of found) if ([first, ...same, ...others].every((other) => isApart(each, other))) others.push(each);
  const names = [...new Map(same.map((each) => [each.name.name, each])).values()].slice(0, MOST_NAMES);
  return names.map((each) => ({ text: replaced(plain, [each, ...others]), name: each.name.name }));
}

function replaced(plain: string, parts: readonly Sounding[]): string {
  let text = plain;
  for (const { name, from, to } of parts.toSorted((a, b) => b.from - a.from))
    text = text.slice(0, from) + name.name + text.slice(to);
  return text;
}

/** What holds only a name that was read already says nothing new. */
function isNew({ name, from, to }: Sounding, { spans }: Sentence, { registry, towns, turn }: SoundWorld): boolean {
  const inside = spans.filter((span) => span.from >= from && span.to <= to && span.kind !== 'around');
  if (inside.length === 0) return true;
  const [only] = sentenceOf(name.name, { words: registry.words, towns }, dayOf(turn.now)).spans;
  return !inside.some(
    (span) => JSON.stringify({ ...span, from: 0, to: 0 }) === JSON.stringify({ ...only, from: 0, to: 0 }),
  );
}

type Place = { readonly from: number; readonly to: number };

function unreadPlaces({ spans, folded }: Sentence, { who }: TurnStart): readonly Place[] {
  const own = ownWords(who);
  const ends = [...spans, { from: folded.length, to: folded.length }];
  return ends.flatMap(({ from: to }, at) => {
    const from = spans[at - 1]?.to ?? 0;
    return from < to && unreadIn(folded.slice(from, to), 'ask', own) !== '' ? [{ from, to }] : [];
  });
}

const SCRIPTS = [/\p{Script=Han}|々/u, /[ぁ-ゖ]/, /[ァ-ヺー]/, /[a-z]/i, /\d/];
const scriptOf = (sign: string): number => SCRIPTS.findIndex((script) => script.test(sign));
const HIRAGANA = 1;
/** What a name written in hiragana stands between. */
const BEFORE = /[はがをにでのとも]$/;
const BEHIND = /^(は|が|を|に|で|の|と|も|し[たてま]|だ|な[のっ]|見|教)/;

/** Whether a word may begin or end here. */
function isBorder(plain: string, at: number): boolean {
  if (at === 0 || at === plain.length) return true;
  const [before, behind] = [scriptOf(plain[at - 1] ?? ''), scriptOf(plain[at] ?? '')];
  if (before !== behind || before < 0) return true;
  return before === HIRAGANA && (BEFORE.test(plain.slice(0, at)) || BEHIND.test(plain.slice(at)));
}
