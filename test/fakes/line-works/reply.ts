import type { IncomingMessage, ServerResponse } from 'node:http';

export type Json = { readonly [property: string]: unknown };

/** What the product answers. A body that is absent is empty. */
export type Reply = {
  readonly status: number;
  readonly body?: Json | Uint8Array | undefined;
  readonly headers?: { readonly [name: string]: string };
};

/** More than any request of a bot, so that a loop cannot fill the memory. */
const MAX_BODY = 32 * 1024 * 1024;

/** A refusal as every API words it. */
export const no = (status: number, code: string, description: string): Reply => ({
  status,
  body: { code, description },
});

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY) throw new Error(`more than ${MAX_BODY} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function answer(res: ServerResponse, { status, body, headers }: Reply): void {
  const bytes = body instanceof Uint8Array ? body : body && Buffer.from(JSON.stringify(body));
  const type = body instanceof Uint8Array || body === undefined ? {} : { 'Content-Type': 'application/json' };
  res.writeHead(status, { ...type, 'Content-Length': bytes?.length ?? 0, ...headers });
  res.end(bytes);
}
