import { readdirSync, readFileSync } from 'node:fs';

/** The sources of a floor, by their paths from the root; rules about how the house is built read them as text. */
export const sourcesIn = (folder: string): string[] =>
  readdirSync(`${__dirname}/../${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
export const read = (file: string) => readFileSync(`${__dirname}/../${file}`, 'utf8');
