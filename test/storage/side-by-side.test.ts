import { z } from 'zod';
import { HelpRequest } from '../../programme/help/help-request.ts';
import { type KnownKinds, kinds, municipal, type OpenStore } from '../../storage/collections.ts';
import { type Collection, change, NewerDocument } from '../../storage/store.ts';
import { bothStores } from './both-stores.ts';
import type { Harness } from './harness.ts';

/** The next release adds an optional field; the one after it changes the shape. */
const Urgent = HelpRequest.extend({ urgent: z.boolean().optional() });
const Worded = HelpRequest.omit({ text: true }).extend({ words: z.array(z.string()) });
const helpKind = kinds.helpRequests;
const added: KnownKinds = { ...kinds, helpRequests: { ...helpKind, schema: Urgent } };
const reshaped: KnownKinds = {
  ...kinds,
  helpRequests: {
    ...helpKind,
    schema: Worded,
    upcasts: [
      (body) => {
        const { text, ...rest } = body as HelpRequest;
        return { ...rest, words: text.split('、') };
      },
    ],
  },
};

const PK = municipal('203033');
const help = (number: number, text = '体制、予算'): HelpRequest => ({
  id: `help-${number}`,
  municipality: '203033',
  text,
  by: 'member-1',
  at: '2026-11-24T00:00:00Z',
  via: 'teams',
  ask: `ask-${number}`,
});

describe.each(bothStores)('two versions of the program on %s', (_, start) => {
  let harness: Harness;
  let older: OpenStore;
  let last = 0;
  let number = 0;
  const place = () => ({ container: 'state', pk: PK, id: `help-${number}` }) as const;
  const at = () => ({ partition: PK, id: `help-${number}` });
  const of = async <T>(of: KnownKinds, work: (docs: Collection<T>) => Promise<void>) => {
    const newer = await harness.open(of);
    await work(newer.store.helpRequests as unknown as Collection<T>);
    await newer.close();
  };
  const asAdded = (work: (docs: Collection<z.infer<typeof Urgent>>) => Promise<void>) => of(added, work);
  const asReshaped = (work: (docs: Collection<z.infer<typeof Worded>>) => Promise<void>) => of(reshaped, work);

  beforeAll(async () => {
    harness = await start();
    older = await harness.open();
  });
  afterAll(async () => {
    await older.close();
    await harness.close();
  });
  beforeEach(() => {
    number = ++last;
  });

  /** Whatever the older program tries, it is told to be upgraded and the document stays as it is. */
  const refusedByTheOlder = async () => {
    const { helpRequests } = older.store;
    const before = await harness.raw(place());
    await expect(helpRequests.get(PK, `help-${number}`)).rejects.toThrow(NewerDocument);
    await expect(helpRequests.list(PK, { from: `help-${number}` })).rejects.toThrow(/newer version; upgrade/);
    await expect(helpRequests.put(help(number, '上書き'), before.etag)).rejects.toThrow(NewerDocument);
    await expect(change(helpRequests, at(), () => ({ value: help(number, '上書き') }))).rejects.toThrow(NewerDocument);
    expect(await helpRequests.put(help(number, '上書き'), 'absent')).toEqual({ outcome: 'changed-meanwhile' });
    expect(await harness.raw(place())).toEqual(before);
  };

  it('change each other’s documents as long as the new field is not used', async () => {
    await older.store.helpRequests.put(help(number), 'absent');
    await asAdded(async (docs) => {
      await change(docs, at(), (now) => ({ value: { ...(now ?? help(number)), text: '新しい版が直した' } }));
    });
    await change(older.store.helpRequests, at(), (now) => {
      expect(now?.text).toBe('新しい版が直した');
      return { value: help(number, '古い版が直した') };
    });
    await asAdded(async (docs) => {
      expect((await docs.get(PK, `help-${number}`))?.value).toEqual(help(number, '古い版が直した'));
    });
  });

  it('keep apart what the older one would lose', async () => {
    await older.store.helpRequests.put(help(number), 'absent');
    await older.store.helpRequests.get(PK, `help-${number}`);
    await asAdded(async (docs) => {
      await change(docs, at(), (now) => ({ value: { ...(now ?? help(number)), urgent: true } }));
    });
    await refusedByTheOlder();
    await asAdded(async (docs) => {
      expect((await docs.get(PK, `help-${number}`))?.value.urgent).toBe(true);
    });
  });

  it('keep apart an unknown word anywhere inside, also in what is still to be audited', async () => {
    const from = { by: 'member-1', at: '2026-11-24T00:00:00Z', via: 'teams' };
    const undone = { ...from, ask: 'ask-0', why: '重複' };
    const entry = { ...from, id: 'a-1', command: 'ask-help', record: 'helpRequests', device: 'phone' };
    const planted = { ...place(), type: 'helpRequests', schema: 1 };
    await harness.plant({ ...planted, body: { ...help(number), undone }, effects: [] });
    await expect(older.store.helpRequests.get(PK, `help-${number}`)).rejects.toThrow(/body\.undone\.why/);
    number = ++last;
    await harness.plant({ ...planted, ...place(), body: help(number), effects: [{ kind: 'audit', entry }] });
    await expect(older.store.helpRequests.get(PK, `help-${number}`)).rejects.toThrow(/effects\.0\.entry\.device/);
    await refusedByTheOlder();
  });

  it('read older shapes, whoever writes first', async () => {
    await older.store.helpRequests.put(help(number), 'absent');
    await asReshaped(async (docs) => {
      const found = await docs.get(PK, `help-${number}`);
      expect(found?.value.words).toEqual(['体制', '予算']);
      expect(await docs.get(PK, `help-${number}`)).toBe(found);
      await change(docs, at(), (now) => ({ value: { ...(now as z.infer<typeof Worded>), words: ['体制'] } }));
    });
    await refusedByTheOlder();
  });

  it('write one document each at the same time, and nothing is lost', async () => {
    const second = ++last;
    await Promise.all([
      older.store.helpRequests.put(help(number), 'absent'),
      asReshaped(async (docs) => {
        const { text: _text, ...rest } = help(second);
        await docs.put({ ...rest, words: ['新しい'] }, 'absent');
      }),
    ]);
    await asReshaped(async (docs) => {
      const found = await docs.list(PK, { from: `help-${number}`, below: `help-${number}~` });
      expect(found.map(({ value }) => value.words)).toContainEqual(['体制', '予算']);
    });
  });
});
