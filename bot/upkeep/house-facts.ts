import type { ChannelName } from '../../programme/channel.ts';
import type { StoreName } from '../../programme/store-move.ts';

/** What the settings and the machine say of the service, for whoever keeps it going. No secret, and no address. */
export type HouseFacts = {
  readonly version: string | undefined;
  /** Whether the service has a clock of its own. */
  readonly clockInside: boolean;
  readonly store: StoreName;
  /** Undefined where the store does not lie in a file. */
  readonly storeBytes: () => number | undefined;
  readonly channels: readonly { readonly name: ChannelName; readonly isSetUp: boolean }[];
};
