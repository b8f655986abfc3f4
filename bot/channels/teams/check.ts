import type { Logger } from 'pino';
import { z } from 'zod';
import { isLoopback } from '../../doors/loopback.ts';
import { listOf } from '../../setting.ts';
import { type Finding, findingOf, well, wrong } from '../../upkeep/finding.ts';
import { NoToken } from './credentials.ts';
import { openTeams } from './open-teams.ts';
import { type TeamsSettings, teamsConfig } from './settings.ts';

/** Whether the bot can prove who it is, and check who is calling; and whose people it answers. */
export async function teamsFinding(config: TeamsSettings, log: Logger, now: Date): Promise<Finding> {
  if (!config.MicrosoftAppId) {
    const door = isLoopback(config.HOST) ? 'この端末からだけ認証なしで開きます。' : '閉じています。';
    return well('Teams の入口', `MicrosoftAppId がないため、${door}`);
  }
  const { channel } = openTeams(teamsConfig(config), async () => undefined, { log, now: () => now });
  const tenants = listOf(config.TEAMS_TENANTS).map((each) => each.toLowerCase());
  const what = `Teams の入口（ボットの認証と署名鍵、応える組織は${Math.max(1, tenants.length)}つ）`;
  return findingOf(what, remedyFor(config), async () => {
    await channel.ready();
    return tenantsFinding(what, tenants, config.MicrosoftAppTenantId?.toLowerCase() ?? '');
  });
}

/** Undefined where there is nothing to say about whose people are let in. */
function tenantsFinding(what: string, tenants: readonly string[], own: string): Finding | undefined {
  if (tenants.length === 0 && !z.guid().safeParse(own).success)
    return wrong(
      what,
      'MicrosoftAppTenantId がテナント ID（GUID）の形ではないため、だれにも応えられません。TEAMS_TENANTS にテナント ID を書いてください。',
    );
  if (tenants.length === 0 || tenants.includes(own)) return undefined;
  return well(what, 'ボットの組織（MicrosoftAppTenantId）が TEAMS_TENANTS にないため、その組織の人には応えません。');
}

const remedyFor =
  ({ MicrosoftAppType: type }: TeamsSettings) =>
  (error: unknown): string => {
    if (!(error instanceof NoToken))
      return 'インターネットへの 443 番（login.botframework.com）が開いているか確かめてください。';
    return type === 'SingleTenant'
      ? 'MicrosoftAppId・MicrosoftAppPassword・MicrosoftAppTenantId を Entra の「アプリの登録」と比べ、シークレットの期限を確かめてください。'
      : 'MicrosoftAppId のマネージド ID が、このコンピューター（コンテナー）に割り当てられているか確かめてください。';
  };
