import { z } from 'zod';
import type { PackageSettings } from './manifest.ts';

const page = (what: string) => z.url({ protocol: /^https$/, error: `${what}（https:// で始まるページ）` });

/** Where each value comes from: an argument, else the environment. */
const sources = {
  'app-id': { variable: 'TEAMS_APP_ID', schema: z.guid('Teams アプリの ID（GUID。版を重ねても変えません）') },
  'bot-id': { variable: 'MicrosoftAppId', schema: z.guid('ボットのアプリケーション ID（GUID）') },
  'public-url': { variable: 'PUBLIC_URL', schema: page('ボットのアドレス') },
  developer: {
    variable: 'TEAMS_DEVELOPER',
    schema: z.string('提供者の名前').min(1, '提供者の名前').max(32, '提供者の名前（32文字まで）'),
  },
  website: { variable: 'TEAMS_WEBSITE', schema: page('案内のページ') },
  privacy: { variable: 'TEAMS_PRIVACY', schema: page('個人情報の扱いのページ') },
  terms: { variable: 'TEAMS_TERMS', schema: page('利用条件のページ') },
} as const;
export type PackageOption = keyof typeof sources;
export const packageOptions = Object.keys(sources) as PackageOption[];

type Given = { readonly [K in PackageOption]?: string | undefined };

/** Names every value that is missing or bad, and how to give it; never the value. */
export class BadPackageSettings extends Error {}

/** @throws BadPackageSettings with all of them at once */
export function readPackageSettings(
  given: Given,
  env: Readonly<Record<string, string | undefined>>,
  version: string,
): PackageSettings {
  const shape = z.object(Object.fromEntries(packageOptions.map((name) => [name, sources[name].schema])));
  const values = packageOptions.map((name) => [name, given[name] ?? (env[sources[name].variable] || undefined)]);
  const read = shape.safeParse(Object.fromEntries(values));
  if (!read.success) throw new BadPackageSettings(explain(read.error.issues));
  const value = read.data as Readonly<Record<PackageOption, string>>;
  return {
    appId: value['app-id'],
    botId: value['bot-id'],
    domain: new URL(value['public-url']).hostname,
    version,
    developer: {
      name: value.developer,
      websiteUrl: value.website,
      privacyUrl: value.privacy,
      termsOfUseUrl: value.terms,
    },
  };
}

function explain(issues: readonly z.core.$ZodIssue[]): string {
  const lines = issues.map(({ path, message }) => {
    const name = path[0] as PackageOption;
    return `  --${name} または ${sources[name].variable}: ${message}`;
  });
  return ['Teams アプリの包みを作るには、次の値が要ります。', ...new Set(lines)].join('\n');
}
