import type { Config } from '../config.ts';
import type { Finding } from './checks/finding.ts';
import { lineWorksFindings } from './checks/line-works.ts';
import { clockFinding, diskFindings, nodeFinding } from './checks/machine.ts';
import { publicUrlFinding } from './checks/public-url.ts';
import { storeFindings } from './checks/store.ts';
import { teamsFinding } from './checks/teams.ts';
import type { Verb } from './verb.ts';

export const check: Verb = {
  name: 'check',
  usage: 'check',
  help: '設定と接続を1つずつ確かめ、直し方を示します。',

  async run({ config, log, now }) {
    const findings = [
      nodeFinding(),
      await clockFinding(now, otherClock(config)),
      ...(await storeFindings(config, now)),
      ...(await diskFindings(config)),
      await teamsFinding(config, log, now),
      ...(await lineWorksFindings(config, log, now)),
      await publicUrlFinding(config),
    ];
    return { ok: findings.every(({ ok }) => ok), lines: findings.map(lineOf), data: { findings } };
  },
};

/** ○ well, △ well as it is and could be more, × to be mended. */
function lineOf({ what, ok, remedy }: Finding): string {
  const sign = ok ? (remedy ? '△' : '○') : '×';
  return `${sign} ${what}${remedy ? `: ${remedy}` : ''}`;
}

/** Whoever checks our tokens by a clock of their own. */
function otherClock(config: Config): string | undefined {
  if (config.LINE_WORKS_BOT_ID) return config.LINE_WORKS_AUTH_URL;
  if (!config.MicrosoftAppId) return undefined;
  return (
    config.ToBotFromChannelOpenIdMetadataUrl ?? 'https://login.botframework.com/v1/.well-known/openidconfiguration'
  );
}
