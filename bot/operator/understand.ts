import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { addressKey } from '../../programme/address.ts';
import { firstChannel } from '../../programme/channel.ts';
import { dayOf } from '../../programme/day.ts';
import type { Member } from '../../programme/member.ts';
import { lackingSaid } from '../../programme/no-access.ts';
import { asWritten } from '../../programme/written.ts';
import { kinds, MEMBERS, PROGRAMME, type Store } from '../../storage/collections.ts';
import { admission } from '../features/admission.ts';
import { commands } from '../features/index.ts';
import { jobs } from '../features/jobs.ts';
import type { TurnStart } from '../turn.ts';
import { isTooLong } from '../understand/text/fold.ts';
import { understand } from '../understand/understand.ts';
import { type Verdict, verdictOn } from '../understand/verdict.ts';
import { misspelt, notImported, type Verb, withStore } from './verb.ts';

const Moment = z.string().refine((said) => !Number.isNaN(Date.parse(said)));
const Line = z.object({
  text: z
    .string()
    .refine((said) => !isTooLong(said))
    .transform(asWritten),
  as: z.string().optional(),
  now: Moment.optional(),
});
type Line = z.infer<typeof Line>;
type Fault = { readonly error: string };

export const understandVerb: Verb = {
  name: 'understand',
  usage: 'understand "文…" [--as メール]',
  help: '文の読み取り方を1行のJSONで示します（何も書き込みません）。「-」なら標準入力のJSON行を読みます。',

  async run({ rest, as, now, config }) {
    const said = rest.join(' ');
    const lines =
      said === '-'
        ? (await text(process.stdin)).split('\n').filter((line) => line.trim() !== '')
        : [JSON.stringify({ text: said, as })];
    if (said === '')
      return misspelt({ ok: false, lines: ['文を指定してください。例: understand "S1-3 完了しました"'], data: {} });
    const read = await withStore(config, async (store) => {
      const answers: (Verdict | Fault)[] = [];
      for (const line of lines) answers.push(await answer(line, now, store));
      return answers;
    });
    const ok = read.every((each) => !('error' in each));
    return { ok, lines: read.map((each) => JSON.stringify(each)), data: said === '-' ? read : withReason(read[0]) };
  },
};

/** For a program that reads why a verb failed, whichever verb it is. */
const withReason = (one: Verdict | Fault | undefined) => (one && 'error' in one ? { ...one, reason: one.error } : one);

async function answer(line: string, now: Date, store: Store): Promise<Verdict | Fault> {
  const parsed = Line.safeParse(jsonIn(line));
  if (!parsed.success) return { error: '{"text": "文", "as": "メール", "now": "日時"} の形で1行ずつ渡してください。' };
  const turn = await turnFor(parsed.data, now, store);
  if ('error' in turn) return turn;
  return verdictOn(await understand(parsed.data.text, commands, turn), commands, turn);
}

/** As somebody in a chat of their own; as the secretariat, who may see everything, when nobody is named. */
async function turnFor({ as, now: at }: Line, now: Date, store: Store): Promise<TurnStart | Fault> {
  const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  if (!programme) return { error: notImported };
  const members = (await store.members.list(MEMBERS)).map(({ value }) => value).filter(({ active }) => active);
  const who =
    as === undefined
      ? members.find(({ role }) => role === 'secretariat')
      : members.find(({ email }) => email !== undefined && addressKey(email) === addressKey(as));
  if (as !== undefined && !who) return { error: `${as} は名簿にありません。` };
  const then = at === undefined ? now : new Date(at);
  const lacks = who && (await admission(store, [who], dayOf(then)))(who);
  if (who && lacks) return { error: `${who.name}さんは今は使えません。${lackingSaid(lacks)}。` };
  return turnAs(who, then, { programme, store });
}

function turnAs(
  who: Member | undefined,
  now: Date,
  { programme, store }: Pick<TurnStart, 'programme' | 'store'>,
): TurnStart {
  const via = who?.chat ?? firstChannel;
  return {
    who,
    now,
    programme,
    store,
    admission,
    jobs,
    kinds,
    via,
    person: who?.id ?? 'operator',
    room: { id: 'operator', channel: via, address: 'operator', audience: undefined },
    from: { by: who?.id ?? 'operator', at: now.toISOString(), via, ask: 'operator' },
  };
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
