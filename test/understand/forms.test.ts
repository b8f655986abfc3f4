import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import type { TurnStart } from '../../bot/turn.ts';
import type { Reading } from '../../bot/understand/parts/reading.ts';
import { keyOf } from '../../bot/understand/text/fold.ts';
import { understand } from '../../bot/understand/understand.ts';
import { may } from '../../programme/may.ts';
import { openSets } from './sets/sets-world.ts';

const NOW = '2026-11-25T10:00:00+09:00';
const ROLES = ['municipal:203033', 'secretariat', 'expert:203033,203611', 'prefecture', 'observer:202029'];
const { typedAs } = registryOf(commands);

/** A verb behind を, の, は or nothing, in the forms it is asked in. */
const looking = [
  ...[
    '見せて',
    '見せてください',
    '見せてもらえますか',
    '見せていただけますか',
    '見たい',
    '見たいです',
    '見たいのですが',
  ],
  ...['出して', '出してください', '出したい', '開いて', '開いてください', '教えて', '教えてください', 'お願いします'],
];
const writing = [
  ...['お願いします', 'お願いできますか', 'したい', 'したいです', 'したいのですが', 'します', 'してもらえますか'],
];
const deeds = [
  ...[
    '登録お願いします',
    '登録をお願いします',
    '編集をしたい',
    '変更をお願いします',
    '追加お願いします',
    '提出をします',
  ].map((deed) => `の${deed}`),
  ...['を', ''].flatMap((to) =>
    ['編集したい', '直したいです', '変えたい', '追加したい', '提出します', '始めたい'].map((deed) => to + deed),
  ),
];
const particles = ['を', '', ' '];
const frames = ['', 'すみません、', 'お疲れ様です。', 'お世話になっております。', 'すみませんが'];
const closings = ['', '。', '！'];

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Every word with every form; frames, widths and closings take turns, so that each is met by each sooner or later. */
function formsOf(word: string, isLook: boolean): readonly string[] {
  const verbs = isLook ? looking : writing;
  const said = isVerb(word) ? [] : verbs.flatMap((verb) => particles.map((particle) => `${word}${particle}${verb}`));
  const framed = said.map(
    (form, at) =>
      `${frames[at % frames.length]}${form}${closings[(at + Math.floor(at / closings.length)) % closings.length]}`,
  );
  return [word, wide(word), ` ${word} `, `${word}。`, `${word}です`, ...framed];
}

/** 事例を探す has its verb already. */
const isVerb = (word: string): boolean => /[うくすつぬむるた]$/.test(word);

let turnOf: (as: string, now: string) => TurnStart;
let close: () => Promise<void>;
beforeAll(async () => ({ turnOf, close } = await openSets()), 120_000);
afterAll(() => close());

const isLook = ({ writes }: (typeof commands)[number]): boolean => writes === false;
const whoMay = (needs: (typeof commands)[number]['needs']): TurnStart | undefined =>
  ROLES.map((as) => turnOf(as, NOW)).find(({ who }) => may(who, needs));
const meant = (word: string): string | undefined => typedAs(word.normalize('NFKC').toLowerCase())?.name;

/** The command of the word, or one whose word is this one with a deed behind it. */
const shares = (name: string, word: string): boolean =>
  commands.some((each) => each.name === name && each.says.some((said) => keyOf(said).startsWith(keyOf(word))));

type Tried = { readonly text: string; readonly word: string; readonly name: string; readonly turn: TurnStart };

/** Every word, in the forms made of it, by somebody who may do it. */
const tried = (those: readonly (typeof commands)[number][], formsFor: (word: string) => readonly string[]): Tried[] =>
  those.flatMap(({ name, says, needs }) => {
    const turn = whoMay(needs);
    if (!turn) throw new Error(`nobody may ${name}`);
    return says.flatMap((word) => formsFor(word).map((text) => ({ text, word, name: meant(word) ?? name, turn })));
  });

async function wrongOf(all: readonly Tried[], isWrong: (reading: Reading, tried: Tried) => boolean): Promise<string[]> {
  const wrong: string[] = [];
  for (const each of all) {
    const reading = await understand(each.text, commands, each.turn);
    const { command, doubt = '' } = reading;
    if (isWrong(reading, each)) wrong.push(`${each.text} → ${command} ${doubt}, meant ${each.name}`);
  }
  return wrong;
}

it.each([
  ['shows', true],
  ['writes', false],
] as const)(
  'reads every word of what %s in every form it is asked in',
  async (_which, looks) => {
    const all = tried(
      commands.filter((command) => isLook(command) === looks),
      (word) => formsOf(word, looks),
    );
    // 要件書をしてもらえますか may ask for the file of it as well.
    const isFile = ({ command, word }: { readonly command: string; readonly word: string }) =>
      !looks && shares(command, word) && commands.some((each) => each.name === command && isLook(each));
    const isRead = ({ command, unknown, doubt, options }: Reading, { name, word }: Tried) =>
      (command === name || isFile({ command, word })) && !unknown && !options && !(looks && doubt);
    expect(await wrongOf(all, (reading, each) => !isRead(reading, each))).toEqual([]);
  },
  300_000,
);

it('never takes a deed on what one command names for another command, surely', async () => {
  const all = tried(
    commands.filter((command) => !isLook(command)),
    (word) => (isVerb(word) ? [] : deeds.map((deed) => word + deed)),
  );
  const isSure = ({ unknown, doubt, options }: Reading): boolean => !unknown && !doubt && !options;
  expect(await wrongOf(all, (reading, { word }) => isSure(reading) && !shares(reading.command, word))).toEqual([]);
}, 300_000);
