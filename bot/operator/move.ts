import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { type StoreName, storeNames } from '../../programme/store-move.ts';
import { type OpenStore, PROGRAMME } from '../../storage/collections.ts';
import { CopyRefused } from '../../storage/embedded-copy.ts';
import { mustBeFree } from '../../storage/embedded-restore.ts';
import { StoreUnavailable } from '../../storage/store.ts';
import type { Config } from '../config.ts';
import { dropMove, type Moved, moveRecords } from '../hand-over/move/move-records.ts';
import { MoveRefused } from '../hand-over/move/move-refused.ts';
import { connectStore } from '../service.ts';
import { copiedLines, stepLines } from './copies.ts';
import { misspelt, type Outcome, type Verb } from './verb.ts';

type Call = Parameters<Verb['run']>[0];
/** The targets as they are typed; the settings call the stores so too. */
const TARGETS: Readonly<Record<string, StoreName>> = { cosmos: 'cosmos', embedded: 'embedded' };

export const moveVerb: Verb = {
  name: 'move',
  usage: 'move --to cosmos|embedded [--drop]',
  help: 'サービスを止めてから、記録をもう一方の保存先へ移し、1件ずつ比べます（途中で切れたら、もう一度で続きから）。',

  async run(call) {
    const to = TARGETS[call.to ?? ''];
    if (to === undefined)
      return misspelt(no('移す先を --to cosmos か --to embedded で指定してください。', 'no-target'));
    try {
      if (call.config.STORE === to) return await alreadyThere(call.config);
      if (call.drop) return await dropped(call);
      return await moved(call, to);
    } catch (error) {
      if (!isTold(error)) throw error;
      return no(`${error.message}。`, error.why);
    }
  },
};

const isTold = (error: unknown): error is Error & { readonly why: string } =>
  [MoveRefused, CopyRefused, StoreUnavailable, TargetUnavailable].some((told) => error instanceof told);

const no = (line: string, why: string): Outcome => ({ ok: false, lines: [line], data: { moved: false, why } });

/** The settings name the target already: the day is over, or has not begun. */
async function alreadyThere(config: Config): Promise<Outcome> {
  const opened = await connectStore(config);
  try {
    const found = await opened.store.programmes.get(PROGRAMME, 'programme');
    if (found?.value.move?.state === 'arrived') return done(config.STORE, await opened.counts(), 'already');
    const here = storeNames[config.STORE];
    return no(
      `STORE はもう ${here} です。移す元を STORE にして、もう一度実行してください。何も変えていません。`,
      'same',
    );
  } finally {
    await opened.close();
  }
}

async function dropped(call: Call): Promise<Outcome> {
  const { config } = call;
  const opened = await connectStore(config);
  try {
    await dropMove(opened.store, moverOf(call));
  } finally {
    await opened.close();
  }
  const here = storeNames[config.STORE];
  const lines = [
    `移すのをやめました。${here} のまま npm start で始められます。移した先の途中の記録は、そこでは使えません。`,
  ];
  return { ok: true, lines, data: { moved: false, dropped: true } };
}

async function moved(call: Call, to: StoreName): Promise<Outcome> {
  const { config, progress } = call;
  const from = config.STORE;
  if (to === 'cosmos' && config.COSMOS_ENDPOINT === undefined)
    return no('移す先の COSMOS_ENDPOINT を .env に入れてください。', 'no-endpoint');
  // Of Cosmos DB nobody can tell who has it open; its leases say who works in it.
  if (existsSync(config.EMBEDDED_FILE)) mustBeFree(config.EMBEDDED_FILE);
  const isSure = from === 'embedded' ? 'サービスが止まっていることを確かめました。' : '';
  progress?.(`${isSure}移し終わるまで、サービスを始めないでください。`);
  return betweenBoth(call, to, async (source, target) => {
    const names = { from, to };
    const moving = { ...moverOf(call), from: source, to: target, names, progress: stepLines(progress) };
    const { counts, already, continued } = await moveRecords(moving);
    return done(to, counts, already ? 'already' : continued ? 'continued' : 'now');
  });
}

const moverOf = ({ config, now }: Call) => ({
  who: `${hostname()} ${resolve(config.EMBEDDED_FILE)}`,
  now: clockFrom(now),
});

const clockFrom = (now: Date): (() => Date) => {
  const began = performance.now();
  return () => new Date(now.getTime() + performance.now() - began);
};

async function betweenBoth(
  { config }: Call,
  to: StoreName,
  work: (from: OpenStore, to: OpenStore) => Promise<Outcome>,
): Promise<Outcome> {
  const source = await connectStore(config, { remembers: false });
  try {
    const target = await connectStore(config, { store: to, mayCreate: true, remembers: false }).catch(ofTarget(to));
    return await work(source, target).finally(() => target.close());
  } finally {
    await source.close();
  }
}

/** The settings name both: which of the two is meant has to be said. */
const ofTarget =
  (to: StoreName) =>
  (error: unknown): never => {
    throw error instanceof StoreUnavailable ? new TargetUnavailable(to, error) : error;
  };

class TargetUnavailable extends Error {
  readonly why;

  constructor(to: StoreName, cause: StoreUnavailable) {
    super(`移す先（${storeNames[to]}）を使えません。${cause.message}。移す元はそのままです`, { cause });
    this.why = cause.why;
  }
}

function done(to: StoreName, counts: Moved['counts'], how: 'now' | 'continued' | 'already'): Outcome {
  const there = storeNames[to];
  const what = {
    now: `記録をすべて ${there} に移し、1件ずつ比べて同じことを確かめました。`,
    continued: `前の続きから、記録をすべて ${there} に移し、1件ずつ比べて同じことを確かめました。`,
    already: `記録はもう ${there} に移し終わっています。何も変えていません。`,
  };
  const lines = [
    what[how],
    ...copiedLines(counts),
    `.env の STORE を ${to} にしてから npm start で始めてください。前の保存先では始まりません。`,
  ];
  return { ok: true, lines, data: { moved: true, to, how, counts } };
}
