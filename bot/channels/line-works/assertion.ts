import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { LineWorksConfig } from './config.ts';

/** The product takes up to an hour. Half of it leaves room for clocks that differ. */
const LIFETIME_S = 1_800;

/** What the service account shows to get a token: who it is, signed with its key. */
export function assertionFor(config: LineWorksConfig, now: Date): string {
  const iat = Math.floor(now.getTime() / 1_000);
  const claims = { iss: config.clientId, sub: config.serviceAccount, iat, exp: iat + LIFETIME_S };
  const unsigned = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded(claims)}`;
  const signature = sign('sha256', Buffer.from(unsigned), privateKeyOf(config.privateKey));
  return `${unsigned}.${signature.toString('base64url')}`;
}

/** Settings hold one line, so line breaks may be written as `\n`. @throws when it is no private key */
const privateKeyOf = (pem: string): KeyObject => createPrivateKey(pem.replaceAll('\\n', '\n'));

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
