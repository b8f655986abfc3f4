import { isLoopback } from '../../channels/teams/config.ts';
import type { Config } from '../../config.ts';
import { attempt, type Finding, well, wrong } from './finding.ts';

const WHAT = '外から見えるアドレス（PUBLIC_URL）';

/** Chat products call over https only, and what answers there must be this service. */
export async function publicUrlFinding({
  PUBLIC_URL: url,
  MicrosoftAppId,
  LINE_WORKS_BOT_ID,
}: Config): Promise<Finding> {
  if (url === undefined) {
    const isOpen = MicrosoftAppId !== undefined || LINE_WORKS_BOT_ID !== undefined;
    return well(
      WHAT,
      isOpen ? '空なので、外から届くかを確かめていません。' : '空です（この端末で試すだけなら要りません）。',
    );
  }
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !isLoopback(hostname))
    return wrong(WHAT, 'https:// で始まるアドレスにしてください。Teams と LINE WORKS は https でしか呼びません。');
  const remedy = 'サービスが動いているか、DNS・証明書・ロードバランサーの向き先を確かめてください。';
  return attempt(WHAT, remedy, async () => {
    const answer = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(10_000), redirect: 'manual' });
    const { alive } = ((await answer.json().catch(() => undefined)) ?? {}) as { readonly alive?: unknown };
    return answer.status === 200 && alive === true
      ? undefined
      : wrong(WHAT, `別のものが応えています（/healthz が ${answer.status}）。${remedy}`);
  });
}
