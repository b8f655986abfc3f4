import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What Teams says of a place that a person has agreed to. */
export type UploadInfo = {
  readonly name: string;
  readonly uploadUrl: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
};

type Drop = { readonly method: string; readonly status: number };

/** People's files on loopback: takes what the bot puts there, once, and gives back what people sent. */
export type OneDrive = {
  readonly url: string;
  /** Every request, in order. */
  readonly calls: readonly Drop[];
  /** A place for one file of this name; `refusing` with this status, or by hanging up in the middle. */
  place(name: string, refusing?: number | 'cut'): UploadInfo;
  /** What was put there. */
  saved(place: UploadInfo): Buffer | undefined;
  /** Where somebody's own file can be fetched, without any token. */
  keep(bytes: Uint8Array): string;
  /** Where a file never ends, or comes too slowly, or points elsewhere. */
  endless(): string;
  silent(): string;
  pointsTo(url: string): string;
  stop(): Promise<void>;
};

type Given = {
  readonly status: number;
  readonly location?: string | undefined;
  readonly body?: Buffer | 'endless' | undefined;
};

const CHUNK = Buffer.alloc(256 * 1024);

export async function startOneDrive(): Promise<OneDrive> {
  const places = new Map<string, number | 'cut' | undefined>();
  const files = new Map<string, Buffer>();
  const pointers = new Map<string, string>();
  const calls: Drop[] = [];
  const server = createServer((req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const newKey = () => randomBytes(12).toString('hex');
  const acts: Readonly<Record<string, (key: string, req: IncomingMessage) => Given | Promise<Given>>> = {
    up: async (key, req) => ({ status: await put(key, req) }),
    down: (key) => ({ status: files.has(key) ? 200 : 404, body: files.get(key) }),
    to: (key) => ({ status: 302, location: pointers.get(key) }),
    endless: () => ({ status: 200, body: 'endless' }),
    // Nothing is answered: whoever asks has to lose patience.
    silent: () => ({ status: 0 }),
  };

  return {
    url,
    calls,
    place(name, refusing) {
      const key = newKey();
      places.set(key, refusing);
      const fileType = name.split('.').at(-1) ?? '';
      return { name, uploadUrl: `${url}/up/${key}`, contentUrl: `${url}/docs/${key}`, uniqueId: key, fileType };
    },
    saved: ({ uniqueId }) => files.get(uniqueId),
    keep(bytes) {
      const key = newKey();
      files.set(key, Buffer.from(bytes));
      return `${url}/down/${key}`;
    },
    endless: () => `${url}/endless/x`,
    silent: () => `${url}/silent/x`,
    pointsTo(target) {
      const key = newKey();
      pointers.set(key, target);
      return `${url}/to/${key}`;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [, what = '', key = ''] = (req.url ?? '').split('/');
    const { status, location, body } = (await acts[what]?.(key, req)) ?? { status: 404 };
    calls.push({ method: req.method ?? '', status });
    if (status === 0) return;
    res.writeHead(status, { ...(location !== undefined && { location }) });
    if (body === 'endless') pour(res);
    else res.end(body);
  }

  /** A place takes the whole of one file, in one piece that says where it belongs, and nothing after it. */
  async function put(key: string, req: IncomingMessage): Promise<number> {
    const refusing = places.get(key);
    const bytes = await sentIn(req, refusing === 'cut');
    if (bytes === undefined) return 0;
    if (typeof refusing === 'number') return refusing;
    if (!places.has(key)) return 404;
    if (req.headers.authorization !== undefined) return 401;
    if (req.headers['content-range'] !== `bytes 0-${bytes.length - 1}/${bytes.length}`) return 416;
    places.delete(key);
    files.set(key, bytes);
    return 201;
  }

  /** All that was sent; undefined where the line is cut after its first part. */
  async function sentIn(req: IncomingMessage, isCut: boolean): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) {
      if (isCut) {
        req.socket.destroy();
        return undefined;
      }
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  }

  /** Until whoever reads has had enough. */
  function pour(res: ServerResponse): void {
    const more = (): void => {
      while (!res.destroyed && res.write(CHUNK));
    };
    res.on('drain', more);
    res.on('error', () => undefined);
    more();
  }
}
