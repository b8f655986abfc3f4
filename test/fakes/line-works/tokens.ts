import { type KeyObject, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Reply } from './reply.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** The longest time between `iat` and `exp`, in seconds. */
const LONGEST = 3600;
/** How far the bot's clock may be ahead, in seconds. */
const SKEW = 60;
const SCOPES = new Set(
  `bot bot.message bot.read user user.read user.email.read user.profile.read directory directory.read orgunit
   orgunit.read group group.read group.note group.folder calendar calendar.read contact file mail task board audit.read
   partner security.external-browser security.external-browser.read openid email profile form monitoring.read`.split(
    /\s+/,
  ),
);

const Form = z.object({
  assertion: z.string().min(1),
  grant_type: z.string(),
  client_id: z.string(),
  client_secret: z.string(),
  scope: z.string().min(1),
});
const Claims = z.object({ iss: z.string(), sub: z.string(), iat: z.int(), exp: z.int() });

type Client = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly serviceAccount: string;
  readonly publicKey: KeyObject;
};

/** Who may call: tokens of one app, in exchange for what its service account signed. */
export type Tokens = {
  issue(body: string, contentType: string | undefined): Reply;
  /** What the bearer may do; undefined where the token is not known or over. */
  scopesOf(authorization: string | undefined): ReadonlySet<string> | undefined;
  expireAll(): void;
};

export function createTokens(
  client: Client,
  now: () => Date,
  { lifetime, expiresIn }: { readonly lifetime: number; readonly expiresIn: 'string' | 'number' },
): Tokens {
  const tokens = new Map<string, { readonly scopes: ReadonlySet<string>; readonly until: number }>();
  return {
    issue(body, contentType = '') {
      if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return bad('invalid_request', 'not a form');
      const form = Form.safeParse(Object.fromEntries(new URLSearchParams(body)));
      if (!form.success) return bad('invalid_request', form.error.issues[0]?.path.join('.') ?? 'form');
      const { assertion, scope } = form.data;
      const fault = formFault(form.data, client) ?? assertionFault(assertion, client, now());
      if (fault) return fault;
      const token = randomBytes(24).toString('base64url');
      tokens.set(token, { scopes: new Set(scope.split(' ')), until: now().getTime() + lifetime * 1_000 });
      const expires = expiresIn === 'string' ? String(lifetime) : lifetime;
      const refresh = randomBytes(24).toString('base64url');
      return {
        status: 200,
        body: { access_token: token, refresh_token: refresh, scope, token_type: 'Bearer', expires_in: expires },
      };
    },
    scopesOf(authorization) {
      const found = tokens.get(/^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '');
      return found && now().getTime() < found.until ? found.scopes : undefined;
    },
    expireAll: () => tokens.clear(),
  };
}

function formFault(form: z.infer<typeof Form>, client: Client): Reply | undefined {
  if (form.client_id !== client.clientId || form.client_secret !== client.clientSecret)
    return bad('invalid_client', 'unknown client', 401);
  if (form.grant_type !== GRANT) return bad('unsupported_grant_type', form.grant_type);
  const strange = form.scope.split(' ').filter((each) => !SCOPES.has(each));
  return strange.length > 0 ? bad('invalid_scope', strange.join(' ')) : undefined;
}

function assertionFault(assertion: string, client: Client, now: Date): Reply | undefined {
  const at = Math.floor(now.getTime() / 1_000);
  const read = Claims.safeParse(verified(assertion, client.publicKey, at));
  if (!read.success) return bad('invalid_grant', 'the assertion is not signed by this account, over, or incomplete');
  const { iss, sub, iat, exp } = read.data;
  if (iss !== client.clientId) return bad('invalid_grant', 'iss');
  if (sub !== client.serviceAccount) return bad('invalid_grant', 'sub');
  if (iat > at + SKEW) return bad('invalid_grant', 'iat is in the future');
  return exp - iat > LONGEST ? bad('invalid_grant', `exp is more than ${LONGEST} s after iat`) : undefined;
}

function verified(assertion: string, key: KeyObject, clockTimestamp: number): unknown {
  try {
    return jwt.verify(assertion, key, { algorithms: ['RS256'], clockTimestamp });
  } catch {
    return undefined;
  }
}

/** The shape of RFC 6749, 5.2: the product's own is not documented. */
const bad = (error: string, description: string, status = 400): Reply => ({
  status,
  body: { error, error_description: description },
});
