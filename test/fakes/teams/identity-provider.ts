import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';
import type { TeamsCloud } from '../../../bot/channels/teams/config.ts';

export const ISSUER = 'https://api.botframework.com';
const HOUR = 3_600;

/** `endorsed` is what Teams signs with; the others are listed for another channel, or not listed at all. */
export type SigningKey = 'endorsed' | 'unendorsed' | 'unlisted';

export type Minting = {
  readonly claims?: { readonly [claim: string]: unknown };
  readonly key?: SigningKey;
  /** Key id in the header, when it should not be the key's own. */
  readonly kid?: string;
};

/**
 * The identity service on loopback: OpenID metadata, signing keys with endorsements, and the managed-identity
 * endpoint. `mint` makes what the channel would send with an activity, good or forged.
 */
export type IdentityProvider = {
  readonly cloud: TeamsCloud;
  /** What a managed identity finds in its environment. */
  readonly env: { readonly IDENTITY_ENDPOINT: string; readonly IDENTITY_HEADER: string };
  /** How often each was fetched. */
  readonly counts: { metadata: number; keys: number; tokens: number };
  /** While true, answers 503. */
  down: boolean;
  mint(appId: string, serviceUrl: string, how?: Minting): string;
  /** Why a token the bot sent would be refused; undefined when it is good. */
  fault(authorization: string | undefined): string | undefined;
  stop(): Promise<void>;
};

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const keys: Record<SigningKey, { kid: string; privateKey: KeyObject; publicKey: KeyObject }> = {
    endorsed: newKey(),
    unendorsed: newKey(),
    unlisted: newKey(),
  };
  const counts = { metadata: 0, keys: 0, tokens: 0 };
  const secret = randomUUID();
  const server = createServer((req, res) => serve(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const provider: IdentityProvider = {
    cloud: {
      openIdMetadataUrl: `${base}/v1/.well-known/openidconfiguration`,
      tokenIssuer: ISSUER,
      loginUrl: 'https://login.microsoftonline.com/botframework.com',
      oAuthScope: 'https://api.botframework.com',
      oAuthUrl: 'https://api.botframework.com',
    },
    env: { IDENTITY_ENDPOINT: `${base}/msi/token`, IDENTITY_HEADER: secret },
    counts,
    down: false,
    mint(appId, serviceUrl, { claims = {}, key = 'endorsed', kid = keys[key].kid } = {}) {
      const now = Math.floor(Date.now() / 1_000);
      const all = { iss: ISSUER, aud: appId, serviceurl: serviceUrl, nbf: now - 300, exp: now + HOUR, ...claims };
      const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      return jwt.sign(present, keys[key].privateKey, { algorithm: 'RS256', keyid: kid, noTimestamp: true });
    },
    fault(authorization) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
      if (token === undefined) return 'no bearer token';
      try {
        jwt.verify(token, keys.endorsed.publicKey, { audience: 'https://api.botframework.com' });
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : 'bad token';
      }
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  return provider;

  function serve(req: IncomingMessage, res: ServerResponse): void {
    const url = new URL(req.url ?? '/', base);
    if (url.pathname.endsWith('/openidconfiguration')) {
      counts.metadata++;
      reply(res, { issuer: ISSUER, jwks_uri: `${base}/v1/keys` });
    } else if (url.pathname === '/v1/keys') {
      counts.keys++;
      reply(res, { keys: [jwk('endorsed', ['msteams']), jwk('unendorsed', ['webchat'])] });
    } else if (url.pathname === '/msi/token') {
      counts.tokens++;
      if (req.headers['x-identity-header'] !== secret) reply(res, { error: 'wrong identity header' }, 403);
      else reply(res, managedIdentityToken(url.searchParams));
    } else reply(res, {}, 404);
  }

  function reply(res: ServerResponse, body: unknown, status = 200): void {
    res.writeHead(provider.down ? 503 : status, { 'content-type': 'application/json', connection: 'close' });
    res.end(JSON.stringify(provider.down ? { error: 'down' } : body));
  }

  function jwk(key: SigningKey, endorsements: readonly string[]) {
    const { kid, publicKey } = keys[key];
    return { ...publicKey.export({ format: 'jwk' }), use: 'sig', kid, endorsements };
  }

  function managedIdentityToken(query: URLSearchParams) {
    const expires = Math.floor(Date.now() / 1_000) + 24 * HOUR;
    const [resource, clientId] = [query.get('resource') ?? '', query.get('client_id') ?? ''];
    const token = jwt.sign({ aud: resource, appid: clientId, exp: expires }, keys.endorsed.privateKey, {
      algorithm: 'RS256',
      keyid: keys.endorsed.kid,
    });
    return { access_token: token, expires_on: String(expires), resource, token_type: 'Bearer', client_id: clientId };
  }
}

function newKey() {
  return { kid: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}
