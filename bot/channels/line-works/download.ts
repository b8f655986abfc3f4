import { Refusal } from '../../../programme/refusal.ts';
import { isLoopback } from '../../doors/loopback.ts';
import { fetchFile } from '../../files/fetch-file.ts';
import type { Calls } from './calls.ts';
import type { LineWorksConfig } from './config.ts';
import type { Deps } from './deps.ts';
import { loggedReason } from './failure.ts';
import type { Tokens } from './token.ts';
import { isStorage } from './upload.ts';

type Doors = { readonly calls: Calls; readonly tokens: Tokens };

/**
 * Fetches what somebody sent: the product names a place on its storage, which wants our token as well.
 * @throws Refusal
 */
export function createDownload({ botId, apiUrl }: LineWorksConfig, { calls, tokens }: Doors, deps: Deps) {
  const local = isLoopback(new URL(apiUrl).hostname);
  return async (fileId: string): Promise<Uint8Array> => {
    try {
      // Throws for an id with half of a surrogate pair in it, which no product gives out.
      const path = `/bots/${encodeURIComponent(botId)}/attachments/${encodeURIComponent(fileId)}`;
      const place = await calls.whereIs({ api: 'download', path });
      const headers = { authorization: `Bearer ${await tokens.get()}` };
      return await fetchFile(place, { headers, mayGo: (url) => isStorage(url, local), timeoutMs: deps.timeoutMs });
    } catch (error) {
      if (error instanceof Refusal) throw error;
      deps.log.warn({ reason: loggedReason(error) }, 'a file could not be fetched');
      throw Refusal.because('file-not-fetched');
    }
  };
}
