import type { IncomingHttpHeaders } from 'node:http';
import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import { isLoopback } from '../../doors/loopback.ts';
import type { Channel, Handle } from '../channel.ts';
import { DONE, type DoorAnswer } from './answer.ts';
import { isUnwelcome, StrictAuthentication } from './authentication.ts';
import type { TeamsConfig } from './config.ts';
import { reportFault } from './fault.ts';
import { isNestedTooDeep } from './nesting.ts';
import { quietSdk } from './quiet-console.ts';
import { closedChannel, createChannel } from './send.ts';
import { servedTenants } from './tenants.ts';
import { createTurn, type Deps } from './turn.ts';

export type TeamsDoor = {
  readonly channel: Channel;
  readonly path: string;
  readonly route: (request: { headers: IncomingHttpHeaders; body: Buffer }) => Promise<DoorAnswer>;
};

const PATH = '/api/messages';

/** Opens the Teams door, or a closed one: without an identity only this machine itself may come in. */
export function openTeams(config: TeamsConfig, handle: Handle, deps: Deps): TeamsDoor {
  if (config.identity === undefined && !isLoopback(config.host)) {
    return { channel: closedChannel, path: PATH, route: async () => ({ status: 404 }) };
  }
  quietSdk();
  const authentication = new StrictAuthentication(config, deps.now);
  const turn = createTurn(handle, authentication.connectors, servedTenants(config), deps);
  const refusals = countRefusals(deps);

  return {
    channel: createChannel(authentication, deps),
    path: PATH,
    async route({ headers, body }) {
      const activity = parseActivity(body);
      if (activity === undefined) return { status: 400 };
      try {
        await authentication.check(activity, headers.authorization ?? '');
      } catch (error) {
        if (isUnwelcome(error)) refusals();
        // Who cannot be checked is not let in, also when the fault is ours.
        else reportFault(deps.log, error, 'an activity could not be taken');
        return { status: 401 };
      }
      return turn(activity).catch((error: unknown) => {
        reportFault(deps.log, error, 'an activity could not be taken');
        return DONE;
      });
    },
  };
}

/** A JSON object, no deeper than anything may be read by recursion, that says what kind of activity it is; the rest is read once the sender is known. */
function parseActivity(body: Buffer): Activity | undefined {
  try {
    if (isNestedTooDeep(body)) return undefined;
    const value: unknown = JSON.parse(body.toString());
    const type: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'type') : undefined;
    return typeof type === 'string' && type !== '' && !Array.isArray(value) ? (value as Activity) : undefined;
  } catch {
    return undefined;
  }
}

const TELL_EVERY_MS = 60_000;

/** Anyone can send us forgeries; they get a line a minute, not a line each. */
function countRefusals({ log, now }: { log: Logger; now: () => Date }): () => void {
  let count = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    count++;
    if (now().getTime() - toldAt < TELL_EVERY_MS) return;
    log.warn({ count }, 'requests refused: token missing, forged or not for us');
    toldAt = now().getTime();
    count = 0;
  };
}
