import { z } from 'zod';
import { addressKey } from '../../../programme/address.ts';
import type { Incoming, Profile } from '../channel.ts';
import { isId } from './address.ts';
import { type Calls, PATIENCE_MS } from './calls.ts';
import type { LineWorksConfig } from './config.ts';
import type { Deps } from './deps.ts';
import { loggedReason } from './failure.ts';
import { tryAgain } from './try-again.ts';
import { unseen } from './verdict.ts';

type RoomKind = Incoming['room']['kind'];

const REMEMBERED_ROOMS = 5_000;
/** Who it is must be known before anything else is said: whoever is only busy is asked again. */
const ASKED = { tries: 3, longestMs: PATIENCE_MS };

const id = z.union([z.string(), z.number()]).transform(String);
const Membership = z.object({ domainId: id.optional(), email: z.string().nullish() });
const User = z.object({
  ...Membership.shape,
  organizations: z.array(Membership).nullish(),
  isSuspended: z.boolean().nullish(),
  isDeleted: z.boolean().nullish(),
});
const Room = z.object({ channelType: z.object({ type: z.string() }) });

export type People = {
  /** E-mails only of people who may use the product now, in a domain that is let in. Throws nothing. */
  profileOf(userId: string): Promise<Profile>;
  /** Where it cannot be found out, a group: less is said there. Throws nothing. */
  roomKindOf(channelId: string): Promise<RoomKind>;
  /** What an event has said about a room. */
  rememberRoom(channelId: string, kind: RoomKind): void;
};

export function createPeople(config: LineWorksConfig, { call }: Calls, deps: Deps): People {
  const { log } = deps;
  const rooms = new Map<string, RoomKind>();
  const rememberRoom = (channelId: string, kind: RoomKind): void => {
    rooms.delete(channelId);
    rooms.set(channelId, kind);
    const [oldest] = rooms.keys();
    if (rooms.size > REMEMBERED_ROOMS && oldest !== undefined) rooms.delete(oldest);
  };

  return {
    rememberRoom,
    async profileOf(userId) {
      if (!isId(userId)) return { emails: [] };
      try {
        const path = `/users/${encodeURIComponent(userId)}`;
        const found = await tryAgain(() => call({ api: 'user', method: 'GET', path }), ASKED, deps, unseen);
        if ('value' in found) return { emails: emailsOf(User.parse(found.value), config.domainIds) };
        log.warn(found.failed, 'no profile');
      } catch (error) {
        log.warn({ reason: loggedReason(error) }, 'no profile');
      }
      return { emails: [] };
    },
    async roomKindOf(channelId) {
      const known = rooms.get(channelId);
      if (known === undefined && !isId(channelId)) return 'group';
      try {
        const kind = known ?? (await askRoom(channelId));
        rememberRoom(channelId, kind);
        return kind;
      } catch (error) {
        log.warn({ reason: loggedReason(error) }, 'no kind of a room');
        return 'group';
      }
    },
  };

  async function askRoom(channelId: string): Promise<RoomKind> {
    const path = `/bots/${encodeURIComponent(config.botId)}/channels/${encodeURIComponent(channelId)}`;
    const { channelType } = Room.parse(await call({ api: 'room', method: 'GET', path }));
    return channelType.type === 'SINGLE_USER' ? 'personal' : 'group';
  }
}

function emailsOf(user: z.infer<typeof User>, domains: readonly string[]): string[] {
  if (user.isSuspended || user.isDeleted) return [];
  const memberships = [user, ...(user.organizations ?? [])];
  const ours = memberships.filter(({ domainId }) => domainId !== undefined && domains.includes(domainId));
  const emails = ours.map(({ email }) => addressKey(email ?? '')).filter((email) => email !== '');
  return [...new Set(emails)];
}
