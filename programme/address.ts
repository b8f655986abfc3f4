/**
 * An e-mail address as it is compared: small and capital letters of ASCII are the same, and nothing else is. The whole
 * of Unicode would make the Kelvin sign (U+212A) a `k`, and so somebody else's address the roster's.
 */
export const addressKey = (address: string): string =>
  address.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const MAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/;

/** An e-mail address as it is kept; undefined for what is none. */
export function emailIn(said: string): string | undefined {
  const address = addressKey(said.replace(/^mailto:/i, ''));
  return MAIL.test(address) ? address : undefined;
}
