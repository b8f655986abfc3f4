import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { HOME, OFFICER } from '../../demo/programme.ts';
import { kinds, PROGRAMME } from '../../storage/collections.ts';
import { type House, openHouse } from '../house.ts';
import { stampedBook, trialKind } from './stamped.ts';

const NEIGHBOUR = '203041';

let house: House;
beforeAll(async () => {
  house = await openHouse({ lineWorks: true, has: { commands, jobs, kinds, takenIn: [trialKind] } });
});
afterAll(() => house.close());

const kept = async () => (await house.service.store.takenFiles.list(PROGRAMME)).map(({ value }) => value);
const sender = (chat: 'teams' | 'line-works') => {
  if (chat === 'teams') return house.officer();
  if (!house.lineWorks) throw new Error('no LINE WORKS');
  return house.lineWorks.person({ name: '山田 花子', email: OFFICER });
};

describe.each(['teams', 'line-works'] as const)('a file sent 1:1 in %s', (chat) => {
  it('is read, kept under an id without the file, and shown', async () => {
    const before = (await kept()).length;
    const turn = await sender(chat).sendFile('表.xlsx', await stampedBook(HOME));
    expect(turn.words).toContain('状況');
    const all = await kept();
    expect(all).toHaveLength(before + 1);
    expect(all).toContainEqual(expect.objectContaining({ kind: '試しの表', municipality: HOME, via: chat }));
  });

  it('is declined in a sentence, and not kept, where it is none of ours', async () => {
    const before = await kept();
    const person = sender(chat);
    const bad: readonly (readonly [string, Uint8Array])[] = [
      ['写真.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
      ['別の表.xlsx', await stampedBook(HOME, '知らない表')],
      ['空.xlsx', new Uint8Array()],
    ];
    for (const [name, bytes] of bad) expect((await person.sendFile(name, bytes)).words).toMatch(/ください|できます/);
    expect(await kept()).toEqual(before);
  });

  it('is not kept in the name of who may not do this to its municipality', async () => {
    const before = await kept();
    const turn = await sender(chat).sendFile('表.xlsx', await stampedBook(NEIGHBOUR));
    expect(turn.words).toMatch(/担当/);
    expect(await kept()).toEqual(before);
  });

  it('says where something is wrong and what to write instead', async () => {
    const before = await kept();
    const turn = await sender(chat).sendFile('表.xlsx', await stampedBook(HOME, '試しの表', ''));
    expect(turn.words).toContain('言葉を書いてください');
    expect(await kept()).toEqual(before);
  });

  it('is too large from ten million bytes on', async () => {
    const turn = await sender(chat).sendFile('大きい表.xlsx', new Uint8Array(10_000_001));
    expect(turn.words).toMatch(/10/);
    expect(turn.words).toMatch(/ください/);
  });
});

describe('where a file is fetched from, in Teams', () => {
  it('is never a place that is none of the product’s, nor one that it points to', async () => {
    const person = house.officer();
    const before = await kept();
    const bytes = await stampedBook(HOME);
    const places = ['https://example.com/a.xlsx', 'http://example.sharepoint.com/a', 'file:///etc/passwd', 'not a url'];
    for (const downloadUrl of [...places, house.teams.oneDrive.pointsTo('https://example.com/a.xlsx')]) {
      const turn = await person.sendFile('表.xlsx', bytes, { downloadUrl });
      expect(turn.words).not.toContain('状況');
    }
    expect(await kept()).toEqual(before);
  });

  it('is left when it never ends', async () => {
    const turn = await house.officer().sendFile('表.xlsx', new Uint8Array(), {
      downloadUrl: house.teams.oneDrive.endless(),
    });
    expect(turn.words).toMatch(/10/);
  });

  it('the same message once more keeps nothing twice', async () => {
    const person = house.officer();
    const turn = await person.sendFile('表.xlsx', await stampedBook(HOME));
    const before = await kept();
    await person.again(turn);
    expect(await kept()).toEqual(before);
  });
});
