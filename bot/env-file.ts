import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { editDistance } from '../programme/edit-distance.ts';
import { BadSettings, serviceSettings } from './config.ts';

const MARKS_OF_UTF16 = ['fffe', 'feff'];
/** A name that differs in no more letters from a setting was meant to be it; from a short one, in one. */
const SLIP = 2;
const SHORT = 5;
const KNOWN: readonly string[] = Object.keys(serviceSettings.shape);

/**
 * Takes the settings of the file into the environment, where that does not hold them already. Without the file, the
 * environment alone decides.
 * @throws BadSettings where the file cannot be read as text, or a name in it is a slip for a setting: what is not known
 *   is not read, and another store than the one that was meant would be opened
 */
export function loadEnvFile(file = '.env', env: Record<string, string | undefined> = process.env): void {
  const bytes = contentOf(file);
  if (bytes === undefined) return;
  if (MARKS_OF_UTF16.includes(bytes.subarray(0, 2).toString('hex')) || bytes.includes(0))
    throw new BadSettings(`${file} を UTF-8 で保存し直してください（今は別の文字コードで、読めません）。`);
  const settings = parseEnv(bytes.toString().replace(/^\uFEFF/, ''));
  const slips = Object.keys(settings)
    .sort()
    .flatMap((name) => slipIn(name) ?? []);
  if (slips.length > 0) throw new BadSettings(`${file} を確かめてください: ${slips.join('、')}`);
  for (const [name, value] of Object.entries(settings)) env[name] ??= value;
}

function contentOf(file: string): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readFileSync(file);
  } catch {
    throw new BadSettings(`${file} を読めません。ファイルの権限を確かめてください。`);
  }
}

function slipIn(name: string): string | undefined {
  if (KNOWN.includes(name)) return undefined;
  const meant = KNOWN.find((known) => editDistance(name.toUpperCase(), known) <= (known.length < SHORT ? 1 : SLIP));
  return meant && `${name} は ${meant} の書き誤りではありませんか`;
}
