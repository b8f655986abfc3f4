import type { z } from 'zod';
import type { Ask } from '../../../cards/card.ts';
import { type RegisterField, registerCard, registerForm } from '../../../cards/staffing/register.ts';
import { pageOf } from '../../../programme/page.ts';
import { plainName } from '../../../programme/person-name.ts';
import type { Provenance } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Registered } from '../../../programme/staffing/register-kind.ts';
import type { Store } from '../../../storage/collections.ts';
import { asksAtOnce, type Prepared, type Reply } from '../../command.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { mayWriteHere } from './seen-filing.ts';

type Named = Readonly<Record<string, string>> & { readonly name: string };
type Partly<E> = { readonly [K in keyof E]?: E[K] | undefined };
/** Which entry is meant, that a new one is begun, or which page is seen. */
type Beside = {
  readonly entry?: string | undefined;
  readonly begins?: 'yes' | undefined;
  readonly page?: number | undefined;
};
type Field<E> = RegisterField & { readonly name: keyof E & string };

/** A register that the secretariat keeps. */
type Register<E extends Named> = {
  /** 権利留保物 */
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  /** On the button for a new entry. */
  readonly adds: string;
  /** Of an entry: its name, and what stands below it in the list. */
  readonly fields: readonly [name: Field<E>, ...rest: readonly Field<E>[]];
  readonly entry: z.ZodType<E>;
  newId(ask: string): string;
  all(store: Store): Promise<readonly Registered<E>[]>;
  keep(turn: MemberTurn, id: string, next: (now: Registered<E> | undefined) => Registered<E>): Promise<unknown>;
  ask(given: Partly<E> & Beside): Ask;
};

type Found<E> = { readonly id: string | undefined; readonly entry: E } | undefined;
type RegisterCommand<E> = {
  readonly needs: 'filed';
  readonly about: 'member';
  readonly usualFor: Record<never, never>;
  readonly writes: readonly (keyof E & string)[];
  readonly typed: 'inputs';
  prepare(input: Partly<E> & Beside, turn: MemberStart): Promise<Prepared<Found<E>>>;
  run(input: Beside, turn: MemberTurn, found: Found<E>): Promise<Reply>;
};

/** A command that shows a register, and keeps it: what is not said of an entry stays as it was. */
export function registerCommand<E extends Named>(register: Register<E>): RegisterCommand<E> {
  const { fields, newId, keep } = register;
  return {
    needs: 'filed',
    about: 'member',
    usualFor: {},
    writes: fields.map(({ name }) => name),
    typed: 'inputs',

    async prepare(input, turn) {
      const said = saidOf(register, input);
      const isSaid = Object.keys(said).length > 0;
      if (!isSaid && input.entry === undefined && input.begins === undefined) return { found: undefined };
      if (!mayWriteHere(turn)) throw Refusal.because('register-by-office');
      const known = await entryMeant(register, input, turn.store);
      const whole = register.entry.safeParse(nextOf(known, said));
      if (isSaid && whole.success) return { found: { id: known?.id, entry: whole.data } };
      return asksRest(register, known, said);
    },

    async run({ page = 1 }, turn, found) {
      if (!found) return { card: await listCard(register, turn, page) };
      const { from } = turn;
      const { id = newId(from.ask), entry } = found;
      await keep(turn, id, (now) => {
        if (now?.versions.some((version) => version.ask === from.ask)) return now;
        return { id, versions: [...(now?.versions ?? []), { ...from, ...entry }] };
      });
      return { card: await listCard(register, turn, 1, `「${entry.name}」を登録しました。`), how: 'replace' };
    },
  };
}

/** The form of what is still missing; where nothing is said yet, of the whole entry. */
function asksRest<E extends Named>(
  { title, fields, ask }: Register<E>,
  known: Registered<E> | undefined,
  said: Partial<E>,
): Prepared<never> {
  const next = nextOf(known, said);
  const open = Object.keys(said).length > 0 ? fields.filter(({ name }) => next[name] === undefined) : fields;
  const of = known ? { entry: known.id } : { begins: 'yes' as const };
  const names = open.map(({ name }) => name);
  return asksAtOnce(names, registerForm(title, open, next, ask({ ...said, ...of })));
}

/** What an entry would say. */
const nextOf = <E extends Named>(known: Registered<E> | undefined, said: Partial<E>): Partial<E> => ({
  ...(known && latestOf(known)),
  ...said,
});

/** What is said of an entry just now. */
const saidOf = <E extends Named>({ fields }: Register<E>, input: Partly<E>): Partial<E> =>
  Object.fromEntries(
    fields.flatMap(({ name }) => (input[name] === undefined ? [] : [[name, input[name]]])),
  ) as Partial<E>;

const latestOf = <E>({ versions }: Registered<E>): Provenance & E => versions.at(-1) as Provenance & E;

/**
 * The entry of the card, or the one of that name; undefined for a new one.
 * @throws Refusal where the card is of an entry that is not there
 */
async function entryMeant<E extends Named>(
  { all }: Register<E>,
  { name, entry }: Partly<E> & Beside,
  store: Store,
): Promise<Registered<E> | undefined> {
  const isMeant = (one: Registered<E>) =>
    entry === undefined ? name !== undefined && plainName(latestOf(one).name) === plainName(name) : one.id === entry;
  const known = (await all(store)).find(isMeant);
  if (entry !== undefined && !known) throw Refusal.because('old-card');
  return known;
}

const PAGE = 8;

async function listCard<E extends Named>(register: Register<E>, turn: MemberStart, page: number, said?: string) {
  const { title, about, adds, fields, ask } = register;
  const [, ...below] = fields;
  const all = await register.all(turn.store);
  const { shown, at, pages } = pageOf(all, page, PAGE);
  const mayWrite = mayWriteHere(turn);
  return registerCard({
    ...{ title, about, all: all.length, page: at, pages, said },
    rows: shown.map((one) => {
      const latest = latestOf(one);
      return {
        title: latest.name,
        detail: below.map(({ name, label }) => `${label} ${latest[name]}`).join('・'),
        change: mayWrite ? ask({ entry: one.id } as Partly<E> & Beside) : undefined,
      };
    }),
    to: (next) => ask({ page: next } as Partly<E> & Beside),
    add: mayWrite ? { label: adds, ask: ask({ begins: 'yes' } as Partly<E> & Beside) } : undefined,
  });
}
