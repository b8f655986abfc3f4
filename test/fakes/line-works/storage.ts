import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mayBeSent } from './message-rules.ts';
import { answer, bodyOf, isObject, no, type Reply } from './reply.ts';

/** How long a file and the address to upload it to are good for. */
const DAY = 24 * 3_600_000;

type StoredFile = { readonly name: string; readonly bytes: Buffer; readonly until: number };

/** Where files go and come from: another origin than the API's. */
export type Storage = {
  readonly url: string;
  /** Of uploads and downloads, in order: method and status. */
  readonly calls: readonly { readonly method: string; readonly status: number }[];
  /** So many uploads to come are not taken, as where a tenant's administrator has set a smaller size. */
  refuseNext(count: number): void;
  /** The first step: an id and where to send the bytes, once. */
  reserve(body: unknown): Reply;
  /** What was uploaded under this id and is still there. */
  file(fileId: string): StoredFile | undefined;
  /** A person's own file. */
  keep(name: string, bytes: Uint8Array, fileId?: string): string;
  /** 302 to the bytes. */
  locate(fileId: string): Reply;
  stop(): Promise<void>;
};

export async function startStorage(
  now: () => Date,
  allowed: (authorization: string | undefined) => boolean,
): Promise<Storage> {
  const reserved = new Map<string, { readonly fileId: string; readonly name: string; readonly until: number }>();
  const files = new Map<string, StoredFile>();
  const calls: { method: string; status: number }[] = [];
  const server = createServer((req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  let refusing = 0;

  const storage: Storage = {
    url,
    calls,
    refuseNext(count) {
      refusing = count;
    },
    reserve(body) {
      const name = isObject(body) ? body['fileName'] : undefined;
      if (typeof name !== 'string' || name === '') return no(400, 'MISSING_PARAMETER', 'fileName');
      if (!mayBeSent(name)) return no(400, 'INVALID_PARAMETER', 'a file of this kind may not be sent');
      const [fileId, key] = [newId(), randomBytes(12).toString('hex')];
      reserved.set(key, { fileId, name, until: now().getTime() + DAY });
      return { status: 200, body: { fileId, uploadUrl: `${url}/upload/${key}` } };
    },
    file(fileId) {
      const found = files.get(fileId);
      return found && now().getTime() < found.until ? found : undefined;
    },
    keep(name, bytes, fileId = newId()) {
      files.set(fileId, { name, bytes: Buffer.from(bytes), until: now().getTime() + DAY });
      return fileId;
    },
    locate(fileId) {
      if (!storage.file(fileId)) return no(404, 'FILE_NOT_EXIST', fileId);
      return { status: 302, headers: { Location: `${url}/download/${encodeURIComponent(fileId)}` } };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return storage;

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await bodyOf(req);
    const reply = allowed(req.headers.authorization)
      ? await act(`${req.method} ${req.url}`, body, req.headers['content-type'])
      : no(401, 'UNAUTHORIZED', 'the storage wants the token too');
    calls.push({ method: req.method ?? '', status: reply.status });
    answer(res, reply);
  }

  async function act(request: string, body: Buffer, type: string | undefined): Promise<Reply> {
    const [, what, id = ''] = /^(POST \/upload|GET \/download)\/([^/]+)$/.exec(request) ?? [];
    if (what === undefined) return no(404, 'NOT_FOUND', 'no such address');
    return what.startsWith('POST') ? upload(id, body, type) : download(decodeURIComponent(id));
  }

  async function upload(key: string, body: Buffer, type = ''): Promise<Reply> {
    if (refusing-- > 0) return no(413, 'FILE_TOO_LARGE', 'more than the administrator allows');
    const place = reserved.get(key);
    if (!place || now().getTime() >= place.until) return no(404, 'NOT_FOUND', 'this address was used, or is over');
    const bytes = await fileIn(body, type);
    if (bytes === undefined) return no(400, 'INVALID_PARAMETER', 'not multipart/form-data with a file in it');
    reserved.delete(key);
    storage.keep(place.name, bytes, place.fileId);
    return { status: 200, body: { fileId: place.fileId, fileName: place.name, fileSize: bytes.length } };
  }

  function download(fileId: string): Reply {
    const found = storage.file(fileId);
    if (!found) return no(404, 'FILE_NOT_EXIST', fileId);
    return {
      status: 200,
      body: found.bytes,
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      },
    };
  }
}

const newId = () => `jp1.${Date.now()}${randomBytes(6).toString('hex')}.0.0.0`;

/** The file among the parts, whatever its part is called: documentation and working code differ about that. */
async function fileIn(body: Buffer, type: string): Promise<Buffer | undefined> {
  if (!/^multipart\/form-data\b/i.test(type)) return undefined;
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const file = [...form.values()].find((value) => typeof value !== 'string');
    return file && Buffer.from(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
