import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { z } from 'zod';
import { certificateOf } from '../../bot/hand-over/certificate.ts';
import { cutsOf, erase, erasedLines } from '../../bot/hand-over/erase.ts';
import { carryOut, cutId } from '../../bot/hand-over/erasure.ts';
import { heldOf, readEverything } from '../../bot/hand-over/everything.ts';
import { BOOK, exportFiles, MARKER, ownOf } from '../../bot/hand-over/export.ts';
import { type Journal, newJournal } from '../../bot/hand-over/journal.ts';
import { limitsOf, outdatedCuts } from '../../bot/hand-over/outdated.ts';
import { fictionalProgramme, HOME } from '../../demo/programme.ts';
import { defineKind, inMunicipality, ofYearOfMoment, wholly } from '../../programme/kind.ts';
import { exportSheet, momentCell } from '../../programme/sheet.ts';
import { collectionOf, type KnownKinds, kinds, municipal, type OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';

/** A kind that the program does not have: this declaration and its word in the list are all that is said of it. */
const Note = z.object({
  id: z.string(),
  municipality: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
  etag: z.string().optional(),
});
type Note = z.infer<typeof Note>;
const notes = defineKind({
  name: 'notes',
  called: '覚え書き',
  container: 'state',
  schema: Note,
  ...inMunicipality,
  id: ({ id }) => id,
  belongsTo: (note, { code }) => wholly(note, note.municipality === code),
  ofYear: ofYearOfMoment(({ at }) => at),
  keptFor: { years: 'records', isOver: ({ at }, { isOld }) => isOld(at) },
  exported: {
    as: 'sheets',
    without: ['etag'],
    sheets: [
      exportSheet<Note>('覚え書き', 'support', {
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        内容: ({ text }) => text,
        日時: ({ at }) => momentCell(at),
      }),
    ],
  },
  takenBack: { never: 'nobody says anything in it' },
  audited: true,
  ofTheChat: [],
});
const of: KnownKinds = { ...kinds, notes };

/** What has to be said of a kind: what a declaration forgets of it does not compile, nor does this list. */
type Declared = Parameters<typeof defineKind<Note, 'notes'>>[0];
type Needed = { [F in keyof Declared]-?: object extends Pick<Declared, F> ? never : F }[keyof Declared];
const needed: Readonly<Record<Needed, true>> = {
  ...{ name: true, called: true, container: true, schema: true, partition: true, partitions: true, id: true },
  ...{ belongsTo: true, ofYear: true, keptFor: true, exported: true, takenBack: true, audited: true, ofTheChat: true },
};

const NOW = new Date('2026-11-24T10:00:00+09:00');
const AUDIT_FROM = new Date('2025-04-01T00:00:00+09:00');
const NEIGHBOUR = '203050';
const note = (id: string, municipality: string, at = '2026-11-20T01:00:00.000Z'): Note => ({
  ...{ id: `note-${id}`, municipality, text: `覚え書き ${id}`, at, etag: 'mine' },
});

let folder: string;
let opened: OpenStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-new-kind-'));
  opened = openEmbedded(join(folder, 'store.sqlite'), { of });
  const { programme, municipalities } = fictionalProgramme(NOW);
  await opened.store.programmes.put(programme, 'absent');
  for (const town of municipalities.filter(({ code }) => [HOME, NEIGHBOUR].includes(code)))
    await opened.store.municipalities.put(town, 'absent');
  const docs = collectionOf(opened.store, notes);
  const old = note('old', HOME, '2021-03-31T14:59:00.000Z');
  for (const one of [note('own', HOME), note('other', NEIGHBOUR), old]) await docs.put(one, 'absent');
});
afterEach(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

const everything = () => readEverything(opened.store, NOW, [], of);
const left = async () => heldOf(await everything(), notes).map(({ id }) => id);

async function exported(code?: string) {
  const all = await everything();
  const { files, counts } = await exportFiles(
    code === undefined ? all : ownOf(all, code, of),
    { programme: '架空の事業' },
    { ...all, jobs: [] },
    of,
  );
  const bytes = (name: string) => files.find((file) => file.name === name)?.bytes ?? Buffer.from('');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes(BOOK) as unknown as ArrayBuffer);
  const rows: unknown[] = [];
  workbook.getWorksheet('覚え書き')?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  const json = (name: string): unknown => JSON.parse(String(bytes(name)));
  return { counts, rows, json, sheets: workbook.worksheets.map(({ name }) => name) };
}

it('says what has to be said', () => {
  expect(Object.keys(notes)).toEqual(expect.arrayContaining(Object.keys(needed)));
});

it('is exported as JSON and as a sheet of its section, each municipality’s by itself', async () => {
  const all = await exported();
  expect(all.counts['notes']).toBe(3);
  expect(all.json('notes.json')).toContainEqual({
    ...{ id: 'note-own', partition: municipal(HOME), municipality: HOME },
    ...{ text: '覚え書き own', at: '2026-11-20T01:00:00.000Z' },
  });
  expect(all.json(MARKER)).toMatchObject({ counts: { notes: 3 }, files: { 'notes.json': expect.any(String) } });
  const at = all.sheets.indexOf('覚え書き');
  expect(all.sheets.slice(at - 1, at + 2)).toEqual(['共有する資料', '覚え書き', '工程表']);
  expect(all.rows).toEqual([
    ['市町村名', '内容', '日時'],
    ['小海町', '覚え書き old', '2021-03-31 23:59'],
    ['南牧村', '覚え書き other', '2026-11-20 10:00'],
    ['小海町', '覚え書き own', '2026-11-20 10:00'],
  ]);
  const own = await exported(HOME);
  expect(own.rows.slice(1).map((row) => (row as string[])[1])).toEqual(['覚え書き old', '覚え書き own']);
});

it('is gone when its years are over', async () => {
  const all = await everything();
  const cuts = outdatedCuts(all, limitsOf(all, { records: 5, audit: 5 }, NOW), of);
  expect(cuts.filter(({ kind }) => kind === notes).map(cutId)).toEqual([`${municipal(HOME)}/note-old`]);
  await carryOut(opened.store, cuts);
  expect(await left()).toEqual(['note-other', 'note-own']);
});

it.each([
  ['its municipality', { code: HOME, name: '小海町' }, ['note-other'], 2],
  ['everything', { name: '事業全体' }, [], 3],
])('is erased with %s, and is in the certificate', async (_, scope, stays, count) => {
  const begun = newJournal('架空の事業', scope, NOW);
  expect(erasedLines(cutsOf(await everything(), begun, AUDIT_FROM, of), of)).toContain(`  覚え書き\t${count}件`);
  let journal: Journal = begun;
  const save = async (next: Journal) => {
    journal = next;
  };
  const done = await erase(opened, { journal, now: NOW, auditFrom: AUDIT_FROM, save, of });
  expect(await left()).toEqual(stays);
  expect(journal.erased['notes']).toHaveLength(count);
  const about = { programme: '', operator: '', store: 'embedded' as const, startedAt: '', finishedAt: '', scope };
  const { erased } = certificateOf(about, done, AUDIT_FROM, of);
  expect(erased).toContainEqual({ collection: 'notes', count, sha256: expect.any(String) });
});
