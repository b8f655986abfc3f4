import { type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';
import type { TeamsCloud } from '../../../bot/channels/teams/config.ts';
import { rsaKeys } from '../rsa-keys.ts';

const ISSUER = 'https://api.botframework.com';
const HOUR = 3_600;

/** `endorsed` is what Teams signs with; the others are listed for another channel, or not listed at all. */
type SigningKey = 'endorsed' | 'unendorsed' | 'unlisted';

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
  /** Lets the managed identity of this app get tokens here, as its environment would. */
  giveIdentity(appId: string): Promise<void>;
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
    async giveIdentity(appId) {
      Object.assign(process.env, await tokenEndpoint());
      issuers.set(appId, (res, resource) => {
        counts.tokens++;
        reply(res, managedIdentityToken(resource, appId));
      });
    },
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

  function managedIdentityToken(resource: string, clientId: string) {
    const expires = Math.floor(Date.now() / 1_000) + 24 * HOUR;
    const token = jwt.sign({ aud: resource, appid: clientId, exp: expires }, keys.endorsed.privateKey, {
      algorithm: 'RS256',
      keyid: keys.endorsed.kid,
    });
    return { access_token: token, expires_on: String(expires), resource, token_type: 'Bearer', client_id: clientId };
  }
}

function newKey() {
  return { kid: randomUUID(), ...rsaKeys() };
}

const issuers = new Map<string, (res: ServerResponse, resource: string) => void>();
let endpoint: Promise<{ IDENTITY_ENDPOINT: string; IDENTITY_HEADER: string }> | undefined;

/** One for the whole process: the identity library remembers the first address it found in the environment. */
function tokenEndpoint(): NonNullable<typeof endpoint> {
  const secret = randomUUID();
  endpoint ??= new Promise((resolve) => {
    const server = createServer((req, res) => {
      const query = new URL(req.url ?? '/', 'http://127.0.0.1').searchParams;
      const issue = issuers.get(query.get('client_id') ?? '');
      if (req.headers['x-identity-header'] === secret && issue) issue(res, query.get('resource') ?? '');
      else {
        res.statusCode = 403;
        res.end();
      }
    });
    server.unref();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`, IDENTITY_HEADER: secret });
    });
  });
  return endpoint;
}
