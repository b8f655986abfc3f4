import type { Logger } from 'pino';
import { PROGRAMME } from '../../storage/collections.ts';
import { createApi } from '../channels/line-works/api.ts';
import { isLoopback } from '../channels/teams/config.ts';
import type { Config } from '../config.ts';
import { lineWorksConfig, openStore } from '../service.ts';
import type { Verb } from './verb.ts';

type Finding = { readonly what: string; readonly ok: boolean; readonly remedy?: string };

export const check: Verb = {
  name: 'check',
  usage: 'check',
  help: '設定と接続を1つずつ確かめ、直し方を示します。',

  async run({ config, log }) {
    const findings = [...(await storeFindings(config)), teamsFinding(config), await lineWorksFinding(config, log)];
    const lines = findings.map(({ what, ok, remedy }) => `${ok ? '○' : '×'} ${what}${remedy ? `: ${remedy}` : ''}`);
    return { ok: findings.every(({ ok }) => ok), lines, data: { findings } };
  },
};

async function storeFindings(config: Config): Promise<Finding[]> {
  const what = config.STORE === 'embedded' ? `保存先（${config.EMBEDDED_FILE}）` : '保存先（Cosmos DB）';
  try {
    const { store, close } = await openStore(config);
    const programme = await store.programmes.get(PROGRAMME, 'programme');
    await close();
    const imported = {
      what: '取込表',
      ok: programme !== undefined,
      ...(programme ? {} : { remedy: 'npm run bansou -- import FILE で取り込んでください。' }),
    };
    return [{ what, ok: true }, imported];
  } catch (error) {
    const hint =
      config.STORE === 'embedded'
        ? 'EMBEDDED_FILE の場所に書き込めるか確かめてください。'
        : 'COSMOS_ENDPOINT と、マネージド ID の権限を確かめてください。';
    return [{ what, ok: false, remedy: `${hint}（${error instanceof Error ? error.message : '不明'}）` }];
  }
}

function teamsFinding({ MicrosoftAppId, HOST }: Config): Finding {
  if (MicrosoftAppId) return { what: 'Teams の入口（認証あり）', ok: true };
  return {
    what: 'Teams の入口',
    ok: true,
    remedy: `MicrosoftAppId がないため、${isLoopback(HOST) ? 'この端末からだけ認証なしで開きます。' : '閉じています。'}`,
  };
}

async function lineWorksFinding(config: Config, log: Logger): Promise<Finding> {
  const lineWorks = lineWorksConfig(config);
  if (!lineWorks)
    return { what: 'LINE WORKS の入口', ok: true, remedy: 'LINE_WORKS_BOT_ID がないため、閉じています。' };
  const { ready, botName } = createApi(lineWorks, { log, now: () => new Date() });
  const steps = [
    [
      'LINE WORKS の認証',
      ready,
      'LINE_WORKS_CLIENT_ID・CLIENT_SECRET・SERVICE_ACCOUNT・PRIVATE_KEY を、Developer Console の値と比べてください。',
    ],
    [
      'LINE WORKS のボット',
      botName,
      'LINE_WORKS_BOT_ID と、アプリの OAuth スコープ（bot.message、bot.read、user.read）を確かめてください。',
    ],
  ] as const;
  for (const [what, attempt, hint] of steps) {
    try {
      await attempt();
    } catch (error) {
      return { what, ok: false, remedy: `${hint}（${error instanceof Error ? error.message : '不明'}）` };
    }
  }
  return { what: 'LINE WORKS の入口（認証・ボット）', ok: true };
}
