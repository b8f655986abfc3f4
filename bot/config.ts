import { z } from 'zod';

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, fallback: z.output<T>) =>
  z.preprocess((value) => blankIsAbsent(value) ?? fallback, schema);

/** What a setting holds that may name several, by commas. */
export const listOf = (text = ''): readonly string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** Every setting, by the name people set it with. `.env.example` lists exactly these. */
export const settings = z.object({
  PORT: withDefault(z.coerce.number().int().min(0).max(65_535), 3978),
  HOST: withDefault(z.string(), '127.0.0.1'),
  LOG_LEVEL: withDefault(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
  CLOCK: withDefault(z.enum(['on', 'off']), 'on'),
  TURNS_PER_MINUTE: withDefault(z.coerce.number().int().min(1).max(1_000_000), 60),
  PUBLIC_URL: optional(z.url()),
  APPLICATIONINSIGHTS_CONNECTION_STRING: optional(z.string()),
  STORE: withDefault(z.enum(['embedded', 'cosmos']), 'embedded'),
  EMBEDDED_FILE: withDefault(z.string(), './data/bansou.sqlite'),
  COSMOS_ENDPOINT: optional(z.url()),
  COSMOS_DATABASE: withDefault(z.string(), 'bansou'),
  COSMOS_KEY: optional(z.string()),
  RETENTION_YEARS: withDefault(z.coerce.number().int().min(1).max(30), 5),
  AUDIT_YEARS: withDefault(z.coerce.number().int().min(1).max(30), 1),
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
  LINE_WORKS_BOT_ID: optional(z.string()),
  LINE_WORKS_BOT_SECRET: optional(z.string()),
  LINE_WORKS_CLIENT_ID: optional(z.string()),
  LINE_WORKS_CLIENT_SECRET: optional(z.string()),
  LINE_WORKS_SERVICE_ACCOUNT: optional(z.string()),
  LINE_WORKS_PRIVATE_KEY: optional(z.string()),
  LINE_WORKS_DOMAIN_ID: optional(z.string()),
  LINE_WORKS_AUTH_URL: withDefault(z.url(), 'https://auth.worksmobile.com'),
  LINE_WORKS_API_URL: withDefault(z.url(), 'https://www.worksapis.com'),
});
export type Config = z.output<typeof settings>;

/** Names of settings that are missing or bad; never their values. */
export class BadSettings extends Error {
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    super(`設定を確かめてください（.env.example に説明があります）: ${names.join('、')}`);
    this.names = names;
  }
}

const SOVEREIGN = [
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromChannelTokenIssuer',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'OAuthUrl',
] as const;

/** The only reader of the environment. @throws BadSettings with all names at once */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = settings.safeParse(env);
  const bad = read.success ? inconsistent(read.data) : read.error.issues.map(({ path }) => String(path[0]));
  if (!read.success || bad.length > 0) throw new BadSettings([...new Set(bad)]);
  return read.data;
}

type Name = keyof Config;

/** Settings that only make sense together: where the first is so, the others must be there. */
const together: readonly (readonly [when: (config: Config) => unknown, needed: readonly Name[]])[] = [
  [({ STORE }) => STORE === 'cosmos', ['COSMOS_ENDPOINT']],
  [({ MicrosoftAppId }) => MicrosoftAppId, ['MicrosoftAppType', 'MicrosoftAppTenantId']],
  [({ MicrosoftAppId, MicrosoftAppType: type }) => MicrosoftAppId && type === 'SingleTenant', ['MicrosoftAppPassword']],
  // One of them alone makes the SDK drop every default of the others.
  [(config) => SOVEREIGN.some((name) => config[name] !== undefined), SOVEREIGN],
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

function inconsistent(config: Config): Name[] {
  return together.flatMap(([when, needed]) => (when(config) ? needed.filter((name) => !config[name]) : []));
}
