import { z } from 'zod';
import { isLoopback } from '../../doors/loopback.ts';
import { fetchFile } from '../../files/fetch-file.ts';
import type { Incoming } from '../channel.ts';
import type { InboundActivity } from './activity.ts';

const SENT = 'application/vnd.microsoft.teams.file.download.info';
const Download = z.object({ downloadUrl: z.url() });
/** So that the answer still comes within the time in which Teams gives up on a turn. */
const FETCH_MS = 7_000;

type SentDid = Extract<Incoming['did'], { kind: 'file' }>;

/** The one file that was sent in a 1:1 chat, with what was written beside it; undefined for none and for several. */
export function fileIn(activity: InboundActivity, beside: string | undefined): SentDid | undefined {
  const sent = (activity.attachments ?? []).filter(({ contentType }) => contentType.toLowerCase() === SENT);
  const [first] = sent;
  const download = sent.length === 1 ? Download.safeParse(first?.content).data : undefined;
  if (!download) return undefined;
  const mayGo = placesOfFiles(activity);
  const fetch = () => fetchFile(download.downloadUrl, { mayGo, timeoutMs: FETCH_MS });
  return { kind: 'file', file: { name: first?.name, fetch }, ...(beside && { beside }) };
}

/**
 * Where Teams keeps what is sent in a 1:1 chat: the person's own OneDrive, which is a SharePoint site of their tenant.
 * The address itself lets whoever has it in, so that it is never logged. A service on this machine has files there too.
 */
export function placesOfFiles({ serviceUrl }: Pick<InboundActivity, 'serviceUrl'>): (url: URL) => boolean {
  const local = URL.canParse(serviceUrl) && isLoopback(new URL(serviceUrl).hostname);
  return (url) => {
    if (local && isLoopback(url.hostname)) return true;
    const { protocol, hostname, port, username } = url;
    return protocol === 'https:' && port === '' && username === '' && hostname.endsWith('.sharepoint.com');
  };
}
