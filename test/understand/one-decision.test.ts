import { type Decision, decide } from '../../bot/decide.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import type { TurnStart } from '../../bot/turn.ts';
import { understand } from '../../bot/understand/understand.ts';
import { type Verdict, verdictOn } from '../../bot/understand/verdict.ts';
import type { Card } from '../../cards/card.ts';
import { OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import { ChannelName } from '../../programme/channel.ts';
import { kinds, MEMBERS, PROGRAMME, type Store } from '../../storage/collections.ts';
import { type Engine, NOW, openEngine } from '../engine.ts';
import { script } from '../golden/sentences.ts';
import { type As, labelled } from './world.ts';

const EXPERT = 'expert-1@expert.example.jp';
const OFFICE = 'office-1@office.example.jp';

/** What looks complete, and is refused or asked about all the same. */
const complete: readonly (readonly [email: string, said: string, verdict: Partial<Verdict>])[] = [
  [OFFICER, '10/20から10/10まで休みます', { command: 'take-leave', sure: false, ask: ['until'] }],
  [OFFICER, '休み 12/20-12/10', { command: 'take-leave', sure: false, ask: ['until'] }],
  [OFFICER, '休み 12/1 代理 存在しない', { command: 'take-leave', sure: false, ask: ['substitute'] }],
  [OFFICER, '休み 12/1-12/3', { command: 'take-leave', sure: true, ask: [] }],
  [OFFICE, '会議中止 第8回', { command: 'cancel-meeting', sure: false, ask: [] }],
  [OFFICE, '設定 火 10:00', { command: 'settings', sure: false, ask: [] }],
  [OFFICER, '未報告', { command: 'show-unreported', sure: false, ask: [] }],
  [OFFICER, '出席 第1回', { command: 'attend', sure: false, ask: [] }],
  [OFFICER, '登録 ABCD-EFGH', { command: 'register', sure: true, ask: [] }],
  [OFFICE, '部屋登録 県', { command: 'bind-room', sure: false, ask: [] }],
  [
    OFFICE,
    '会議作成 打合せ 2026/11/1 14:00-15:00 オンライン 県',
    { command: 'schedule-meeting', sure: false, ask: ['day'] },
  ],
];

let engine: Engine;
/** The kinds of document of which something was written. */
const written: string[] = [];
beforeAll(async () => {
  engine = await openEngine();
  for (const [name, documents] of Object.entries(engine.store)) {
    const put = documents.put as (...given: unknown[]) => unknown;
    Object.assign(documents, {
      put: (...given: unknown[]) => {
        written.push(name);
        return put(...given);
      },
    });
  }
});
afterAll(() => engine.close());

it.each(complete)('%s: %s', async (email, said, verdict) => {
  expect(await looked(said, await turnOf(email, 'teams', engine.store))).toMatchObject({ verdict });
  expect(written).toEqual([]);
});

const asThey: Readonly<Record<As, string>> = {
  town: OFFICER,
  expert: EXPERT,
  office: OFFICE,
  pref: PREFECTURE_OFFICER,
};
const everybody = Object.entries(asThey).map(
  ([as, email]) => [email, labelled('held-out').flatMap((each) => (each.as === as ? [each.text] : []))] as const,
);

describe.each(ChannelName.options)('on %s', (chat) => {
  it.each([...script, ...everybody])('what is decided about what %s says is what is done', async (email, sentences) => {
    const person = engine.on(chat, email);
    for (const said of sentences) {
      await person.backTo(undefined);
      written.length = 0;
      const { verdict, decision } = await looked(said, await turnOf(email, chat, engine.store));
      expect({ said, written }).toEqual({ said, written: [] });
      const { card } = await person.say(said);
      if (verdict.sure) expect({ said, done: isDone(card) }).toEqual({ said, done: true });
      else if (!isInPart(decision))
        expect({ said, written: written.filter((name) => !ofTheTalk.includes(name)) }).toEqual({ said, written: [] });
    }
  });
});

/** Rows of a form that can be taken are, though others come back. */
const isInPart = (decision: Decision) => decision.kind === 'ready' && decision.comesBack.length > 0;

/** What a conversation keeps of itself. */
const ofTheTalk: readonly string[] = ['interviews', 'acquaintances'];

async function looked(said: string, turn: TurnStart): Promise<{ verdict: Verdict; decision: Decision }> {
  const reading = await understand(said, commands, turn);
  const verdict = await verdictOn(reading, commands, turn);
  const decision = await decide({ command: verdict.command, input: verdict.input }, commands, turn);
  if (decision.kind === 'question') await decision.reply().catch(() => undefined);
  return { verdict, decision };
}

/** It was neither refused nor, by a form with what is wrong beside its fields, asked back. */
const isDone = (card: Card) => card.title !== 'ご確認ください' && !JSON.stringify(card).includes('"error":');

async function turnOf(email: string, via: ChannelName, store: Store): Promise<TurnStart> {
  const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  const who = (await store.members.list(MEMBERS)).find(({ value }) => value.email === email)?.value;
  if (!programme) throw new Error('the programme was not imported');
  const room = { id: `1:1 ${email}`, channel: via, address: email, audience: undefined };
  const from = { by: who?.id ?? 'stranger', at: NOW.toISOString(), via, ask: 'look' };
  return { who, now: NOW, programme, store, admission, jobs, kinds, via, person: email, room, from };
}
