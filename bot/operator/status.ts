import { channels as products } from '../../programme/channel.ts';
import { shortMoment } from '../../programme/day.ts';
import { clockText, concernsIn, type ServiceStanding, storeText } from '../../programme/operations/standing.ts';
import { storeNames } from '../../programme/store-move.ts';
import type { OpenStore } from '../../storage/collections.ts';
import { sumOf } from '../../storage/embedded-copy.ts';
import type { Config } from '../config.ts';
import { admission } from '../features/admission.ts';
import { jobs } from '../features/jobs.ts';
import { days } from '../job.ts';
import { expand } from '../outbox/expand.ts';
import { dueAtOnce } from '../outbox/plan.ts';
import { readWorld } from '../outbox/world.ts';
import { factsOf, openStore } from '../service.ts';
import { readStanding } from '../upkeep/standing.ts';
import { notImported, type Outcome, type Verb } from './verb.ts';

/** How far ahead is told who is asked. */
const AHEAD = days(7);

export const statusVerb: Verb = {
  name: 'status',
  usage: 'status',
  help: '次にだれに届くか、待ち・失敗、時計・チャット・保存先・写しの様子を示します（気になることがあれば 1 で終わります）。',

  async run({ config, now }) {
    const opened = await openStore(config);
    try {
      return await statusOf(opened, config, now);
    } finally {
      await opened.close();
    }
  },
};

async function statusOf({ store, counts }: OpenStore, config: Config, now: Date): Promise<Outcome> {
  const world = await readWorld(store, now, admission);
  if (!world) return { ok: false, lines: [notImported], data: { status: 'not-imported' } };
  const faults: string[] = [];
  const told = jobs.filter(({ confidential }) => !confidential);
  const until = new Date(now.getTime() + AHEAD);
  const expansion = await expand(told, world, { from: now, until }, ({ name }) => faults.push(name));
  const facts = factsOf(config);
  const atOnce = (await dueAtOnce(expansion, world, told)).length;
  const planned = [...expansion.expected.values()].filter(({ dueAt }) => new Date(dueAt) <= until);
  const standing = await readStanding({
    store,
    programme: world.programme,
    now,
    jobs,
    facts,
    amongOthers: true,
    planned,
  });
  const documents = sumOf(await counts());
  const concerns = concernsIn(standing, now);
  const move = world.programme.move;
  return {
    ok: concerns.length === 0 && faults.length === 0,
    lines: [
      ...concerns.map(({ what, todo }) => `△ ${what}: ${todo}`),
      ...faults.map((name) => `× ${name} の予定を作れませんでした。`),
      ...(concerns.length + faults.length === 0 ? ['○ 気になることはありません。'] : []),
      ...(atOnce > 0 ? [atOnceLine(atOnce)] : []),
      ...nextLines(standing),
      ...stateLines(standing, { documents, where: placeOf(config) }),
      ...(move?.state === 'arrived'
        ? [`  移し替え\t${storeNames[move.other]}から ${shortMoment(new Date(move.at))}`]
        : []),
    ],
    data: { ...standing, atOnce, concerns, faults, documents, ...(move && { move }) },
  };
}

/** A file, or an account and its database. Neither is a secret, nor a key to it. */
function placeOf({ STORE, EMBEDDED_FILE, COSMOS_ENDPOINT = '', COSMOS_DATABASE }: Config): string {
  if (STORE === 'embedded') return EMBEDDED_FILE;
  return `${URL.canParse(COSMOS_ENDPOINT) ? new URL(COSMOS_ENDPOINT).host : ''} ${COSMOS_DATABASE}`.trim();
}

/** Not a concern: of a service that runs there is nothing of the kind for longer than a minute. */
const atOnceLine = (count: number): string =>
  `時計が動くとすぐに届くもの: ${count}件（時刻を過ぎていて、まだ送っていません。npm run bansou -- jobs で確かめられます）`;

function nextLines({ next }: ServiceStanding): readonly string[] {
  if (next.length === 0) return ['次に届くもの: 7日先までに予定はありません。'];
  return [
    '次に届くもの:',
    ...next.map(({ at, called, people }) => `  ${shortMoment(at)}\t${called}\t宛先 ${people}件`),
  ];
}

function stateLines(
  standing: ServiceStanding,
  kept: { readonly documents: number; readonly where: string },
): readonly string[] {
  const { counts, channels, clock, store, backupAt, version } = standing;
  const when = (at: Date | undefined, none: string): string => (at ? shortMoment(at) : none);
  const sending = [`送信待ち ${counts.waiting}件`, `送信中 ${counts.sending}件`];
  const trouble = [`届いたか不明 ${counts.unknown}件`, `送れなかった ${counts.failed}件`];
  const copies = store?.name === 'embedded' ? when(backupAt, 'ありません') : 'Azure の継続バックアップ';
  return [
    '配信と時計:',
    `  配信\t${[...sending, ...trouble].join('、')}`,
    `  時計\t${clock.inside ? 'CLOCK=on' : 'CLOCK=off（外から tick）'}、${clockText(clock)}`,
    ...channels.map(({ name, isSetUp, lastSentAt }) => {
      return `  ${products[name].called}\t${isSetUp ? `最後の送信: ${when(lastSentAt, 'まだ')}` : 'つながっていません'}`;
    }),
    '保存先と版:',
    ...(store
      ? [`  保存先\t${storeText(store)} ${kept.where}、${kept.documents.toLocaleString('ja-JP')}件の文書`]
      : []),
    `  最後の写し\t${copies}`,
    `  版\t${version ?? '不明'}`,
  ];
}
