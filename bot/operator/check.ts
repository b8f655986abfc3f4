import { PROGRAMME } from '../../storage/collections.ts';
import { isLoopback } from '../channels/teams/config.ts';
import type { Config } from '../config.ts';
import { openStore } from '../service.ts';
import type { Verb } from './verb.ts';

type Finding = { readonly what: string; readonly ok: boolean; readonly remedy?: string };

export const check: Verb = {
  name: 'check',
  usage: 'check',
  help: '設定と接続を1つずつ確かめ、直し方を示します。',

  async run({ config }) {
    const findings = [...(await storeFindings(config)), teamsFinding(config), lineWorksFinding(config)];
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

function lineWorksFinding({ LINE_WORKS_BOT_ID }: Config): Finding {
  if (!LINE_WORKS_BOT_ID)
    return { what: 'LINE WORKS の入口', ok: true, remedy: 'LINE_WORKS_BOT_ID がないため、閉じています。' };
  return { what: 'LINE WORKS の入口', ok: false, remedy: 'この版では開けません。' };
}
