import pino from 'pino';
import { type Config, readConfig } from '../../bot/config.ts';
import type { Verb } from '../../bot/operator/verb.ts';

/** As the terminal calls a verb. */
export function terminal(file: string, now: Date, settings: Readonly<Record<string, string>> = {}) {
  const config: Config = readConfig({ EMBEDDED_FILE: file, ...settings });
  const log = pino({ level: 'silent' });
  const nothing = { rest: [], out: undefined, from: undefined, to: undefined };
  return async (verb: Verb, over: Partial<Parameters<Verb['run']>[0]> = {}) => {
    const { ok, lines, data } = await verb.run({ ...nothing, config, now, log, ...over });
    return { ok, text: lines.join('\n'), data: data as Readonly<Record<string, unknown>> };
  };
}
