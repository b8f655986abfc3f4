import type { Address, Incoming } from '../../bot/channels/channel.ts';
import type { Store } from '../../storage/collections.ts';
import { acquaintanceId } from '../../storage/ids.ts';

/** What somebody does 1:1 in Teams, as the engine gets it from the door. */
export function inTeams(person: string, did: Incoming['did'] | string, id: string): Incoming {
  const address: Address = { channel: 'teams', id: `home-${person}` };
  return {
    ...{ id, channel: 'teams', person, formsInCards: true, profile: async () => ({ emails: [person] }) },
    room: { kind: 'personal', id: address.id, address },
    did: typeof did === 'string' ? { kind: 'said', text: did } : did,
  };
}

/** Somebody of the roster has opened the 1:1 chat. */
export async function meetInTeams(store: Store, person: string, member: string, at: Date): Promise<void> {
  const id = acquaintanceId('teams', person);
  const known = { channel: 'teams' as const, person, home: `home-${person}`, metAt: at.toISOString() };
  await store.acquaintances.put({ id, member, ...known }, 'absent');
}
