import { may } from '../../../programme/may.ts';
import type { Command } from '../../command.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import { fold, keyOf, plainOf } from '../text/fold.ts';
import { type Deed, LOOKS, verbForms, wantedOnly } from './verbs.ts';

const PARTICLES = /(?:[をのはがにでも、\s]|から|って|については?|のところ|のほう)+$/u;
/** Looked through at once; no sentence ends with more particles. */
const PIECE = 60;
/** もう一度, あとで: says nothing of what is to be done. */
const AGAIN =
  /[、\s]*(?:もう一度|もう1度|もういちど|あとで|後で|後ほど|今すぐ|すぐに?|至急|一度|まずは?|ちょっと|念のため|改めて|あらためて)[、\s]*/u;
const CLOSERS =
  /[。!、\s]*(?:よろしく|宜しく|何卒)?(?:お願い(?:いた|致)?します|ありがとうございます|すみません)?[。!！、\s]*$/u;

/** However politely, what is to be done is said no longer than this. */
const LONGEST_VERB = 100;

/** A sentence without its verb; that begins at `at`. */
type Asked = { readonly core: string; readonly deeds: readonly Deed[]; readonly at: number };

/** The sentence without its verb, in every way that it can be taken; the longest verb first. */
export function* asked(folded: string): Generator<Asked> {
  const found: Asked[] = [];
  for (const said of new Set([folded, folded.replace(CLOSERS, '')])) {
    const from = Math.max(0, said.length - LONGEST_VERB);
    const end = said.slice(from);
    for (const { deeds, asked: pattern } of [...verbForms, { deeds: [], asked: wantedOnly }]) {
      const match = pattern.exec(end);
      const at = match ? from + match.index : 0;
      if (at > 0) found.push({ core: said.slice(0, at), deeds, at });
    }
  }
  // A word that ends as a verb does is a word all the same: 訪問記録の確認, 会議作成.
  yield* found.toSorted((a, b) => b.at - a.at || b.deeds.length - a.deeds.length).flatMap(trimmed);
}

/** とは ends with no particle. */
const trimmed = ({ core, ...verb }: Asked): Asked[] =>
  [...new Set([core.trimEnd(), withoutParticles(core), withoutParticles(core.replace(AGAIN, ''))])].map((each) => ({
    core: each,
    ...verb,
  }));

/** From its end, piece by piece: a text of nothing else takes no longer than its length. */
function withoutParticles(text: string): string {
  for (let end = text.length; ; end -= PIECE) {
    const from = Math.max(0, end - PIECE);
    const kept = text.slice(from, end).replace(PARTICLES, '');
    if (kept !== '' || from === 0) return text.slice(0, from) + kept;
  }
}

/** A command and what its word says is done; none where the word is the whole of it. */
type Use = { readonly command: Command; readonly deed: Deed | undefined };
export type Nouns = ReadonlyMap<string, readonly Use[]>;
const known = new WeakMap<Registry, Nouns>();

/** Every noun of a command's own words, with the deed behind it: 体制表編集 and 体制表を書く are 体制表. */
export function nounsOf(registry: Registry): Nouns {
  const last = known.get(registry);
  if (last) return last;
  const nouns = new Map<string, Use[]>();
  for (const { noun, ...use } of registry.commands.flatMap(usesOf)) nouns.set(noun, [...(nouns.get(noun) ?? []), use]);
  known.set(registry, nouns);
  return nouns;
}

/** What help does not show is looked at with what a button holds: it stands for its whole word alone. */
const usesOf = (command: Command): (Use & { noun: string })[] =>
  command.says.flatMap((word) => {
    const own = keyOf(word);
    const done = [...asked(fold(plainOf(word)))].flatMap(({ core, deeds }) =>
      deeds.map((deed) => ({ noun: keyOf(core), command, deed })),
    );
    const isUse = ({ noun, deed }: Use & { noun: string }) =>
      noun !== own &&
      noun.length > 1 &&
      !noun.endsWith('を') &&
      deed !== undefined &&
      !(LOOKS.includes(deed) && command.group === 'none');
    return [{ noun: own, command, deed: undefined }, ...done.filter(isUse)];
  });

/** What else a deed may be called, the likeliest first. */
const ALSO: Readonly<Partial<Record<Deed, readonly Deed[]>>> = {
  show: ['list'],
  list: ['show'],
  edit: ['change', 'record', 'create', 'add'],
  change: ['edit'],
  add: ['create', 'record', 'edit'],
  create: ['add', 'edit'],
  start: ['create', 'add', 'edit'],
  record: ['edit', 'add'],
  redraft: ['create', 'edit'],
};

/** 訪問記録を取り消して asks for no record to be written. */
const UNDOES: readonly Deed[] = ['takeBack', 'remove'];

/** Of the commands that share a noun, the one for what is to be done. */
export function chosen(uses: readonly Use[], deeds: readonly Deed[], turn: TurnStart): Command | undefined {
  const open = openTo(uses, turn);
  const own = open.find(({ deed }) => deed === undefined)?.command;
  const [first] = deeds;
  if (first === undefined) return own;
  const isLook = deeds.some((deed) => LOOKS.includes(deed));
  const isOwn = own && (own.writes === false ? isLook : !LOOKS.includes(first) && !UNDOES.includes(first));
  const also = [...deeds, ...(ALSO[first] ?? [])];
  return (
    doing(open, [first]) ??
    (isOwn && first !== 'file' ? own : undefined) ??
    doing(open, also) ??
    // What has no file of its own may be had as one by its input: 全体 Excelで.
    (isOwn && first !== 'file' ? own : undefined)
  );
}

/** The one whose own word says this deed of the noun, or one that is called so as well. */
export const done = (uses: readonly Use[], deeds: readonly Deed[], turn: TurnStart): Command | undefined =>
  doing(openTo(uses, turn), [...deeds, ...deeds.slice(0, 1).flatMap((deed) => ALSO[deed] ?? [])]);

/** What shows something under this noun, the one of that word first. */
export const lookedAtBy = (noun: string, registry: Registry, turn: TurnStart): readonly Command[] =>
  openTo(nounsOf(registry).get(noun) ?? [], turn)
    .filter(
      ({ command, deed }) =>
        command.typed === 'inputs' &&
        (deed === undefined || LOOKS.includes(deed)) &&
        !registry.writes(command.name, {}),
    )
    .toSorted((a, b) => Number(a.deed !== undefined) - Number(b.deed !== undefined))
    .map(({ command }) => command);

const openTo = (uses: readonly Use[], { who, room }: TurnStart): readonly Use[] =>
  uses.filter(({ command }) => may(who, command.needs, undefined, room.audience));

function doing(uses: readonly Use[], wanted: readonly Deed[]): Command | undefined {
  const fit = uses.filter(({ command, deed }) => deed && wanted.includes(deed) && isFor(command, deed));
  const order = ({ deed }: Use): number => (deed ? wanted.indexOf(deed) : 0);
  return fit.toSorted((a, b) => order(a) - order(b))[0]?.command;
}

/** 確認 of what is only shown is no deed of it. */
const isFor = ({ writes }: Command, deed: Deed): boolean =>
  writes === false ? LOOKS.includes(deed) : !LOOKS.includes(deed) || deed === 'list';
