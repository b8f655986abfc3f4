import fc from 'fast-check';
import type { Command } from '../../bot/command.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { readEverything } from '../../bot/hand-over/everything.ts';
import { disclosed, exportFiles, ownOf } from '../../bot/hand-over/export.ts';
import { text } from '../../cards/card.ts';
import { HOME } from '../../demo/programme.ts';
import type { AuditEntry } from '../../programme/audit.ts';
import { deliveryId } from '../../programme/delivery.ts';
import type { Kind } from '../../programme/kind.ts';
import type { Mismatch } from '../../programme/support/mismatch.ts';
import {
  casesOf,
  type MismatchCase,
  mismatchCount,
  withMismatchContent,
} from '../../programme/support/mismatch-case.ts';
import { visitRemarkId } from '../../programme/visits/visit-remark.ts';
import { type KnownKinds, kinds, MISMATCHES, PROGRAMME, type Store } from '../../storage/collections.ts';
import type { MemoryStore } from './memory-store.ts';
import {
  casesIn,
  type History,
  NOW,
  noteOf,
  remarkOn,
  saying,
  smallProgramme,
  visitsOf,
  type Where,
  type Whoever,
  worldOf,
} from './two-worlds.ts';

const HISTORIES = 120;
const SENTENCES_EACH = 10;
/** The same every time, so that a leak is found or not found by everybody. */
const SEED = 20261124;

const writes = fc.array(
  fc.constantFrom(
    { part: 'story', detail: '進め方の説明が少ない', cause: 'approach' },
    { part: 'hearing', heardMunicipality: '資料を先に見たい', heardExpert: '前の週に送る' },
    { part: 'measure', measure: 'improvement', followUpOn: '2026-12-21' },
    { part: 'measure', measure: 'none', resolvedOn: '2026-11-24' },
  ),
  { maxLength: 2 },
);
const histories = fc.record({
  ...{ low: fc.integer({ min: 2, max: 3 }), high: fc.integer({ min: 2, max: 4 }) },
  scores: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4, max: 5 })),
  opens: fc.constantFrom('low-twice', 'replace', 'by-hand'),
  ...{ writes, remarks: fc.boolean(), told: fc.boolean() },
}) satisfies fc.Arbitrary<History>;

type Asking = {
  readonly who: Whoever;
  readonly where: Where;
  readonly did: Parameters<typeof saying>[2];
  readonly needs: string;
};

/** Everybody but the secretariat, everything there is to be asked; and the secretariat before the eyes of the prefecture. */
function askings(known: readonly Command[]): readonly Asking[] {
  const readers: readonly (readonly [Whoever, Where])[] = [
    ...(['municipal', 'expert', 'prefecture', 'elsewhere', 'observer', 'stranger'] as const).map(
      (who) => [who, '1:1'] as const,
    ),
    ['secretariat', 'the room of the prefecture'],
  ];
  const ids = { mismatch: `mismatch-${HOME}-member-x`, municipality: HOME };
  return readers.flatMap(([who, where]) => [
    ...known.flatMap(({ says, example, needs }) =>
      [...new Set([says[0], example])].map((said) => ({
        who,
        where,
        needs,
        did: { kind: 'said' as const, text: said },
      })),
    ),
    ...known
      .filter(({ confidential }) => confidential)
      .map(({ name, needs }) => ({
        who,
        where,
        needs,
        did: { kind: 'pressed' as const, ask: { command: name, input: ids } },
      })),
  ]);
}

/** Who could tell by what that there is a case. What a municipality has said of its visits it knows itself. */
async function whoCouldTell(known: readonly Command[], count: number): Promise<readonly string[]> {
  const all = askings(known);
  const found: string[] = [];
  for (const [run, history] of fc.sample(histories, { numRuns: count, seed: SEED }).entries()) {
    const worlds = {
      with: await worldOf(base, history, 'with'),
      said: await worldOf(base, history, 'said'),
      none: await worldOf(base, history, 'none'),
    };
    for (let each = 0; each < SENTENCES_EACH; each++) {
      const asking = all[(run * SENTENCES_EACH + each) % all.length];
      if (asking && (await couldTell(asking, worlds, known)))
        found.push(`${asking.who}: ${JSON.stringify(asking.did)}`);
    }
  }
  return found;
}

