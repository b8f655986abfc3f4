import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Deployment, deploy, type Resource } from './bicep/deploy.ts';
import { parseBicep, type Reader } from './bicep/parse.ts';
import type { Value } from './bicep/value.ts';

const FOLDER = join(__dirname, '../../infra');
export const stages = ['pilot', 'production'] as const;
export type Stage = (typeof stages)[number];

export const readInfra: Reader = (path) => readFileSync(join(FOLDER, path), 'utf8');

/** What `deploy.sh` gives besides the parameter file, as if LINE WORKS were used and somebody were to be erased. */
export const GIVEN: Readonly<Record<string, Value>> = {
  image: 'registry.example/bansou:1',
  alertEmails: ['operator@pref.example.jp'],
  lineWorksBotId: '100',
  lineWorksClientId: 'client',
  lineWorksServiceAccount: 'account',
  lineWorksDomainId: '200',
  lineWorksBotSecret: 'a',
  lineWorksClientSecret: 'b',
  lineWorksPrivateKey: 'c',
  secretsExpireAt: 1_900_000_000,
  erasing: ['--municipality', '203033'],
};

/** What a parameter file deploys. @param read may change a file on the way, to see that it is noticed */
export async function deployment(stage: Stage, given = GIVEN, read = readInfra): Promise<Deployment> {
  const file = JSON.parse(read(`${stage}.parameters.json`)) as { parameters: Record<string, { value: Value }> };
  const values = Object.entries(file.parameters).map(([name, { value }]) => [name, value] as const);
  return deploy(await parseBicep('main.bicep', read), { ...Object.fromEntries(values), ...given });
}

/** Every resource whose type ends so. */
export const ofType = ({ resources }: Deployment, type: string): Resource[] =>
  resources.filter((each) => each.type.endsWith(type));

/** The value at a path of properties and indexes; undefined where it ends early. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (now, step) => (now as Readonly<Record<string, unknown>> | undefined | null)?.[step],
    value,
  );
}

export const listAt = (value: unknown, ...path: readonly (string | number)[]): unknown[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};
