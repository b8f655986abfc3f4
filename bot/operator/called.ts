import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Verb } from './verb.ts';

const options = {
  json: { type: 'boolean', default: false },
  out: { type: 'string' },
  id: { type: 'string' },
  for: { type: 'string' },
  all: { type: 'boolean', default: false },
  now: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  municipality: { type: 'string' },
  day: { type: 'string' },
  year: { type: 'string' },
  confirm: { type: 'string' },
  operator: { type: 'string' },
  replace: { type: 'boolean', default: false },
  shared: { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
  plan: { type: 'string' },
  drop: { type: 'boolean', default: false },
  as: { type: 'string' },
  cut: { type: 'string' },
  undo: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];

export type GoodCall = {
  readonly verb: Verb;
  readonly rest: readonly string[];
  readonly values: Values;
  /** `--now`. */
  readonly now: Date | undefined;
};

/** What was typed after `bansou`. Called wrongly, it is what to tell whoever typed it. */
type Called = GoodCall | { readonly help: string } | { readonly wrong: string };

/**
 * A verb takes the options that its usage names, and no other: one that is ignored would have been meant
 * (`retention --apply --now …` would take away what is not due).
 */
export function called(words: readonly string[], verbs: readonly Verb[]): Called {
  const typed = typedIn(words);
  if (typed === undefined) return { wrong: `指定の仕方が違います。\n${usageOf(words, verbs)}` };
  const { values, positionals } = typed;
  const [name, ...rest] = positionals;
  if (values.help || name === undefined) return { help: usageOf(words, verbs) };
  const verb = verbs.find((each) => each.name === name);
  if (!verb) return { wrong: `「${name}」という操作はありません。\n${usageOf([], verbs)}` };
  const stray = Object.entries(values).find(([option, value]) => value && option !== 'json' && !takes(verb, option));
  if (stray) return { wrong: `${name} に --${stray[0]} は使えません。\n${usageOf(words, verbs)}` };
  const excess = rest.slice(room(verb)).map((word) => `「${word}」`);
  if (excess.length > 0)
    return { wrong: `${name} に${excess.join('')}は余分です。${QUOTED}\n${usageOf(words, verbs)}` };
  const now = values.now === undefined ? undefined : momentIn(values.now);
  if (values.now !== undefined && now === undefined)
    return { wrong: '--now は 2024-10-07T09:00:00+09:00 の形で、2000年から2099年までで指定してください。' };
  return { verb, rest, values, now };
}

function typedIn(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch {
    return undefined;
  }
}

const takes = ({ usage }: Verb, option: string): boolean => new RegExp(`--${option}(?![a-z])`).test(usage);

const QUOTED = '空白のある名前は "取込表 1.xlsx" のように引用符で囲んでください。';

/** How many words the usage has room for beside the options; `…` stands for any number. A word too many would be dropped. */
function room({ usage }: Verb): number {
  const next = usage.split(' ')[1] ?? '--';
  if (/^\[?--/.test(next)) return 0;
  return next.includes('…') ? Number.POSITIVE_INFINITY : 1;
}

/** Without the offset the machine would guess where it stands, and a container stands in no country. */
function momentIn(said: string): Date | undefined {
  const at = z.iso.datetime({ offset: true }).safeParse(said).success ? new Date(said) : undefined;
  return at && /^20\d\d$/.test(String(at.getUTCFullYear())) ? at : undefined;
}

/** Of the verb that was named, or of all. */
function usageOf(words: readonly string[], verbs: readonly Verb[]): string {
  const named = verbs.filter(({ name }) => words[0] === name);
  const lines = (named.length > 0 ? named : verbs).map(lineOf);
  return ['使い方: npm run bansou -- <操作> [--json]', ...lines].join('\n');
}

const WIDTH = 28;
const lineOf = ({ usage, help }: Verb): string =>
  usage.length < WIDTH ? `  ${usage.padEnd(WIDTH)}${help}` : `  ${usage}\n  ${' '.repeat(WIDTH)}${help}`;
