import { existsSync, readFileSync } from 'node:fs';
import { takingIn } from '../../bot/files/take-in.ts';
import type { TakingIn } from '../../bot/files/taken-in.ts';
import { type OpenStore, PROGRAMME } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { editedBook } from '../files/edited-book.ts';
import { packageDamage } from '../files/package-damage.ts';
import { toldOf } from '../files/told-of.ts';
import {
  changedMeanwhile,
  exportedRoadmap,
  HEADINGS,
  initiativesThere,
  NOW,
  plantRoadmap,
  WINDOW,
} from './planted-roadmap.ts';
import { roadmapDamage } from './roadmap-damage.ts';
import { roadmapEdits } from './roadmap-edits.ts';
import { libreOfficeEdits, savedByLibreOffice } from './saved-by-libreoffice.ts';

let open: OpenStore;
let from: TakingIn;
let exported: Uint8Array;
beforeAll(async () => {
  open = openEmbedded(':memory:');
  await plantRoadmap(open.store);
  const programme = (await open.store.programmes.get(PROGRAMME, 'programme'))?.value;
  if (!programme) throw new Error('no programme');
  from = await takingIn({ store: open.store, programme, now: NOW });
  exported = await exportedRoadmap(open.store);
});
afterAll(() => open.close());

const linesOf = (bytes: Uint8Array) => toldOf(bytes, from);

describe('what people do to a 工程表', () => {
  it.each(roadmapEdits)('%s gives exactly this', async (_what, edit, lines) => {
    const before = await initiativesThere(open.store);
    const told = await linesOf(await editedBook(exported, HEADINGS, edit));
    // A word alone names the one field that changes.
    const [only = ''] = lines;
    if (lines.length === 1 && !only.includes(':') && !only.includes('。'))
      expect(told.map((line) => /　(.*?): /.exec(line)?.[1])).toEqual([only]);
    else expect(told).toEqual(lines);
    expect(await initiativesThere(open.store)).toEqual(before);
  });

  it.each(libreOfficeEdits)('%s, saved by LibreOffice, gives exactly this', async (name, _edit, lines) => {
    const file = savedByLibreOffice(name);
    expect(existsSync(file)).toBe(true);
    expect(await linesOf(new Uint8Array(readFileSync(file)))).toEqual(lines);
  });
});

describe('what befalls a 工程表', () => {
  it.each(roadmapDamage)('%s: it says where and what to write, and changes nothing', async (_what, damage, says) => {
    const before = await initiativesThere(open.store);
    const told = (await linesOf(await editedBook(exported, HEADINGS, damage))).join('\n');
    for (const each of says) expect(told).toMatch(each);
    expect(told).not.toContain('→');
    expect(await initiativesThere(open.store)).toEqual(before);
  });

  it.each(packageDamage)('%s: it is refused in a sentence', async (_what, damage, says) => {
    const told = await linesOf(await damage(exported));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(says);
  });
});

describe('what somebody else has changed meanwhile', () => {
  it('stays, and is said, where the file changes it too; nothing is said where it does not', async () => {
    await changedMeanwhile(open.store, '1件20分にする');
    expect(await linesOf(exported)).toEqual([]);
    const file = await editedBook(exported, HEADINGS, ({ cell }) => {
      cell('目指す姿・目標', HEADINGS + 1).value = '1件10分にする';
    });
    expect(await linesOf(file)).toEqual([
      `重なり（今のままにします）: ${WINDOW}　目指す姿・目標: 今 1件20分にする、ファイル 1件10分にする`,
    ]);
  });

  it('a half-done 年度更新 takes none', async () => {
    const list = from.store.yearsUnderWay.list.bind(from.store.yearsUnderWay);
    jest.spyOn(from.store.yearsUnderWay, 'list').mockImplementation(async (...args) => {
      const none = await list(...args);
      return [...none, {} as never];
    });
    expect(await linesOf(exported)).toEqual([expect.stringMatching(/年度更新の途中のため/)]);
    jest.restoreAllMocks();
  });
});
