import { createHmac, timingSafeEqual } from 'node:crypto';

/** The one way to write 32 bytes in base64: 43 characters, whose last carries two zero bits, and the padding. */
const DIGEST = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** Whether the body came from the product: its exact bytes, signed with one of the bot's secrets. */
export function isSigned(raw: Buffer, header: string | undefined, secrets: readonly string[]): boolean {
  if (header === undefined || !DIGEST.test(header)) return false;
  const given = Buffer.from(header, 'base64');
  // Anyone can sign with an empty secret.
  return secrets
    .filter((secret) => secret !== '')
    .map((secret) => timingSafeEqual(given, createHmac('sha256', secret).update(raw).digest()))
    .includes(true);
}
