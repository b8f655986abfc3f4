import type { Room } from '../../programme/room.ts';
import { ROOMS, type Store } from '../../storage/collections.ts';
import { roomId } from '../../storage/ids.ts';
import type { Incoming } from '../channels/channel.ts';

/**
 * A registered room, with the address it has now: a product may move it, and what is sent by the clock goes to the
 * address that is kept. Undefined where the room is not registered; nothing is kept of it then.
 */
export async function roomAsOfNow(
  store: Pick<Store, 'rooms'>,
  channel: Incoming['channel'],
  { id, address }: Incoming['room'],
): Promise<Room | undefined> {
  const room = (await store.rooms.get(ROOMS, roomId(channel, id)))?.value;
  if (!room || room.address === address.id) return room;
  const found = await store.rooms.get(ROOMS, roomId(channel, id), 'to-change');
  const moved = found && { ...found.value, address: address.id };
  // Where another was faster, the next thing that happens in the room does it.
  if (moved) await store.rooms.put(moved, found.etag, found.effects);
  return moved;
}
