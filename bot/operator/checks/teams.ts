import type { Logger } from 'pino';
import { isLoopback } from '../../channels/teams/config.ts';
import { NoToken } from '../../channels/teams/credentials.ts';
import { openTeams } from '../../channels/teams/open-teams.ts';
import type { Config } from '../../config.ts';
import { teamsConfig } from '../../service.ts';
import { attempt, type Finding, well } from './finding.ts';

/** Whether the bot can prove who it is, and check who is calling. */
export async function teamsFinding(config: Config, log: Logger, now: Date): Promise<Finding> {
  if (!config.MicrosoftAppId) {
    const door = isLoopback(config.HOST) ? 'この端末からだけ認証なしで開きます。' : '閉じています。';
    return well('Teams の入口', `MicrosoftAppId がないため、${door}`);
  }
  const { channel } = openTeams(teamsConfig(config), async () => undefined, { log, now: () => now });
  return attempt('Teams の入口（ボットの認証と署名鍵）', remedyFor(config), async () => {
    await channel.ready();
    return undefined;
  });
}

const remedyFor =
  ({ MicrosoftAppType: type }: Config) =>
  (error: unknown): string => {
    if (!(error instanceof NoToken))
      return 'インターネットへの 443 番（login.botframework.com）が開いているか確かめてください。';
    return type === 'SingleTenant'
      ? 'MicrosoftAppId・MicrosoftAppPassword・MicrosoftAppTenantId を Entra の「アプリの登録」と比べ、シークレットの期限を確かめてください。'
      : 'MicrosoftAppId のマネージド ID が、このコンピューター（コンテナー）に割り当てられているか確かめてください。';
  };
