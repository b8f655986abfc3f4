import { z } from 'zod';
import { listOf, optional, type Together } from '../../setting.ts';
import type { TeamsCloud, TeamsConfig, TeamsIdentity } from './config.ts';

/** Settings of the Teams door, by the names the Bot Framework gave them. */
export const teamsSettings = {
  MicrosoftAppId: optional(z.string()),
  MicrosoftAppType: optional(z.enum(['UserAssignedMsi', 'SingleTenant'])),
  MicrosoftAppTenantId: optional(z.string()),
  MicrosoftAppPassword: optional(z.string()),
  TEAMS_TENANTS: optional(z.string().refine((text) => listOf(text).every((each) => z.guid().safeParse(each).success))),
  ToBotFromChannelOpenIdMetadataUrl: optional(z.url()),
  ToBotFromChannelTokenIssuer: optional(z.string()),
  ToChannelFromBotLoginUrl: optional(z.url()),
  ToChannelFromBotOAuthScope: optional(z.string()),
  OAuthUrl: optional(z.url()),
};

/** With what the server listens on. */
export type TeamsSettings = z.output<z.ZodObject<typeof teamsSettings>> & { readonly HOST: string };

const SOVEREIGN = [
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromChannelTokenIssuer',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'OAuthUrl',
] as const;

export const teamsTogether: Together<TeamsSettings> = [
  [({ MicrosoftAppId }) => MicrosoftAppId, ['MicrosoftAppType', 'MicrosoftAppTenantId']],
  [({ MicrosoftAppId, MicrosoftAppType: type }) => MicrosoftAppId && type === 'SingleTenant', ['MicrosoftAppPassword']],
  // One of them alone makes the SDK drop every default of the others.
  [(settings) => SOVEREIGN.some((name) => settings[name] !== undefined), SOVEREIGN],
];

/** Undefined parts close the door, or open it for this machine only. */
export function teamsConfig(settings: TeamsSettings): TeamsConfig {
  return {
    host: settings.HOST,
    identity: identityOf(settings),
    tenants: listOf(settings.TEAMS_TENANTS),
    cloud: cloudOf(settings),
  };
}

function identityOf({
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId,
  MicrosoftAppPassword: password,
  MicrosoftAppType: type,
}: TeamsSettings): TeamsIdentity | undefined {
  if (!appId || !tenantId) return undefined;
  if (type === 'SingleTenant') return { type, appId, tenantId, password: password ?? '' };
  return { type: 'UserAssignedMsi', appId, tenantId };
}

function cloudOf(settings: TeamsSettings): TeamsCloud | undefined {
  if (settings.ToBotFromChannelOpenIdMetadataUrl === undefined) return undefined;
  return {
    openIdMetadataUrl: settings.ToBotFromChannelOpenIdMetadataUrl,
    tokenIssuer: settings.ToBotFromChannelTokenIssuer ?? '',
    loginUrl: settings.ToChannelFromBotLoginUrl ?? '',
    oAuthScope: settings.ToChannelFromBotOAuthScope ?? '',
    oAuthUrl: settings.OAuthUrl ?? '',
  };
}
