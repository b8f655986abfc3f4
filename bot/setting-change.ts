import { createHash } from 'node:crypto';
import type { Ask, Button, Card, Change } from '../cards/card.ts';
import { alreadySoCard, confirmChangeCard, settingChangedCard } from '../cards/setting-change.ts';
import { ask, type CommandName, type Given } from '../programme/asks.ts';
import type { Day } from '../programme/day.ts';
import type { Municipality } from '../programme/municipality.ts';
import { Refusal } from '../programme/refusal.ts';
import {
  has,
  partOf,
  type SettingChange,
  type SettingPart,
  settingChangeId,
  withFields,
} from '../programme/setting-change.ts';
import { type CollectionName, PROGRAMME, type Store, type ValueOf } from '../storage/collections.ts';
import type { Collection } from '../storage/store.ts';
import { asksBack, type Prepared, type Reply } from './command.ts';
import type { Turn, TurnStart } from './turn.ts';

/** One document of a change. `made`: the whole of it, where there is none yet. */
export type Put = SettingPart & { readonly made?: unknown };

/** What somebody of the secretariat wants changed, worked out and not yet done. */
type Draft = {
  readonly title: string;
  readonly municipality?: Municipality | undefined;
  /** As people see it; without any nothing would change. */
  readonly lines: readonly Change[];
  /** What is worth a look before saying yes. */
  readonly notes?: readonly string[];
  /** What may have to be done besides, before saying yes. */
  readonly offers?: readonly Button[];
  readonly puts: readonly (Put | undefined)[];
  /** What tells two drafts of it apart, where its documents hold the moment and the message. */
  readonly print?: unknown;
  readonly reason?: string | undefined;
  readonly agreed?: Day | undefined;
  readonly next?: readonly Button[];
  /** What is said once it is done. */
  after?(turn: Turn): Promise<readonly string[]>;
};

/** A change, or a question that comes before it. */
export type Drafted = Draft | { readonly card: Card };

/** @param absent what a document that is taken back again, but cannot be removed, has instead: `active: false` */
export function putOf<K extends CollectionName>(
  store: Store,
  kind: K,
  before: ValueOf<K> | undefined,
  after: ValueOf<K>,
  absent: Partial<ValueOf<K>> = {},
): Put | undefined {
  const docs = store[kind] as unknown as Collection<ValueOf<K>>;
  const at = { kind, partition: docs.partitionOf(after), id: docs.idOf(after) };
  if (before !== undefined) return partOf(at, before as object, after as object);
  const part = partOf(at, { ...(after as object), ...absent }, after as object) ?? { ...at, before: {}, after: {} };
  return { ...part, made: after };
}

type Meant = { readonly meant?: string | undefined };
type SettingCommand<I> = {
  readonly needs: 'steer';
  readonly usualFor: Record<never, never>;
  readonly typed: 'inputs';
  readonly shownFirst: true;
  prepare(input: I, turn: TurnStart): Promise<Prepared<Draft>>;
  run(input: I, turn: Turn, draft: Draft): Promise<Reply>;
};

/**
 * A command of the secretariat's that changes settings: it shows what would change, and does exactly that once somebody has said yes to it.
 * Where it would meanwhile be another change, the new one is shown.
 */
export function settingCommand<C extends CommandName, I extends Meant, T extends TurnStart>(
  name: C,
  draft: (input: I, turn: T) => Promise<Drafted>,
): SettingCommand<I> {
  return {
    needs: 'steer',
    usualFor: {},
    typed: 'inputs',
    shownFirst: true,

    async prepare(input, turn) {
      const drafted = await draft(input, turn as T);
      if ('card' in drafted) return asksBack([], drafted.card);
      if (drafted.lines.length === 0 || input.meant === printOf(drafted)) return { found: drafted };
      const yes: Ask = ask(name, { ...input, meant: printOf(drafted) } as unknown as Given<C>);
      const { lines, notes = [], offers = [], municipality, title, reason, agreed } = drafted;
      const again = input.meant !== undefined;
      return asksBack([], confirmChangeCard({ title, municipality, lines, notes, offers, reason, agreed, yes, again }));
    },

    async run(_input, turn, drafted) {
      const { lines, title, municipality, next = [] } = drafted;
      if (lines.length === 0) return { card: alreadySoCard(title, municipality, next) };
      await carryOut(drafted, turn);
      const notes = (await drafted.after?.(turn)) ?? [];
      const card = settingChangedCard({ title, municipality, lines, notes, next, change: turn.from.ask });
      return { card, how: 'replace' };
    },
  };
}

/** Two drafts that would do the same have the same. */
function printOf({ puts, print, reason, agreed }: Draft): string {
  const told = print ?? puts.map((put) => put && [put.kind, put.id, put.before, put.after]);
  const what = JSON.stringify([told, reason, agreed]);
  return createHash('sha256').update(what).digest('hex').slice(0, 16);
}

/** One kind's value type is lost among all; the draft was made by the kind's own. */
type AnyChange = (
  kind: string,
  at: Pick<SettingPart, 'partition' | 'id'>,
  next: (now: unknown) => unknown,
) => Promise<unknown>;

/** The record of the change comes first: whatever a crash leaves undone is done by asking again, and can be taken back. */
async function carryOut({ puts, title, lines, municipality, reason, agreed }: Draft, turn: Turn): Promise<void> {
  const all = puts.filter((put) => put !== undefined);
  const record: SettingChange = {
    ...turn.from,
    title,
    lines: lines.map(({ what, before, after }) => ({ what, after, ...(before === undefined ? {} : { before }) })),
    parts: all.map(({ made: _, ...part }) => part),
    ...(municipality ? { municipality: municipality.code } : {}),
    ...(reason ? { reason } : {}),
    ...(agreed ? { agreed } : {}),
  };
  const at = { partition: PROGRAMME, id: settingChangeId(turn.from.ask) };
  await turn.change('settingChanges', at, (known) => known ?? record);
  const change = turn.change as unknown as AnyChange;
  for (const put of all) await change(put.kind, put, (now) => changed(put, now));
}

/** @throws Refusal where somebody was faster: what they wrote stays */
function changed({ before, after, made }: Put, now: unknown): unknown {
  if (now === undefined && made !== undefined) return made;
  if (typeof now !== 'object' || now === null) throw Refusal.because('busy');
  if (has(now, after)) return now;
  if (!has(now, before)) throw Refusal.because('busy');
  return withFields(now, after);
}

/** Every change of settings in chat, oldest first. */
export async function settingChangesIn(store: Store): Promise<readonly SettingChange[]> {
  const found = await store.settingChanges.list(PROGRAMME, { from: 'change-', below: 'change.' });
  return found.map(({ value }) => value).toSorted((a, b) => a.at.localeCompare(b.at));
}
