import { z } from 'zod';
import { isLoopback } from '../../doors/loopback.ts';
import type { Calls } from './calls.ts';
import type { LineWorksConfig } from './config.ts';
import { NotSendable } from './failure.ts';
import type { Upload } from './message.ts';

/** Where the product keeps files. The token is shown to nobody else. */
const HOSTS = new Set(['apis-storage.worksmobile.com', 'storage.worksmobile.com']);
/**
 * In bytes. Ours: the product documents none for files and leaves it to each tenant's administrator. The largest that is
 * handed out is 業務報告書, below 20 MB; where a tenant takes less, the person is told how to get it.
 */
export const LARGEST_FILE = 20_000_000;

const Attachment = z.object({ fileId: z.string().min(1), uploadUrl: z.url() });

export type UploadFile = (file: Upload) => Promise<string>;

/** Hands a file over under its name. @returns its id, good for a day @throws NotSendable and what `Calls` throws */
export function createUpload(config: LineWorksConfig, { call, post }: Calls): UploadFile {
  const local = isLoopback(new URL(config.apiUrl).hostname);
  return async ({ name, type, bytes }) => {
    const path = `/bots/${encodeURIComponent(config.botId)}/attachments`;
    const given = await call({ api: 'attachment', method: 'POST', path, body: { fileName: name } });
    const attachment = Attachment.safeParse(given);
    if (!attachment.success) throw new NotSendable('no place to upload to');
    const { fileId, uploadUrl } = attachment.data;
    if (!isStorage(new URL(uploadUrl), local)) throw new NotSendable('not a place to upload to');
    const form = new FormData();
    form.append('resourceName', name);
    form.append('FileData', new Blob([new Uint8Array(bytes)], { type }), name);
    await post('upload', uploadUrl, form);
    return fileId;
  };
}

/** Whether an address is where the product keeps files. */
export function isStorage(url: URL, local: boolean): boolean {
  if (local && isLoopback(url.hostname)) return true;
  return url.protocol === 'https:' && url.port === '' && HOSTS.has(url.hostname) && url.username === '';
}
