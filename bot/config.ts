import { z } from 'zod';
import { StoreName } from '../programme/store-move.ts';
import { lineWorksSettings, lineWorksTogether } from './channels/line-works/settings.ts';
import { teamsSettings, teamsTogether } from './channels/teams/settings.ts';
import { optional, type Together, withDefault } from './setting.ts';

/** Every setting, by the name people set it with. `.env.example` lists exactly these. */
export const serviceSettings = z.object({
  PORT: withDefault(z.coerce.number().int().min(0).max(65_535), 3978),
  HOST: withDefault(z.string(), '127.0.0.1'),
  LOG_LEVEL: withDefault(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
  CLOCK: withDefault(z.enum(['on', 'off']), 'on'),
  TURNS_PER_MINUTE: withDefault(z.coerce.number().int().min(1).max(1_000_000), 60),
  PUBLIC_URL: optional(z.url()),
  APPLICATIONINSIGHTS_CONNECTION_STRING: optional(z.string()),
  STORE: withDefault(StoreName, 'embedded'),
  EMBEDDED_FILE: withDefault(z.string(), './data/bansou.sqlite'),
  COSMOS_ENDPOINT: optional(z.url()),
  COSMOS_DATABASE: withDefault(z.string(), 'bansou'),
  COSMOS_KEY: optional(z.string()),
  RETENTION_YEARS: withDefault(z.coerce.number().int().min(1).max(30), 5),
  AUDIT_YEARS: withDefault(z.coerce.number().int().min(1).max(30), 1),
  ...teamsSettings,
  ...lineWorksSettings,
});
export type Config = z.output<typeof serviceSettings>;

/** Names of settings that are missing or bad; never their values. */
export class BadSettings extends Error {
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    super(`設定を確かめてください（.env.example に説明があります）: ${names.join('、')}`);
    this.names = names;
  }
}

/** The only reader of the environment. @throws BadSettings with all names at once */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = serviceSettings.safeParse(env);
  const bad = read.success ? inconsistent(read.data) : read.error.issues.map(({ path }) => String(path[0]));
  if (!read.success || bad.length > 0) throw new BadSettings([...new Set(bad)]);
  return read.data;
}

const together: Together<Config> = [
  [({ STORE }) => STORE === 'cosmos', ['COSMOS_ENDPOINT']],
  ...teamsTogether,
  ...lineWorksTogether,
];

function inconsistent(config: Config): string[] {
  return together.flatMap(([when, needed]) => (when(config) ? needed.filter((name) => !config[name]) : []));
}
