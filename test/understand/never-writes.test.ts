import { readFileSync } from 'node:fs';
import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import type { TurnStart } from '../../bot/turn.ts';
import { labelledIn } from '../../bot/understand/text/labelled.ts';
import { understand } from '../../bot/understand/understand.ts';
import { verdictOn } from '../../bot/understand/verdict.ts';
import { may } from '../../programme/may.ts';
import type { Sentence } from './judge.ts';
import { openSets } from './sets/sets-world.ts';

const NOW = '2026-11-25T10:00:00+09:00';
const ROLES = ['municipal:203033', 'expert:203033,203611', 'secretariat', 'prefecture', 'observer:202029'];
const { writes, typedAs } = registryOf(commands);

/** What makes of anything that is said a thing that is not so, or not yet, or not said by oneself. */
const FRAMES = {
  question: [
    '#？',
    '#か？',
    '#でしょうか',
    '#でいいですか',
    '#かな',
    '#でしたっけ',
    '#って本当ですか',
    'どうすれば#になりますか',
  ],
  negation: [
    '#ではありません',
    '#じゃないです',
    '#というのは間違いです',
    '#はしていません',
    '#ではなかったです',
    '#わけではない',
  ],
  condition: ['もし#なら', '#の場合は', '#だったら連絡します', '#であれば知らせます', '#としたら'],
  hearsay: ['#らしいです', '#とのことです', '#と聞きました', '#だそうです', '#という噂です', '隣の町は#みたいです'],
  plan: [
    '来月#の予定です',
    '#するつもりです',
    '#の見込みです',
    '#かもしれません',
    '#を目指しています',
    '#したいと思っています',
  ],
} as const;
type Frame = keyof typeof FRAMES;
/** What is to come is what these are for: an answer to an invitation, a leave, a visit that is planned. */
const AHEAD = ['attend', 'decline', 'take-leave', 'plan-visit', 'schedule-meeting', 'change-meeting'];

/** Asked with か or not, a request is one. */
const REQUEST = /(?:ください|下さい|ますか|ほしいです|おいて|お願いします)[。！!\s]*$/u;

let turnOf: (as: string, now: string) => TurnStart;
let close: () => Promise<void>;
beforeAll(async () => ({ turnOf, close } = await openSets()), 120_000);
afterAll(() => close());

type Said = { readonly text: string; readonly as: string; readonly command: string };

/** What each command that writes gives as its example, and what was labelled as clear. */
function said(): readonly Said[] {
  const examples = commands.flatMap(({ name, example, needs, writes: some, typed }): Said[] => {
    const as = ROLES.find((role) => may(turnOf(role, NOW).who, needs));
    // What is written down as it stands may say anything.
    const isText = typed === 'free' || typedAs(example.split(/\s/)[0]?.toLowerCase() ?? '')?.typed === 'free';
    return some === false || isText || as === undefined ? [] : [{ text: example, as, command: name }];
  });
  const labelled = JSON.parse(readFileSync('test/understand/sets/development.json', 'utf8')) as readonly Sentence[];
  const clear = labelled.flatMap(({ text, as, expect: { then, command = '' } }): Said[] =>
    then === 'acts' && !text.includes('\n') && commands.find(({ name }) => name === command)?.typed !== 'free'
      ? [{ text, as, command }]
      : [],
  );
  return [...examples, ...clear];
}

async function isWritten(text: string, as: string): Promise<boolean> {
  const turn = turnOf(as, NOW);
  const reading = await understand(text, commands, turn);
  if (reading.unknown || reading.doubt || reading.options || !writes(reading.command, reading.input)) return false;
  const { command, input, sure, ask } = await verdictOn(reading, commands, turn);
  return sure && ask.length === 0 && writes(command, input);
}

it.each(Object.keys(FRAMES) as Frame[])(
  'writes nothing for a %s, whatever command it is about',
  async (frame) => {
    const written: string[] = [];
    for (const { text, as, command } of said()) {
      if ((frame === 'plan' && AHEAD.includes(command)) || (frame === 'question' && REQUEST.test(text))) continue;
      // What a label holds is text, whatever it says.
      const core = (labelledIn(text)?.rest ?? text).replace(/[。！!\s]+$/u, '');
      for (const form of FRAMES[frame]) {
        const framed = form.replace('#', () => core);
        if (await isWritten(framed, as)) written.push(framed);
      }
    }
    expect(written).toEqual([]);
  },
  300_000,
);
