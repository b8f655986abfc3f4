import { channelChoices } from '../../../programme/channel.ts';
import type { Config } from '../../config.ts';
import { isLoopback } from '../../doors/loopback.ts';
import { chatProducts } from '../../service.ts';
import { type Finding, findingOf, well, wrong } from '../../upkeep/finding.ts';

const WHAT = '外から見えるアドレス（PUBLIC_URL）';

/** Chat products call over https only, and what answers there must be this service. */
export async function publicUrlFinding(config: Config): Promise<Finding> {
  const { PUBLIC_URL: url } = config;
  if (url === undefined) {
    const isOpen = chatProducts.some((product) => product.isSetUp(config));
    return well(
      WHAT,
      isOpen ? '空なので、外から届くかを確かめていません。' : '空です（この端末で試すだけなら要りません）。',
    );
  }
  const { protocol, hostname } = new URL(url);
  const callers = channelChoices.map(({ label }) => label).join(' と ');
  if (protocol !== 'https:' && !isLoopback(hostname))
    return wrong(WHAT, `https:// で始まるアドレスにしてください。${callers} は https でしか呼びません。`);
  const remedy = 'サービスが動いているか、DNS・証明書・ロードバランサーの向き先を確かめてください。';
  return findingOf(WHAT, remedy, async () => {
    const answer = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(10_000), redirect: 'manual' });
    const { alive } = ((await answer.json().catch(() => undefined)) ?? {}) as { readonly alive?: unknown };
    return answer.status === 200 && alive === true
      ? undefined
      : wrong(WHAT, `別のものが応えています（/healthz が ${answer.status}）。${remedy}`);
  });
}
