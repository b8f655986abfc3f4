import type { Logger } from 'pino';
import { type Finding, findingOf, well } from '../../upkeep/finding.ts';
import { createApi } from './api.ts';
import { type LineWorksSettings, lineWorksConfig } from './settings.ts';

/** One after the other: what comes later needs what comes before. */
export async function lineWorksFindings(
  config: LineWorksSettings,
  log: Logger,
  now: Date,
): Promise<readonly Finding[]> {
  const lineWorks = lineWorksConfig(config);
  if (!lineWorks) return [well('LINE WORKS の入口', 'LINE_WORKS_BOT_ID がないため、閉じています。')];
  const api = createApi(lineWorks, { log, now: () => now });
  const token = await findingOf(
    'LINE WORKS の認証',
    'LINE_WORKS_CLIENT_ID・CLIENT_SECRET・SERVICE_ACCOUNT・PRIVATE_KEY を、Developer Console の値と比べてください。',
    async () => {
      await api.ready();
      return undefined;
    },
  );
  if (!token.ok) return [token];
  const bot = await findingOf(
    'LINE WORKS のボット',
    'LINE_WORKS_BOT_ID と、アプリの OAuth スコープ（bot.message、bot.read、user.read）を確かめてください。',
    async () => well(`LINE WORKS のボット（${await api.botName()}）`),
  );
  if (!bot.ok) return [token, bot];
  const menu = await findingOf(
    'LINE WORKS のメニュー',
    'しばらくしてからもう一度確かめ、続くときは npm run bansou -- menu で置き直してください。',
    async () =>
      (await api.hasMenu())
        ? undefined
        : well('LINE WORKS のメニュー', 'まだありません。npm run bansou -- menu で置くと、トーク画面の下に出ます。'),
  );
  return [token, bot, menu];
}
