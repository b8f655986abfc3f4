import { Refusal } from '../../programme/refusal.ts';

/** In bytes, of a file that is taken in: more than any workbook of ours has once it is filled in. */
export const LARGEST_TAKEN = 10_000_000;
const MOST_REDIRECTS = 3;

type Fetching = {
  readonly headers?: Readonly<Record<string, string>>;
  /** Asked of every address before anything is sent to it, also of those that an answer points to. */
  readonly mayGo: (url: URL) => boolean;
  /** From the first request to the last byte. */
  readonly timeoutMs: number;
  readonly most?: number;
};

/**
 * The bytes of a file at an address that a product gave us. Redirects are followed by hand, so that neither we nor our
 * token go where they should not; the size is counted as the bytes come, because what is said of it beforehand is a claim.
 * @throws Refusal, never with the address in it
 */
export async function fetchFile(
  address: string,
  { headers = {}, mayGo, timeoutMs, most }: Fetching,
): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(timeoutMs);
  let url = addressIn(address);
  for (let hops = 0; url && mayGo(url) && hops <= MOST_REDIRECTS; hops++) {
    const response = await fetch(url.href, { headers, redirect: 'manual', signal }).catch(() => undefined);
    if (response?.status === 200) return bytesIn(response, most ?? LARGEST_TAKEN);
    await response?.body?.cancel().catch(() => undefined);
    url = isRedirect(response) ? addressIn(response.headers.get('location') ?? '', url) : undefined;
  }
  throw Refusal.because('file-not-fetched');
}

const addressIn = (text: string, base?: URL): URL | undefined =>
  text !== '' && URL.canParse(text, base?.href) ? new URL(text, base?.href) : undefined;

const isRedirect = (response: Response | undefined): response is Response =>
  response !== undefined && [301, 302, 303, 307, 308].includes(response.status);

async function bytesIn(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > most) break;
      chunks.push(chunk);
    }
  } catch {
    throw Refusal.because('file-not-fetched');
  }
  if (length > most) throw Refusal.because('file-too-large', { limit: Math.floor(most / 1_000_000) });
  return Buffer.concat(chunks);
}
