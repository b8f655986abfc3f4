import { deliveriesIn } from '../../../bot/deliveries.ts';
import { addDays, type Day, instantOf, weekdayOf } from '../../../programme/day.ts';
import { latestRounds } from '../../../programme/deliveries/latest-rounds.ts';
import { deliveryId } from '../../../programme/delivery.ts';
import { MEMBERS, municipal, PROGRAMME } from '../../../storage/collections.ts';
import type { Actor } from '../actor.ts';
import type { Deed, Now } from '../deed.ts';
import { PM } from '../people.ts';
import type { Plan } from '../plan.ts';
import type { World } from '../world.ts';

const WEEKLY: Readonly<Record<number, readonly string[]>> = {
  1: ['派遣', '相談一覧', '会議'],
  2: ['誓約一覧', '体制変更一覧'],
  3: ['承認待ち', '宿題'],
  4: ['未報告', '承諾一覧'],
  5: ['ダイジェスト', '派遣状況', '名簿'],
};

/** The secretariat: sees every morning what did not arrive, answers who asked for help, looks after the rest. */
export function secretariatDeeds({ day, part }: Now, { towns }: Plan): readonly Deed[] {
  const codes = towns.map(({ code }) => code);
  if (part === '09:30')
    return [
      { who: PM, does: (actor, world) => sendsAgain(actor, world, { day, codes }) },
      { who: PM, does: (actor, world) => answersHelp(actor, world, codes) },
    ];
  if (part !== '16:20') return [];
  return (WEEKLY[weekdayOf(day)] ?? []).map((text) => ({ who: PM, does: (actor) => actor.say(text, /./) }));
}

type Where = { readonly day: Day; readonly codes: readonly string[] };

/** What is in doubt is sent again to those who, asked by telephone, have not got it. */
async function sendsAgain(actor: Actor, { store, got }: World, { day, codes }: Where): Promise<void> {
  const since = instantOf(addDays(day, -4));
  const doubtful = latestRounds(await deliveriesIn(store, codes, instantOf(addDays(day, -35)))).filter(
    ({ state, dueAt }) => state === 'unknown' && dueAt >= since.toISOString(),
  );
  if (doubtful.length === 0) return;
  await actor.say('配信状況', /届いたか|要確認|不明|確かめ/);
  const members = new Map((await store.members.list(MEMBERS)).map(({ value }) => [value.id, value.email]));
  for (const delivery of doubtful) {
    const email = members.get(delivery.recipient.id);
    const hasArrived = got.some(
      ({ to, at, words }) => to === email && at.toISOString() >= delivery.dueAt && isOf(delivery.job, words),
    );
    const partition = delivery.municipality ? municipal(delivery.municipality) : PROGRAMME;
    if (!hasArrived)
      await actor.ask('resend', { delivery: deliveryId(delivery), partition }, /もう一度送ります|すでに/);
  }
}

/** Whoever is asked whether the weekly card has come does not mean the reminder of a meeting that has. */
const isOf = (job: string, words: string): boolean =>
  ['weekly-check-in', 'nudge'].includes(job) === /の週の報告/.test(words);

async function answersHelp(actor: Actor, { store }: World, codes: readonly string[]): Promise<void> {
  const range = { from: 'help-', below: 'help.' };
  for (const municipality of codes)
    for (const { value } of await store.helpRequests.list(municipal(municipality), range)) {
      if (value.steps?.some(({ did }) => did === 'answered')) continue;
      const which = { request: value.id, municipality };
      await actor.ask('handle-request', { ...which, state: 'taken' }, /受け持/);
      await actor.ask('answer-request', { ...which, answer: '県の様式の例をお送りします' }, /回答を記録しました/);
    }
}