/** The number of cases is told to those who see figures, and no more than that. */
async function couldTell(
  asking: Asking,
  worlds: Readonly<Record<'with' | 'said' | 'none', Store>>,
  known: readonly Command[],
) {
  const { who, where, did, needs } = asking;
  const other = who === 'municipal' || needs === 'figures' ? worlds.said : worlds.none;
  const [one, two] = [
    await saying(worlds.with, who, did, { where, known }),
    await saying(other, who, did, { where, known }),
  ];
  return needs === 'figures' ? withoutNumbers(one) !== withoutNumbers(two) : one !== two;
}

/** How many cases there are, and how long both sides waited to be heard (KP-12), are numbers of the programme. */
const withoutNumbers = (said: string): string =>
  said.replace(/\\n聞き取りまで 平均[^"]*?件）/g, '').replace(/\d+/g, '0');

let base: MemoryStore;
beforeAll(async () => {
  base = await smallProgramme();
});

it('the worlds differ in whether there is a case', async () => {
  for (const history of fc.sample(histories, { numRuns: 30, seed: SEED })) {
    expect(await casesIn(await worldOf(base, history, 'with'))).not.toEqual([]);
    expect(await casesIn(await worldOf(base, history, 'none'))).toEqual([]);
    const said = await casesIn(await worldOf(base, history, 'said'));
    expect(said.length).toBe(history.opens === 'by-hand' ? 0 : 1);
  }
});

it('nobody outside the secretariat could tell by any answer, or by what is logged of it, that there is a case', async () => {
  expect(await whoCouldTell(commands, HISTORIES)).toEqual([]);
}, 120_000);

it('whoever sees figures sees numbers of cases and nothing else of them', async () => {
  const figures = askings(commands).filter(({ needs, who }) => needs === 'figures' && who === 'prefecture');
  expect(figures.length).toBeGreaterThan(1);
  const seen: string[] = [];
  for (const history of fc.sample(histories, { numRuns: 10, seed: SEED + 2 })) {
    const [one, other] = [await worldOf(base, history, 'with'), await worldOf(base, history, 'said')];
    for (const { who, did } of figures) {
      const said = await saying(one, who, did);
      seen.push(said);
      expect(withoutNumbers(said)).toBe(withoutNumbers(await saying(other, who, did)));
    }
  }
  expect(seen.join()).toContain('ミスマッチ');
}, 120_000);

it.each([
  ['a case that follows from ratings', async (store: Store) => (await casesIn(store)).length > 0, 'prefecture'],
  [
    'a case that somebody wrote in',
    async (store: Store) => (await store.mismatches.list(MISMATCHES)).length > 0,
    'municipal',
  ],
])(
  'a command that gives away %s is found',
  async (_what, knows, who) => {
    const leaking = commands.map((command): Command => {
      if (command.name !== 'show-meetings') return command;
      const run: Command['run'] = async (input, turn, found) => {
        const reply = await command.run(input, turn, found);
        if (!(await knows(turn.store))) return reply;
        return { ...reply, card: { ...reply.card, body: [...reply.card.body, text('・')] } };
      };
      return { ...command, run };
    });
    const only = leaking.filter(({ name }) => name === 'show-meetings' || name === 'show-status');
    expect(await whoCouldTell(only, 40)).toContainEqual(expect.stringMatching(new RegExp(`^${who}: .*会議`)));
  },
  120_000,
);

type All = Awaited<ReturnType<typeof readEverything>>;

const exportedNames = Object.values(kinds as KnownKinds)
  .filter(({ exported }) => exported.as !== 'nothing')
  .map(({ name }) => name);

/** What of everything can be read outside: documents, rows of the workbook, and how many of each there are. */
function outside(of: All): string {
  const told = disclosed(of, jobs);
  return JSON.stringify(
    exportedNames.map((name) => [name, (told as never)[name]]),
    (key, value) => (key === 'etag' ? undefined : value),
  );
}

it('no export has it, of everything or of its municipality', async () => {
  for (const [run, history] of fc.sample(histories, { numRuns: 20, seed: SEED + 1 }).entries()) {
    const stores = [await worldOf(base, history, 'with'), await worldOf(base, history, 'said')];
    const [one, two] = await Promise.all(stores.map((store) => readEverything(store, NOW)));
    if (!one || !two) throw new Error('nothing was read');
    // Whom the bot has met since does not differ by the case, but by who has been speaking.
    const [whole, other] = [{ ...one, acquaintances: two.acquaintances }, two];
    expect(outside(whole)).toEqual(outside(other));
    expect(outside(ownOf(whole, HOME))).toEqual(outside(ownOf(other, HOME)));
    if (run > 1) continue;
    const words = { members: two.members, municipalities: two.municipalities, jobs };
    const files = await Promise.all([whole, other].map((all) => exportFiles(all, { programme: 'x' }, words)));
    expect(files[0]?.counts).toEqual(files[1]?.counts);
    expect(files[0]?.files.map(({ bytes }) => bytes.toString('base64'))).toEqual(
      files[1]?.files.map(({ bytes }) => bytes.toString('base64')),
    );
  }
}, 120_000);

it('no turn of anybody else so much as reads a case that is kept, so that none can depend on one', async () => {
  const [history] = fc.sample(histories, { numRuns: 1, seed: SEED });
  if (!history) throw new Error('no history');
  const store = await worldOf(base, history, 'with');
  const read = async () => Promise.reject(new Error('somebody else read it'));
  const guarded = { ...store, mismatches: { ...store.mismatches, get: read, list: read } };
  const touched: string[] = [];
  for (const { who, where, did, needs } of askings(commands)) {
    if (needs === 'figures') continue;
    if ((await saying(guarded, who, did, { where })).includes('turn failed'))
      touched.push(`${who}: ${JSON.stringify(did)}`);
  }
  expect(touched).toEqual([]);
  expect(await saying(guarded, 'secretariat', { kind: 'said', text: 'ミスマッチ' })).toContain('turn failed');
}, 120_000);

describe('ten thousand histories', () => {
  const pair = { municipality: HOME, expert: 'member-x', officer: 'member-a' };
  const office = { by: 'member-o', via: 'teams' };
  const nothing = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  const heldIn = <T>(kind: Kind<T>, values: readonly T[]) =>
    values.map((value) => ({ value, etag: '', effects: [], partition: kind.partition(value), id: kind.id(value) }));

  /** What was said of visits is the same in many histories. */
  const heard = new Map<string, ReturnType<typeof saidIn>>();
  function saidIn(history: History, name: 'with' | 'said') {
    const said = visitsOf(history, pair, name);
    const [records, rated] = [said.map(({ record }) => record), said.map(({ rating }) => rating)];
    const [first = byHand] = casesOf({ ratings: rated, visits: records, mismatches: [] });
    const remarks = records.map((record) => remarkOn(record, pair));
    const held = { visitRecords: heldIn(kinds.visitRecords, records), ratings: heldIn(kinds.ratings, rated) };
    return { held, rated, remarks, first };
  }
  function knownSaid(history: History) {
    const { low, high, scores, opens } = history;
    const key = JSON.stringify([low, high, scores, opens]);
    const known = heard.get(key) ?? saidIn(history, 'with');
    heard.set(key, known);
    return known;
  }

  /** All there is of a history, as it is read to be exported. */
  function everythingOf(history: History, name: 'with' | 'said'): All {
    const { held, remarks: all, first } = knownSaid(history);
    const isWith = name === 'with';
    const kept = isWith ? [writtenIn(first, history)] : [];
    const notes = history.told
      ? kept.map(({ id }) => noteOf({ ...toOffice, item: { mismatch: id } }, '2026-11-24'))
      : [];
    const remarks = isWith && history.remarks ? all : [];
    const audited = [
      ...kept.map(({ id }) => entry('record-mismatch', `mismatches/${MISMATCHES}/${id}`)),
      ...notes.map((note) => entry('resend', `deliveries/${PROGRAMME}/${deliveryId(note)}`)),
      ...remarks.map(({ visit }) => entry('record-visit', `visitRemarks/${PROGRAMME}/${visitRemarkId(visit)}`)),
      entry('rate-visit', `ratings/m-${HOME}/rating-x`, HOME),
    ];
    return {
      ...nothing,
      ...held,
      ...{ mismatches: heldIn(kinds.mismatches, kept), visitRemarks: heldIn(kinds.visitRemarks, remarks) },
      ...{ deliveries: heldIn(kinds.deliveries, notes), audit: heldIn(kinds.audit, audited) },
    } as unknown as All;
  }
  const toOffice = { recipient: { kind: 'member' as const, id: 'member-o' }, about: 'a1' };
  const byHand: MismatchCase = {
    ...{ id: 'mismatch-by-hand', municipality: HOME, expert: 'member-x', reportedOn: '2026-11-20' },
    reportedBy: 'secretariat',
  };
  const entry = (command: string, record: string, municipality?: string): AuditEntry => ({
    ...{ ...office, id: record, at: '2026-11-24T01:00:00.000Z', command, record },
    ...(municipality ? { municipality } : {}),
  });
  function writtenIn(one: MismatchCase, { writes: all }: History) {
    return all.reduce<Mismatch>(
      (kept, _write, at) =>
        withMismatchContent(
          { ...one, kept },
          { detail: `${at}` },
          { ...office, at: '2026-11-24T01:00:00.000Z', ask: `w${at}` },
        ),
      withMismatchContent(one, { detail: '続けにくい' }, { ...office, at: '2026-11-24T01:00:00.000Z', ask: 'w' }),
    );
  }

  /** The same documents, or such that say the same. */
  function differ(one: All, two: All): boolean {
    const valuesIn = (of: All, name: string) => ((of as never)[name] as { value: unknown }[]).map(({ value }) => value);
    return exportedNames.some((name) => {
      const [a, b] = [valuesIn(one, name), valuesIn(two, name)];
      return (
        a.length !== b.length || a.some((each, at) => each !== b[at] && JSON.stringify(each) !== JSON.stringify(b[at]))
      );
    });
  }
  const told = (of: All) => disclosed(of, jobs);

  it('no export differs by what the secretariat knows, and figures only by how many cases there are', () => {
    const month = { from: '2026-11-01', until: '2026-11-30' };
    fc.assert(
      fc.property(histories, (history) => {
        const [one, two] = [everythingOf(history, 'with'), everythingOf(history, 'said')];
        const { rated } = knownSaid(history);
        const kept = one.mismatches.map(({ value }) => value);
        const [count, without] = [mismatchCount(rated, kept, month), mismatchCount(rated, [], month)];
        const isCounted = history.opens === 'by-hand' || count.cases === without.cases;
        return isCounted && !differ(told(one), told(two)) && !differ(told(ownOf(one, HOME)), told(ownOf(two, HOME)));
      }),
      { numRuns: 10_000, seed: SEED },
    );
  }, 120_000);

  it('an export that forgets to leave it out is found', () => {
    const known = fc.sample(histories, { numRuns: 20, seed: SEED });
    for (const history of known)
      expect(differ(everythingOf(history, 'with'), everythingOf(history, 'said'))).toBe(true);
  });
});
