import { commands } from '../../bot/features/index.ts';
import type { Ask, Card } from '../../cards/card.ts';
import { offersOf } from '../../cards/interview-offers.ts';
import { samples } from '../../cards/samples.ts';
import { HOME, OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { catalogue } from '../../programme/catalogue.ts';
import { type Interview, openQuestion, type Question } from '../../programme/interview.ts';
import { type Chatting, type Engine, openEngine, type Shown } from '../engine.ts';

const SECRETARIAT = 'office-1@office.example.jp';
const DEAD_END = /読めなかった|選択肢から|この中から|番号か名前で|読み取り方が分かりません/;

/** 小海町 with every item and every KPI there is. */
function withAll(content: ProgrammeContent): ProgrammeContent {
  const others = <T extends { readonly municipality: string }>(rows: readonly T[]) =>
    rows.filter(({ municipality }) => municipality !== HOME);
  const known = new Map(content.kpis.filter(({ municipality }) => municipality === HOME).map((row) => [row.kpi, row]));
  return {
    ...content,
    items: [
      ...others(content.items),
      ...catalogue.items.map(({ id }) => ({ municipality: HOME, item: id, year: 'this' as const })),
    ],
    kpis: [
      ...others(content.kpis),
      ...catalogue.kpis.map(({ id }) => known.get(id) ?? { municipality: HOME, kpi: id, weekly: false }),
    ],
  };
}

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(withAll);
});
afterAll(() => engine.close());

const ANSWERS: Readonly<Record<Question['type'], string>> = {
  ...{
    text: 'よろしくお願いします',
    number: '5',
    date: '12/17',
    time: '14:00',
    toggle: 'はい',
    choice: '',
    search: '小海',
  },
};
/** As a button shows it: twenty signs, the last one is … where more belongs there. */
const drawn = (label: string) => (label.length > 20 ? `${label.slice(0, 19).trimEnd()}…` : label);

/** Every question there is behind this one, and whatever each of them offers. */
class Walk {
  readonly #who: Chatting;
  readonly #ways: 'all' | 'pressed';
  readonly #seen = new Set<string>();
  readonly deadEnds: string[] = [];
  offers = 0;

  /** @param ways all of them, or only the button, where somebody else has typed the same before */
  constructor(who: Chatting, ways: 'all' | 'pressed' = 'all') {
    this.#who = who;
    this.#ways = ways;
  }

  async from(shown: Shown): Promise<void> {
    const here = await this.#who.interview();
    const question = here && openQuestion(here);
    if (here?.state !== 'asking' || !this.#isNew(here)) return;
    for (const { label } of offersOf(here))
      for (const [way, go] of this.#waysOf(label, shown))
        await this.#go(`${here.title} ${question?.label ?? 'pick'}: ${label} ${way}`, here, go);
    if (question && question.type !== 'choice')
      await this.#go(`${here.title} ${question.label}`, here, () => this.#who.say(ANSWERS[question.type]));
  }

  #waysOf(label: string, { replies }: Shown): readonly (readonly [string, () => Promise<Shown>])[] {
    const button = replies.find((reply) => reply.label === drawn(label));
    const pressed = button ? [['pressed', () => this.#who.tap(button.postback)] as const] : [];
    if (this.#ways === 'pressed' && button) return pressed;
    return [
      ['typed', () => this.#who.say(label)],
      ['as drawn', () => this.#who.say(button?.label ?? drawn(label))],
      ...pressed,
    ];
  }

  async #go(what: string, here: Interview, go: () => Promise<Shown>): Promise<void> {
    this.offers++;
    await this.#who.backTo(here);
    const next = await go();
    if (DEAD_END.test(next.words) || (await this.#isStuck(here, what))) this.deadEnds.push(what);
    await this.from(next);
  }

  /** A choice that was made is not asked for again. */
  async #isStuck({ lastAsk, at, picking, from }: Interview, what: string): Promise<boolean> {
    const now = await this.#who.interview();
    if (now?.state !== 'asking' || /(やめる|戻る|スキップ|ここまで)/.test(what)) return false;
    return (
      now.lastAsk === lastAsk ||
      (now.at === at && now.picking === picking && now.from === from && now.near !== undefined)
    );
  }

  /** The same question of the same command is asked once, whatever was answered before. */
  #isNew({ ask, title, questions, at, picking, state }: Interview): boolean {
    const { name = '', choices = [], required = false } = picking ? {} : (questions[at] ?? {});
    const signature = [ask.command, title, state, picking, name, required, choices.map(({ label }) => label)].join('|');
    if (this.#seen.has(signature)) return false;
    this.#seen.add(signature);
    return true;
  }
}

it.each([OFFICER, SECRETARIAT, PREFECTURE_OFFICER])(
  'answers its question, pressed, typed and as it is drawn, of every command for %s',
  async (email) => {
    const who = engine.on('line-works', email);
    const walk = new Walk(who, email === OFFICER ? 'all' : 'pressed');
    for (const { name } of commands) {
      await who.backTo(undefined);
      await walk.from(await who.press({ command: name, input: {} }, true));
    }
    expect(walk.deadEnds).toEqual([]);
    expect(walk.offers).toBeGreaterThan(email === PREFECTURE_OFFICER ? 30 : 300);
  },
  300_000,
);

type Press = { readonly ask: Ask; readonly opens: boolean };

/** Everything that can be pressed on a card, each once. */
function pressesOf({ body }: Card): readonly Press[] {
  return body.flatMap((node): Press[] => {
    if (node.kind === 'buttons') return node.buttons.map(({ ask }) => ({ ask, opens: false }));
    if (node.kind === 'list') return node.rows.flatMap(({ ask }) => (ask ? [{ ask, opens: false }] : []));
    if (node.kind === 'meter') return node.ask ? [{ ask: node.ask, opens: false }] : [];
    return node.kind === 'form' ? [{ ask: node.ask, opens: true }] : [];
  });
}

const presses = new Map(
  Object.values(samples)
    .flatMap((sample) => pressesOf(sample()))
    .map((press) => [JSON.stringify(press), press]),
);

describe.each(['teams', 'line-works'] as const)('every button of every card, pressed in %s', (chat) => {
  it.each([OFFICER, SECRETARIAT])(
    'leads on for %s',
    async (email) => {
      const who = engine.on(chat, email);
      const walk = new Walk(who, 'pressed');
      const deadEnds: string[] = [];
      for (const [name, { ask, opens }] of presses) {
        await who.backTo(undefined);
        const shown = await who.press(ask, opens);
        if (DEAD_END.test(shown.words) || shown.words.includes('受付番号')) deadEnds.push(name);
        if (chat === 'line-works') await walk.from(shown);
      }
      expect([...deadEnds, ...walk.deadEnds]).toEqual([]);
      expect(presses.size).toBeGreaterThan(100);
    },
    300_000,
  );
});
