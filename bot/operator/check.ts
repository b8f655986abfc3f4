import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { chatProducts } from '../service.ts';
import type { Finding } from '../upkeep/finding.ts';
import { clockFinding, diskFindings, nodeFinding } from './checks/machine.ts';
import { publicUrlFinding } from './checks/public-url.ts';
import { storeFindings } from './checks/store.ts';
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
      ...(await channelFindings(config, log, now)),
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

/** One product after the other, in the order of the list. */
async function channelFindings(config: Config, log: Logger, now: Date): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const product of chatProducts) findings.push(...(await product.check(config, log, now)));
  return findings;
}

/** Whoever checks our tokens by a clock of their own; any of them will do. */
function otherClock(config: Config): string | undefined {
  return chatProducts.findLast((product) => product.isSetUp(config))?.clock(config);
}
