import { z } from 'zod';
import { type Calls, createCalls } from './calls.ts';
import type { LineWorksConfig } from './config.ts';
import { createSendAll, type SendAll } from './deliver.ts';
import type { Deps } from './deps.ts';
import { createDownload } from './download.ts';
import { createHasMenu, createSetMenu, type SetMenu } from './menu.ts';
import { createPeople, type People } from './people.ts';
import { isSigned } from './signature.ts';
import { createTokens } from './token.ts';
import { createUpload } from './upload.ts';

/** All that the product is asked for. One for the whole process: its parts share the token and the count of requests. */
export type Api = People & {
  readonly sendAll: SendAll;
  readonly setMenu: SetMenu;
  /** What somebody sent, by its id. @throws Refusal */
  fetchFile(fileId: string): Promise<Uint8Array>;
  hasMenu(): Promise<boolean>;
  botName(): Promise<string>;
  isSigned(raw: Buffer, header: string | undefined): boolean;
  /** @throws NoToken with the reason */
  ready(): Promise<void>;
};

/** Longer than the 10 s in which a connection has to come about, so that one that never did is known as such. */
const TIMEOUT_MS = 12_000;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const Bot = z.object({ botName: z.string().min(1) });

/** What people call the bot by in rooms. @throws what `Calls` throws */
function createBotName({ botId }: LineWorksConfig, { call }: Calls): () => Promise<string> {
  return async () =>
    Bot.parse(await call({ api: 'bot', method: 'GET', path: `/bots/${encodeURIComponent(botId)}` })).botName;
}

export function createApi(config: LineWorksConfig, given: Pick<Deps, 'log' | 'now'> & Partial<Deps>): Api {
  const deps: Deps = { pause: wait, timeoutMs: TIMEOUT_MS, ...given };
  const tokens = createTokens(config, deps);
  const calls = createCalls(config, tokens, deps);
  return {
    ...createPeople(config, calls, deps),
    sendAll: createSendAll(config, { calls, upload: createUpload(config, calls) }, deps),
    setMenu: createSetMenu(config, calls),
    fetchFile: createDownload(config, { calls, tokens }, deps),
    hasMenu: createHasMenu(config, calls),
    botName: createBotName(config, calls),
    isSigned: (raw, header) => isSigned(raw, header, config.botSecrets),
    ready: async () => {
      await tokens.get();
    },
  };
}
