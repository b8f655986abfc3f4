import type { Recipient } from '../../programme/delivery.ts';
import { roomAudienceNames } from '../../programme/room.ts';
import type { Planning } from '../job.ts';

/** What the operator calls a recipient: a person with office and municipality, or a room by its audience. */
export function recipientNames({
  members,
  rooms,
  municipalities,
}: Pick<Planning, 'members' | 'rooms' | 'municipalities'>): (recipient: Recipient, municipality?: string) => string {
  const townOf = new Map(municipalities.map(({ code, name }) => [code, name]));
  const memberOf = new Map(members.map((member) => [member.id, member]));
  const roomOf = new Map(rooms.map((room) => [room.id, room]));
  return ({ kind, id }, municipality) => {
    const town = townOf.get(municipality ?? '');
    const about = town ? `（${town}）` : '';
    if (kind === 'member') {
      const member = memberOf.get(id);
      return `${member ? `${member.name} ${member.office}` : '名簿にない人'}${about}`;
    }
    const audience = roomOf.get(id)?.audience ?? 'none';
    return `部屋（${roomAudienceNames[audience] ?? townOf.get(audience) ?? audience}）${about}`;
  };
}
