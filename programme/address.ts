/**
 * An e-mail address as it is compared: small and capital letters of ASCII are the same, and nothing else is. The whole
 * of Unicode would make the Kelvin sign (U+212A) a `k`, and so somebody else's address the roster's.
 */
export const addressKey = (address: string): string =>
  address.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
