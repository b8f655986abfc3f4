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

/** Says which settings are missing or bad and what may stand there; never what stood there. */
export class BadSettings extends Error {
  readonly names: readonly string[];

  constructor(message: string, names: readonly string[] = []) {
    super(message);
    this.names = names;
  }
}

/** The only reader of the environment. @throws BadSettings with all names at once */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = serviceSettings.safeParse(env);
  const bad = read.success ? inconsistent(read.data).map(needed) : read.error.issues.map(wronglySet);
  if (!read.success || bad.length > 0) throw badSettings(bad);
  return read.data;
}

type Bad = readonly [name: string, wanted: string];

function badSettings(all: readonly Bad[]): BadSettings {
  const bad = new Map(all);
  const said = [...bad].map(([name, wanted]) => `${name}${wanted}`).join('、');
  return new BadSettings(`設定を確かめてください（.env.example に説明があります）: ${said}`, [...bad.keys()]);
}

const needed = (name: string): Bad => [name, '（値が要ります）'];

function wronglySet({ path, ...issue }: z.core.$ZodIssue): Bad {
  return [String(path[0]), wantedBy(issue)];
}

/** What the setting may be. What was found is not said: it may be a secret. */
function wantedBy(issue: Omit<z.core.$ZodIssue, 'path'>): string {
  if ('values' in issue && Array.isArray(issue.values)) return `（${issue.values.join(' / ')} のどれか）`;
  if ('minimum' in issue) return `（${issue.minimum} 以上）`;
  if ('maximum' in issue) return `（${issue.maximum} 以下）`;
  if ('expected' in issue && (issue.expected === 'number' || issue.expected === 'int')) return '（整数）';
  return 'format' in issue && issue.format === 'url' ? '（https:// で始まるアドレス）' : '';
}

const together: Together<Config> = [
  [({ STORE }) => STORE === 'cosmos', ['COSMOS_ENDPOINT']],
  ...teamsTogether,
  ...lineWorksTogether,
];

function inconsistent(config: Config): string[] {
  return together.flatMap(([when, needed]) => (when(config) ? needed.filter((name) => !config[name]) : []));
}
