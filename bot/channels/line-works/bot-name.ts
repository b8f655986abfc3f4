import { z } from 'zod';
import type { Calls } from './calls.ts';
import type { LineWorksConfig } from './config.ts';

const Bot = z.object({ botName: z.string().min(1) });

/** What people call the bot by in rooms. @throws what `Calls` throws */
export function createBotName({ botId }: LineWorksConfig, { call }: Calls): () => Promise<string> {
  return async () =>
    Bot.parse(await call({ api: 'bot', method: 'GET', path: `/bots/${encodeURIComponent(botId)}` })).botName;
}
