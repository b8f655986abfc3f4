import type { Address } from '../channel.ts';

/** A person (a resource id or the login e-mail), or a room. */
export type AddressParts = { readonly kind: 'person' | 'room'; readonly id: string };

const KINDS = { u: 'person', c: 'room' } as const;

export function addressOf({ kind, id }: AddressParts): Address {
  return { channel: 'line-works', id: `${kind === 'person' ? 'u' : 'c'}:${id}` };
}

/** Undefined for anything this channel did not write itself. */
export function addressParts({ channel, id }: Address): AddressParts | undefined {
  const [, letter, rest] = /^([uc]):(.*)$/s.exec(id) ?? [];
  if (channel !== 'line-works' || rest === undefined || !isId(rest)) return undefined;
  return { kind: KINDS[letter === 'u' ? 'u' : 'c'], id: rest };
}

/** An id of the product, which becomes one segment of a path: nothing that would lead to another. */
export const isId = (id: string): boolean => /^[^\s\p{C}/\\?#%]{1,320}$/u.test(id) && !/^\.+$/.test(id);
