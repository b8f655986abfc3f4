import type { Logger } from 'pino';
import { type KnownKinds, kinds, type OpenStore } from '../../storage/collections.ts';
import type { Config } from '../config.ts';
import { openStore } from '../service.ts';
import { isMissing } from '../upkeep/store-trouble.ts';

type VerbCall = {
  readonly rest: readonly string[];
  readonly out: string | undefined;
  /** Which one, where there are several. */
  readonly id?: string | undefined;
  /** The workbook that a template is made for. */
  readonly for?: string | undefined;
  /** Whose e-mail `--as` names. */
  readonly as?: string | undefined;
  /** `--from` and `--to`, as typed. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Verbs on the records: `--municipality` or `--all`, and what a step that cannot be taken back asks for. */
  readonly municipality?: string | undefined;
  /** `--day`, as typed. */
  readonly day?: string | undefined;
  /** A fiscal year: 2024 for 令和6年度. */
  readonly year?: string | undefined;
  readonly all?: boolean;
  readonly confirm?: string | undefined;
  readonly operator?: string | undefined;
  readonly apply?: boolean;
  /** `--shared`: the version that may be shown to others. */
  readonly shared?: boolean;
  /** The plan of what goes on as a year ends: to be written or, with `--apply`, to be read. */
  readonly plan?: string | undefined;
  /** `--drop`: what was begun and not finished is undone. */
  readonly drop?: boolean;
  /** The account that `--cut` names. */
  readonly cut?: string | undefined;
  /** `--replace`: what is there may be put aside. */
  readonly replace?: boolean;
  /** `--undo`: the workbook counts, even where something else was decided in chat since. */
  readonly undo?: boolean;
  /** Told as long work goes on. */
  readonly progress?: (line: string) => void;
  readonly config: Config;
  /** The time it is, or `--now`. */
  readonly now: Date;
  readonly log: Logger;
};

/** What an operator reads (`lines`) and what a program reads (`data`, with --json). */
export type Outcome = {
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly data: unknown;
  /** Of a failure: a mistake of writing, which ends with 2. */
  readonly misspelt?: boolean;
};

/** Refused for how it was written: it has to be typed otherwise, whatever the store holds. */
export const misspelt = (refused: Outcome): Outcome => ({ ...refused, misspelt: true });

/** Something the operator can do at the terminal. */
export type Verb = {
  readonly name: string;
  readonly usage: string;
  readonly help: string;
  run(call: VerbCall): Promise<Outcome>;
};

/** Also what somebody sees whose settings name another store than the one that is in use. */
export const notImported =
  '事業がまだ取り込まれていません。npm run bansou -- import 取込表.xlsx で取り込んでください。前に取り込んだのなら、保存先（EMBEDDED_FILE、COSMOS_DATABASE）が違います。';

/**
 * Opens the store the settings name, for as long as the work takes. Where there never was one, the work finds nothing in
 * it; only with `mayCreate` is one made.
 */
export async function withStore<T>(
  config: Config,
  work: (store: OpenStore['store']) => Promise<T>,
  { mayCreate = false, of = kinds as KnownKinds } = {},
): Promise<T> {
  const opened = await openStore(config, { mayCreate, of }).catch((error: unknown) => {
    if (config.STORE === 'embedded' && isMissing(error)) return openStore({ ...config, EMBEDDED_FILE: ':memory:' });
    throw error;
  });
  try {
    return await work(opened.store);
  } finally {
    await opened.close();
  }
}
