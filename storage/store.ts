import { z } from 'zod';
import { AuditEntry } from '../programme/audit.ts';
import { Refusal } from '../programme/refusal.ts';

/** A version of a document as its store names it. Opaque, and only good for comparing. */
export type Etag = string & { readonly '': 'etag' };

/** What must follow from a write. It travels inside the document, so that no crash can part the two. */
export const Effect = z.object({ kind: z.literal('audit'), entry: AuditEntry }).readonly();
export type Effect = z.infer<typeof Effect>;

export type Stored<T> = {
  readonly value: T;
  readonly etag: Etag;
  /** Effects that nobody has carried out yet. */
  readonly effects: readonly Effect[];
};

/**
 * Which documents of a partition: an id range (`from` included, `below` not), only those with effects left, and of all
 * that only the first so many.
 */
export type Which = {
  readonly from?: string;
  readonly below?: string;
  readonly withEffects?: boolean;
  readonly limit?: number;
};

export type PutResult =
  | { readonly outcome: 'written'; readonly etag: Etag }
  | { readonly outcome: 'changed-meanwhile' };

/**
 * A kind of document. Everything is parsed by its schema on read; a document that does not parse raises
 * `UnreadableDocument` and is never overwritten.
 */
export interface Collection<T> {
  readonly name: string;
  readonly partitionOf: (value: T) => string;
  readonly idOf: (value: T) => string;
  /** @param how `to-change` where its etag is to be good for writing it back: then it is never what is known already */
  get(partition: string, id: string, how?: 'to-change'): Promise<Stored<T> | undefined>;
  /** In the order of ids. */
  list(partition: string, which?: Which): Promise<readonly Stored<T>[]>;
  /**
   * Writes only if the document is still as it was read: `absent`, or the etag that came with it.
   * @param how `unnoted` where what it says stays the same, or who plans learns of it anyhow
   */
  put(value: T, was: Etag | 'absent', effects?: readonly Effect[], how?: 'unnoted'): Promise<PutResult>;
  /** Removes it if it is still as it was read. Gone already counts as done. @param how as in `put` */
  remove(partition: string, id: string, was: Etag, how?: 'unnoted'): Promise<'removed' | 'changed-meanwhile'>;
}

/** A stored document its schema refuses: written by something newer, or damaged. Carries no content. */
export class UnreadableDocument extends Error {
  constructor(collection: string, partition: string, id: string, problems: string) {
    super(`unreadable document ${collection} ${partition}/${id}: ${problems}`);
  }
}

/**
 * A document that says more than this program knows: of a newer version, or with something its schema lacks. To write
 * it back would lose that.
 */
export class NewerDocument extends UnreadableDocument {
  constructor(collection: string, partition: string, id: string, what: string) {
    super(collection, partition, id, `${what}: written by a newer version; upgrade this one`);
  }
}

/** The store did not answer in a way that tells whether a write happened. */
export class OutcomeUnknown extends Error {
  constructor(collection: string, partition: string, id: string) {
    super(`outcome unknown for ${collection} ${partition}/${id}`);
  }
}

/** Why a store cannot be used, and what its operator does about it. */
export const storeTroubles = {
  full: '保存先に空き容量がありません。ディスクを空けるか広げてください',
  'read-only': '保存先に書き込めません。ファイルの権限と、読み取り専用になっていないかを確かめてください',
  closed:
    '保存先のファイルを開けません。場所（EMBEDDED_FILE）と、サービスや操作を実行するユーザーにフォルダーごと読み書きの権限があるかを確かめてください（権限のためなら、写しから戻す必要はありません）',
  locked: 'ほかのプログラムが保存先を使い続けています。写しの作成などが終わっているか確かめてください',
  damaged: '保存先のファイルを開けないか、壊れています。場所を確かめ、直らなければ写しから戻してください',
  missing:
    '保存先がありません。初めてのときは npm run bansou -- import で作ります。前からあったときは、場所（EMBEDDED_FILE、COSMOS_DATABASE）を確かめ、写しから戻してください',
  lost: '保存先のファイルがなくなっています（前はありました）。場所を確かめ、写しから戻してください。新しく始めるときは、隣にある印（.here で終わるファイル）も消してください',
  emptied:
    '保存先に事業の記録がありません（前はありました）。場所（EMBEDDED_FILE、COSMOS_DATABASE）を確かめ、写しから戻してください',
  replaced:
    '保存先のファイルが、動いている間に消されたか、置き換えられました。これより後は記録できません。サービスを止め、写しから戻してから始めてください',
  'other-log':
    '保存先のファイルと、その隣の -wal が別のものです。写しをそのまま置いたときは、置いたファイルをよそへ移し、npm run bansou -- restore で戻してください',
  copy: '保存先にあるのは写しです。よそへ移し、npm run bansou -- restore で戻してください（配信が2度届かないように印を付けます）',
  newer: '保存先は、このプログラムより新しい版が書いたものです。このプログラムを新しい版にしてください',
  leaving:
    '記録を別の保存先へ移している途中です。npm run bansou -- move をもう一度実行すると続きから移します。やめるときは、同じ操作に --drop を付けます',
  left: '記録はもう別の保存先へ移しました。.env の STORE を移した先に直してください。戻すときは、移した先から move で戻します',
  arriving:
    '記録がまだ移り終わっていません。.env の STORE を移す元にして、npm run bansou -- move をもう一度実行してください（続きから移します）',
  'no-answer': '保存先から返事がありません。Cosmos DB の状態と、ネットワークを確かめてください',
  throttled: '保存先が混み合っています（429）。Cosmos DB のスループットの上限を確かめてください',
  forbidden:
    '保存先を使う権限がありません。マネージド ID のロールと、ファイアウォールを確かめてください（COSMOS_KEY を使うエミュレーターでは、その値を）',
} as const;

/** The store cannot be used just now. Nothing was written by what threw it. */
export class StoreUnavailable extends Error {
  readonly why: keyof typeof storeTroubles;

  constructor(why: keyof typeof storeTroubles, cause: unknown) {
    super(storeTroubles[why], { cause });
    this.why = why;
  }
}

const ATTEMPTS = 12;

export type Changed<T> = { readonly value: T; readonly before: Etag | undefined; readonly after: Etag };

/**
 * The way to change a document: read, apply a pure function, write back; start over if someone was faster.
 * `next` may run more than once, so it must not send messages or read the clock. Returning the very value it was
 * given writes nothing. Effects of an earlier write must have been carried out before (`settle`), else they are lost.
 * @throws Refusal `busy` after too many lost races
 */
export async function change<T>(
  docs: Collection<T>,
  at: { readonly partition: string; readonly id: string },
  next: (now: T | undefined, before: Etag | undefined) => { value: T; effects?: readonly Effect[] },
  settle: (found: Stored<T>) => Promise<Etag> = async ({ etag }) => etag,
): Promise<Changed<T>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await docs.get(at.partition, at.id, 'to-change');
    const before = found && found.effects.length > 0 ? await settle(found) : found?.etag;
    const { value, effects = [] } = next(found?.value, before);
    if (found && before && value === found.value) return { value, before, after: before };
    const put = await docs.put(value, before ?? 'absent', effects);
    if (put.outcome === 'written') return { value, before, after: put.etag };
    await pause(attempt);
  }
  throw Refusal.because('busy');
}

/** Jitter keeps writers that collided once from colliding again. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** Math.min(attempt, 6)));
}
