import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../storage/embedded.ts';
import { editedBook } from '../files/edited-book.ts';
import { exportedRoadmap, HEADINGS, plantRoadmap } from './planted-roadmap.ts';
import { libreOfficeEdits, savedByLibreOffice } from './saved-by-libreoffice.ts';

/** Makes the files anew that LibreOffice has saved: `npx tsx test/initiatives/save-by-libreoffice.ts`. Needs LibreOffice. */
async function saveAll(): Promise<void> {
  const { store, close } = openEmbedded(':memory:');
  await plantRoadmap(store);
  const exported = await exportedRoadmap(store);
  const folder = mkdtempSync(join(tmpdir(), 'bansou-roadmap-'));
  const [edited, saved] = [join(folder, 'edited.xlsx'), join(folder, 'saved', 'edited.xlsx')];
  for (const [what, edit] of libreOfficeEdits) {
    writeFileSync(edited, await editedBook(exported, HEADINGS, edit));
    execFileSync('soffice', ['--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'saved'), edited]);
    copyFileSync(saved, savedByLibreOffice(what));
  }
  rmSync(folder, { recursive: true });
  await close();
}

void saveAll();
