import { sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from './callbacks.ts';
import type { FakeLineWorks } from './fake-line-works.ts';
import { bodyOf, type Json } from './reply.ts';

/** An event as it arrived, with what was sent along. */
type Heard = { readonly event: Json; readonly headers: IncomingMessage['rawHeaders']; readonly signed: boolean };

/** A bot of a few lines, for tests of the fake itself: answers 200 first, and writes where it was written to. */
export type ToyBot = {
  /** Where it listens. */
  readonly url: string;
  readonly heard: readonly Heard[];
  /** A call of the API with a token of its own, unless `headers` bring one. */
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** 201 is delivered. */
  send(to: string, content: Json): Promise<Response>;
  stop(): Promise<void>;
};

export async function startToyBot(
  works: FakeLineWorks,
  reply: (event: Json) => readonly Json[] = () => [],
): Promise<ToyBot> {
  const heard: Heard[] = [];
  const working = new Set<Promise<void>>();
  const { config } = works;

  const server = createServer(async (req, res) => {
    const raw = await bodyOf(req);
    // A program that patches `writeHead` may be loaded beside this one, and answers nothing.
    res.writeHead(200);
    res.end();
    const signed = req.headers['x-works-signature'] === signatureOf(config.botSecrets[0] ?? '', raw);
    const event = JSON.parse(raw.toString()) as Json;
    heard.push({ event, headers: req.rawHeaders, signed });
    const work = answer(event).finally(() => working.delete(work));
    working.add(work);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`;
  works.connect(url, async () => {
    await Promise.all(working);
  });

  const bot: ToyBot = {
    url,
    heard,
    async call(method, path, body, headers = {}) {
      const authorization = headers['authorization'] ?? `Bearer ${await tokenFor(works)}`;
      return fetch(`${config.apiUrl}/v1.0/${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers, authorization },
        redirect: 'manual',
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    },
    send: (to, content) => bot.call('POST', `bots/${config.botId}/${to}/messages`, { content }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return bot;

  async function answer(event: Json): Promise<void> {
    const { userId, channelId } = (event['source'] ?? {}) as { userId?: string; channelId?: string };
    const to = channelId === undefined ? `users/${userId}` : `channels/${channelId}`;
    for (const content of reply(event)) {
      const { status } = await bot.send(to, content);
      if (status !== 201) throw new Error(`the toy bot sent what is refused: ${status}`);
    }
  }
}

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** A form for a token; what is given replaces what would be right. */
export function tokenForm(
  { config }: FakeLineWorks,
  claims: Json = {},
  form: Readonly<Record<string, string>> = {},
  header: Json = { alg: 'RS256', typ: 'JWT' },
): URLSearchParams {
  const iat = Math.floor(Date.now() / 1_000);
  const all = { iss: config.clientId, sub: config.serviceAccount, iat, exp: iat + 3_600, ...claims };
  const unsigned = [header, all].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = sign('RSA-SHA256', Buffer.from(unsigned), config.privateKey).toString('base64url');
  return new URLSearchParams({
    assertion: `${unsigned}.${signature}`,
    grant_type: GRANT,
    client_id: config.clientId,
    client_secret: config.clientSecret,
    scope: 'bot.message bot.read user.read',
    ...form,
  });
}

export const askToken = (works: FakeLineWorks, body: URLSearchParams | string): Promise<Response> =>
  fetch(`${works.config.authUrl}/oauth2/v2.0/token`, { method: 'POST', body });

export async function tokenFor(works: FakeLineWorks, form: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await askToken(works, tokenForm(works, {}, form));
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`no token: ${response.status}`);
  return token;
}
