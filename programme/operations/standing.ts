import type { ChannelName } from '../channel.ts';
import { shortMoment } from '../day.ts';
import { type StoreName, storeNames } from '../store-move.ts';

/** How the service stands, for whoever keeps it going. Moments are instants. */
export type ServiceStanding = {
  readonly version?: string | undefined;
  readonly store?: { readonly name: StoreName; readonly bytes?: number | undefined } | undefined;
  readonly clock: {
    /** Whether the service has a clock of its own; undefined where nobody has said. */
    readonly inside?: boolean | undefined;
    /** When it was last seen going. */
    readonly lastAt?: Date | undefined;
    /** Until when somebody holds it, who is not seen before: one that has died meanwhile is missed then. */
    readonly heldUntil?: Date | undefined;
  };
  readonly channels: readonly ChannelStanding[];
  /** What goes out next, at one moment and of one kind each. */
  readonly next: readonly NextSending[];
  readonly counts: Readonly<Record<CountedState, number>>;
  readonly backupAt?: Date | undefined;
};

type ChannelStanding = {
  readonly name: ChannelName;
  readonly isSetUp: boolean;
  readonly lastSentAt?: Date | undefined;
};
export type NextSending = { readonly at: Date; readonly called: string; readonly people: number };

/** `overdue`: it waits although it could have gone out. */
type CountedState = 'waiting' | 'overdue' | 'sending' | 'failed' | 'unknown';

/** Something that somebody has to see to, and what they do. */
export type Concern = { readonly what: string; readonly todo: string };

const MINUTE = 60_000;
/** What is due goes out within half a minute; an outer clock may come every five. */
export const PUNCTUAL_MS = 15 * MINUTE;
/** A copy is made every day; one that was forgotten once is noticed before a second. */
const COPIED_WITHIN_MS = 2 * 24 * 60 * MINUTE;

/** What asks to be seen to, the most urgent first. */
export function concernsIn(standing: ServiceStanding, now: Date): readonly Concern[] {
  const { counts, channels } = standing;
  return [
    ...clockConcern(standing, now),
    ...(channels.length > 0 && !channels.some(({ isSetUp }) => isSetUp)
      ? [{ what: 'つながっているチャットがありません', todo: '設定（.env）にチャットの値を入れて始めます。' }]
      : []),
    ...some(counts.overdue, '時刻を過ぎて待っている配信', '時計とチャットのつながりを bansou check で確かめます。'),
    ...some(counts.unknown, '届いたか分からない配信', '「配信状況」でご本人に確かめてから、もう一度送ります。'),
    ...some(counts.failed, '送れなかった配信', '「配信状況」で理由を見て、もう一度送ります。'),
    ...copyConcern(standing, now),
  ];
}

const some = (count: number, what: string, todo: string): readonly Concern[] =>
  count > 0 ? [{ what: `${what} ${count}件`, todo }] : [];

function clockConcern({ clock: { inside, lastAt, heldUntil } }: ServiceStanding, now: Date): readonly Concern[] {
  if (heldUntil) return [];
  if (lastAt && now.getTime() - lastAt.getTime() <= PUNCTUAL_MS) return [];
  const todo =
    inside === false ? '外の時計が bansou tick を呼んでいるか確かめます。' : 'サービスが動いているか確かめます。';
  const what = lastAt ? '時計が止まっています' : '時計がまだ一度も動いていません';
  return [{ what, todo: `${todo}動けば、遅れた分は自動で追いつきます。` }];
}

/** 「11/25(月) 14:00 まで受け持っています」, 「最後に動いた時刻 11/25(月) 09:00」 */
export function clockText({ lastAt, heldUntil }: ServiceStanding['clock']): string {
  if (heldUntil) return `${shortMoment(heldUntil)} まで受け持っています`;
  return lastAt ? `最後に動いた時刻 ${shortMoment(lastAt)}` : 'まだ動いていません';
}

/** Cosmos DB is copied by Azure all the time. */
function copyConcern({ store, backupAt }: ServiceStanding, now: Date): readonly Concern[] {
  if (store?.name !== 'embedded') return [];
  if (backupAt && now.getTime() - backupAt.getTime() <= COPIED_WITHIN_MS) return [];
  const what = backupAt ? '保存先の写しが2日より前のものです' : '保存先の写しがまだありません';
  return [{ what, todo: 'bansou backup を毎日動かし、別の機械に置きます。' }];
}

/** 「SQLite（3.2 MB）」 */
export function storeText({ name, bytes }: NonNullable<ServiceStanding['store']>): string {
  return bytes === undefined ? storeNames[name] : `${storeNames[name]}（${(bytes / 1024 / 1024).toFixed(1)} MB）`;
}
