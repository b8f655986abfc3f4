import type { InboundActivity } from './activity.ts';
import type { TeamsConfig } from './config.ts';

/** Whose people are let in. Absent where nobody signs anything: this machine only. */
export type Tenants = ReadonlySet<string> | undefined;

const tenantKey = (tenant: string): string => tenant.trim().toLowerCase();

/** The tenants that were set; where none was, the bot's own. */
export function servedTenants({ identity, tenants = [] }: TeamsConfig): Tenants {
  return identity && new Set((tenants.length > 0 ? tenants : [identity.tenantId]).map(tenantKey));
}

/** The tenant of a conversation: Teams says it in two places. */
export const tenantOf = ({ conversation, channelData }: InboundActivity): string | undefined =>
  channelData?.tenant?.id ?? conversation.tenantId;

/**
 * Whether a conversation belongs to who is served, whichever place names its tenant. One that names none (Teams always
 * does) is not turned away here, but then only the member's own record can vouch for anybody.
 */
export function isServed({ conversation, channelData }: InboundActivity, tenants: Tenants): boolean {
  const said = [conversation.tenantId, channelData?.tenant?.id];
  return said.every((tenant) => tenant === undefined || isAmong(tenant, tenants));
}

export const isAmong = (tenant: string, tenants: Tenants): boolean => tenants?.has(tenantKey(tenant)) ?? true;
