import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { writeHistory } from '../../demo/history.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { openEmbedded } from '../../storage/embedded.ts';

/** A file with the fictional programme, as the demonstration has it. */
export async function seeded(path: string, now: Date): Promise<ProgrammeContent> {
  const { store, close } = openEmbedded(path);
  const programme = fictionalProgramme(now);
  await importWorkbook(store, programme, now);
  await writeHistory(store, programme, now);
  await close();
  return programme;
}
