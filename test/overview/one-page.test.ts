import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { onePageDocument } from '../../bot/features/overview/one-page-document.ts';
import { readEverything } from '../../bot/hand-over/everything.ts';
import { exportFiles } from '../../bot/hand-over/export.ts';
import { OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import { onePageSvgs } from '../../documents/overview/one-page-svg.ts';
import { LARGEST_PICTURE, paint } from '../../documents/picture/paint.ts';
import type { OnePage } from '../../programme/overview/one-page.ts';
import { onePageBlocks } from '../../programme/overview/one-page-blocks.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import { type Engine, NOW, openEngine } from '../engine.ts';
import { recountedPage } from './one-page-recount.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const made = async (id: string) => {
  const programme = (await engine.store.programmes.get(PROGRAMME, 'programme'))?.value;
  if (!programme) throw new Error('no programme');
  const bytes = await onePageDocument.make(id, { store: engine.store, programme, now: NOW });
  return bytes && strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
};

describe.each(['teams', 'line-works'] as const)('1枚で in %s', (chat) => {
  it.each(['1枚で', '１枚で', '一枚で', '1枚でください', 'A4 1枚で'])('is what 「%s」 asks for', async (said) => {
    const { card } = await engine.on(chat, PREFECTURE_OFFICER).say(said);
    expect(card.title).toBe('1枚で');
    const file = card.body.find((node) => node.kind === 'file');
    expect(file?.kind === 'file' && file.name).toMatch(/^事業の状況（1枚） 2026-11-24\.docx$/);
    const image = card.body.find((node) => node.kind === 'image');
    expect(image?.kind === 'image' && image.png.length).toBeGreaterThan(5_000);
  });

  it('is refused to a municipality with a sentence', async () => {
    const { words } = await engine.on(chat, OFFICER).say('1枚で');
    expect(words).toMatch(/事務局|県/);
    expect(words).not.toContain('事業の状況');
  });
});

describe('the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'one-page-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says what a program counts that reads nothing but the export', async () => {
    const all = await readEverything(engine.store, NOW);
    const { files } = await exportFiles(all, { programme: '試験' }, { ...all, jobs: [] });
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    const { towns, steps, kpi } = recountedPage(folder, 2026);
    const text = (await made('2026-11-24')) ?? '';
    expect(text).toContain(`支援対象 ${towns}団体`);
    for (const { items, settled, notReported } of steps) {
      expect(items).toBeGreaterThan(0);
      const row = new RegExp(`${settled}/${items}件（先月\u00a0\\d+）${notReported}件`);
      expect(text).toMatch(row);
    }
    for (const id of ['K0-03', 'K1-03']) {
      const { numerator, denominator } = kpi(id);
      const shown = `（${numerator.toLocaleString('ja-JP')}/${denominator.toLocaleString('ja-JP')}）`;
      expect([id, new RegExp(`${id} [^（]*[\\d.]+%（[\\d,]+/[\\d,]+）`).exec(text)?.[0].endsWith(shown)]).toEqual([
        id,
        true,
      ]);
    }
  });

  it('names nobody, and has nothing of a day before the programme or ahead', async () => {
    const text = (await made('2026-11-24')) ?? '';
    const members = (await engine.store.members.list(MEMBERS)).map(({ value }) => value.name);
    expect(members.filter((name) => text.includes(name))).toEqual([]);
    for (const id of ['2020-01-01', '2026-11-25', 'きのう']) expect(await made(id)).toBeUndefined();
  });
});

it('never has more lines than a page of A4 holds, however many municipalities there are', () => {
  const name = fc.string({ minLength: 1, maxLength: 20 });
  const many = fc.array(name, { maxLength: 200 });
  const waiting = fc.record({
    what: fc.constant('承認待ち'),
    count: fc.nat(),
    since: fc.constant('2026-11-01'),
    parts: many,
  });
  const page = fc.record({
    ...{ achieved: many, quiet: many, lines: fc.array(fc.string({ maxLength: 400 }), { maxLength: 50 }) },
    ...{ late: waiting, waiting: fc.array(waiting, { maxLength: 3 }) },
  });
  fc.assert(
    fc.property(page, ({ achieved, ...more }) => {
      const whole: OnePage = {
        ...{
          programme: { name: '事業', fiscalYear: 2026 },
          since: '2026-10-24',
          until: NOW,
          towns: 200,
          lateTowns: 200,
        },
        ...{ steps: [], totals: [], moved: { towns: 200, moves: 9999, achieved }, ...more },
      };
      const lines = onePageBlocks(whole).flatMap((block) => block.lines);
      expect(lines.length).toBeLessThanOrEqual(13);
      for (const line of lines) expect(line.length).toBeLessThan(260);
    }),
  );
});

it('says the same in the picture, whatever is on the page', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `とても長い名前の市町村${at}`);
  const waiting = { what: '承認待ち', count: 30, since: '2026-11-01', parts: names } as const;
  const whole: OnePage = {
    ...{ programme: { name: '市町村DX伴走支援事業<&>', fiscalYear: 2026 }, since: '2026-10-24', until: NOW },
    ...{ towns: 200, lateTowns: 200, steps: [], totals: [], quiet: names, lines: names, late: waiting },
    ...{ waiting: [waiting, waiting], moved: { towns: 200, moves: 9_999, achieved: names } },
  };
  const svgs = onePageSvgs(whole);
  const [svg = ''] = svgs;
  const drawn = [...svg.matchAll(/>([^<>]*)<\/text>/g)].map(([, said]) => said).join('');
  for (const line of onePageBlocks(whole).flatMap((block) => block.lines)) expect(drawn).toContain(line);
  expect((await paint(svgs.at(-1) ?? '')).length).toBeLessThanOrEqual(LARGEST_PICTURE);
});

it('keeps a name and its figure on one line of the picture', () => {
  const names = ['小海町', '南相木村', '下諏訪町', '飯島町', '木島平村'].map((name, at) => `${name}\u00a0${at + 2}`);
  for (let size = 1; size <= 24; size++) {
    const parts = [`${'町'.repeat(size)}\u00a012`, ...names];
    const whole: OnePage = {
      ...{ programme: { name: '事業', fiscalYear: 2026 }, since: '2026-10-24', until: NOW, towns: 25, lateTowns: 5 },
      ...{ steps: [], totals: [], quiet: names, lines: [], waiting: [], moved: { towns: 0, moves: 0, achieved: [] } },
      late: { what: '期限を過ぎた項目', count: 30, since: '2026-11-01', parts },
    };
    const [svg = ''] = onePageSvgs(whole);
    const drawn = [...svg.matchAll(/>([^<>]*)<\/text>/g)].map(([, said = '']) => said);
    // A name may go over two lines, but its last sign stands before its figure.
    expect(drawn.filter((line) => /^[\s\d]/.test(line) && !/^\d(　|週以上)/.test(line))).toEqual([]);
  }
});
