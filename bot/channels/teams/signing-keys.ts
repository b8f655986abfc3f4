import { createPublicKey, type KeyObject } from 'node:crypto';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';

type Found = { readonly key: string | KeyObject };
type Keys = { getKey(id: string): Promise<Found | null> };

/** The service has a handful at a time, and changes them every few weeks. */
const KEPT = 64;

const readOnce = new WeakSet<Keys>();

/**
 * The SDK hands out a signing key as text, which costs more to read than the signature costs to check: each is read
 * once. Which keys there are, and for how long, stays the SDK's.
 * @param url where the keys are named
 */
export function readKeysOnce(url: string): void {
  const keys = keysAt(url);
  if (readOnce.has(keys)) return;
  readOnce.add(keys);
  const find = keys.getKey.bind(keys);
  const read = new Map<string, KeyObject>();
  keys.getKey = async (id) => {
    const found = await find(id);
    if (typeof found?.key !== 'string') return found;
    const key = read.get(found.key) ?? createPublicKey(found.key);
    if (read.size >= KEPT) read.clear();
    read.set(found.key, key);
    return { ...found, key };
  };
}

/** The SDK hides its keys. It is its last version; should another differ, the bot does not start quietly. */
function keysAt(url: string): Keys {
  const keys: unknown = Reflect.get(JwtTokenExtractor, 'getOrAddOpenIdMetadata')?.call(JwtTokenExtractor, url);
  if (!isKeys(keys)) throw new Error('botframework-connector has no signing keys where 4.23.3 has them');
  return keys;
}

const isKeys = (value: unknown): value is Keys =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'getKey') === 'function';
