import { z } from 'zod';
import { listOf, optional, type Together, withDefault } from '../../setting.ts';
import type { LineWorksConfig } from './config.ts';

/** Settings of the LINE WORKS door, from its Developer Console. */
export const lineWorksSettings = {
  LINE_WORKS_BOT_ID: optional(z.string()),
  LINE_WORKS_BOT_SECRET: optional(z.string()),
  LINE_WORKS_CLIENT_ID: optional(z.string()),
  LINE_WORKS_CLIENT_SECRET: optional(z.string()),
  LINE_WORKS_SERVICE_ACCOUNT: optional(z.string()),
  LINE_WORKS_PRIVATE_KEY: optional(z.string()),
  LINE_WORKS_DOMAIN_ID: optional(z.string()),
  LINE_WORKS_AUTH_URL: withDefault(z.url(), 'https://auth.worksmobile.com'),
  LINE_WORKS_API_URL: withDefault(z.url(), 'https://www.worksapis.com'),
};

export type LineWorksSettings = z.output<z.ZodObject<typeof lineWorksSettings>>;

export const lineWorksTogether: Together<LineWorksSettings> = [
  [
    ({ LINE_WORKS_BOT_ID }) => LINE_WORKS_BOT_ID,
    [
      'LINE_WORKS_BOT_SECRET',
      'LINE_WORKS_CLIENT_ID',
      'LINE_WORKS_CLIENT_SECRET',
      'LINE_WORKS_SERVICE_ACCOUNT',
      'LINE_WORKS_PRIVATE_KEY',
      'LINE_WORKS_DOMAIN_ID',
    ],
  ],
];

/** Undefined without a bot: then the door is closed. What belongs together has been seen to. */
export function lineWorksConfig(settings: LineWorksSettings): LineWorksConfig | undefined {
  if (!settings.LINE_WORKS_BOT_ID) return undefined;
  return {
    botId: settings.LINE_WORKS_BOT_ID,
    botSecrets: listOf(settings.LINE_WORKS_BOT_SECRET),
    clientId: settings.LINE_WORKS_CLIENT_ID ?? '',
    clientSecret: settings.LINE_WORKS_CLIENT_SECRET ?? '',
    serviceAccount: settings.LINE_WORKS_SERVICE_ACCOUNT ?? '',
    privateKey: settings.LINE_WORKS_PRIVATE_KEY ?? '',
    domainIds: listOf(settings.LINE_WORKS_DOMAIN_ID),
    authUrl: settings.LINE_WORKS_AUTH_URL,
    apiUrl: settings.LINE_WORKS_API_URL,
  };
}
