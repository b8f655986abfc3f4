import { commands } from '../../bot/features/index.ts';
import type { Ask } from '../../cards/card.ts';
import { HOME, OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import type { ContinueWish } from '../../programme/visits/rating.ts';
import { withRating } from '../../programme/visits/rating.ts';
import { type Chatting, type Engine, openEngine } from '../engine.ts';
import { confirmed, EXPERT_MAIL, idOf, recorded } from './planted.ts';

const MARK = '秘めた言葉';
type Said = { readonly score: number; readonly wish: ContinueWish; readonly note: string };

/** The same world, in which a municipality has said this of one visit, or nothing. */
async function worldWith(said: Said | undefined): Promise<{ engine: Engine; visit: string }> {
  const engine = await openEngine();
  const record = await recorded(engine.store, { municipality: HOME, day: '2026-11-17', at: '2026-11-18T10:00+09:00' });
  await confirmed(engine.store, record, '2026-11-19T10:00+09:00');
  const of = { visit: record.id, municipality: HOME, expert: record.expert };
  const from = { by: idOf(OFFICER), at: '2026-11-20T01:00:00.000Z', via: 'teams', ask: 'rated' };
  if (said) {
    await engine.store.ratings.put(withRating(undefined, of, said, from), 'absent');
    const fit = said.wish === 'replace' ? 'worried' : 'good';
    const pair = { municipality: HOME, expert: record.expert, occasion: 'initial', side: 'municipality' } as const;
    await engine.store.fitAnswers.put({ ...from, ...pair, fit }, 'absent');
  }
  return { engine, visit: record.id };
}

let worlds: readonly Awaited<ReturnType<typeof worldWith>>[];
beforeAll(async () => {
  worlds = await Promise.all([
    worldWith({ score: 1, wish: 'replace', note: MARK }),
    worldWith({ score: 5, wish: 'continue', note: `${MARK}なし` }),
    worldWith(undefined),
  ]);
});
afterAll(() => Promise.all(worlds.map(({ engine }) => engine.close())));

/** What shows or only asks: by its word, as its example, and by a button with all that a button may carry. */
const looks = commands.filter(({ writes }) => writes !== true);
const given = (visit: string): Ask['input'] => ({
  ...{
    municipality: HOME,
    visit,
    meeting: visit.slice('visit-'.length),
    item: 'S1-2',
    kpi: 'KP-03',
    expert: idOf(EXPERT_MAIL),
  },
});

/** Every output to this person, without what only names the message it answers. */
async function outputsTo(
  email: string,
  { engine, visit }: (typeof worlds)[number],
): Promise<ReadonlyMap<string, string>> {
  const person: Chatting = engine.on('teams', email);
  const found = new Map<string, string>();
  for (const { name, says, writes, input } of looks) {
    const inputs = Object.entries(given(visit)).filter(
      ([key]) => key in input.shape && !(Array.isArray(writes) && writes.includes(key)),
    );
    found.set(`「${says[0]}」`, (await person.say(says[0])).words);
    found.set(`${name} as a button`, (await person.press({ command: name, input: Object.fromEntries(inputs) })).words);
  }
  for (const words of [
    '小海町',
    '満足度の平均',
    '小海町の満足度は',
    '訪問一覧 小海町',
    '小海町の派遣',
    'K3-108',
    '支援満足度',
  ])
    found.set(`「${words}」`, (await person.say(words)).words);
  return new Map([...found].map(([what, words]) => [what, words.replace(/[0-9a-f]{16,}/g, '#')]));
}

/** Whoever else there is; the expert serves the municipality. */
const people = {
  ...{ expert: EXPERT_MAIL, 'another municipality': 'lead-203041@town.example.jp', prefecture: PREFECTURE_OFFICER },
  ...{ stranger: 'stranger@else.example.jp' },
};
/** The prefecture sees 満足度 as figures of all visits: they may differ, and say whose it is in no case. */
const isFigures = (what: string): boolean =>
  looks.some(
    ({ name, says, needs }) => needs === 'figures' && (what === `「${says[0]}」` || what === `${name} as a button`),
  );

describe.each(Object.entries(people))('to %s', (role, email) => {
  it('nothing differs by what a municipality said of a visit, or whether it said anything', async () => {
    const [bad, good, none] = await Promise.all(worlds.map((world) => outputsTo(email, world)));
    if (!bad || !good || !none) throw new Error('three worlds');
    expect(bad.size).toBeGreaterThan(70);
    for (const [what, words] of bad) {
      expect({ what, isMarked: words.includes(MARK) }).toEqual({ what, isMarked: false });
      if (role === 'prefecture' && isFigures(what)) continue;
      expect({ what, words }).toEqual({ what, words: good.get(what) });
      expect({ what, words }).toEqual({ what, words: none.get(what) });
    }
  });
});

/** Their own answer, which they may see, without what it says. */
const masked = (words = ''): string =>
  words
    .replace(new RegExp(`${MARK}(なし)?`, 'g'), '…')
    .replace(/[1-5]（[^）]*）|\d（[^）]*満[^）]*）/g, '…')
    .replace(/交代を希望|継続を希望|気になる|はい/g, '…');

it('to the municipality itself nothing but its own answer differs', async () => {
  const [bad, good] = await Promise.all(worlds.map((world) => outputsTo(OFFICER, world)));
  if (!bad || !good) throw new Error('two worlds');
  for (const [what, words] of bad)
    expect({ what, words: masked(words) }).toEqual({ what, words: masked(good.get(what)) });
});

it('the secretariat sees it on the card of the visit, in 1:1 only', async () => {
  const [{ engine, visit } = { engine: undefined, visit: '' }] = worlds;
  if (!engine) throw new Error('three worlds');
  const shown = { command: 'show-visit', input: { municipality: HOME, visit } };
  const { words } = await engine.on('teams', 'office-1@office.example.jp').press(shown);
  for (const said of ['1（不満）', '交代を希望', MARK]) expect(words).toContain(said);
  expect((await engine.on('teams', OFFICER).press(shown)).words).not.toContain(MARK);
});
