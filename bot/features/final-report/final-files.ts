import { createHash } from 'node:crypto';
import type { FinalSheet } from '../../../documents/final-report/final-report-docx.ts';
import type { DeliveredFile } from '../../../programme/final-report/final-report.ts';

/** The report of a version as a Word file. */
export async function finalDocxOf(sheet: FinalSheet): Promise<Uint8Array> {
  const { finalReportDocx } = await import('../../../documents/final-report/final-report-docx.ts');
  return finalReportDocx(sheet);
}

/** 別添 of a version. */
export async function finalAnnexOf(sheet: FinalSheet): Promise<Uint8Array> {
  const { finalAnnexXlsx } = await import('../../../documents/final-report/final-annex-xlsx.ts');
  return finalAnnexXlsx(sheet);
}

/** The two files of a version. */
export const finalFiles = async (sheet: FinalSheet) => ({
  docx: await finalDocxOf(sheet),
  xlsx: await finalAnnexOf(sheet),
});

/** What is kept of a file that is handed over. */
export const deliveredFile = (name: string, bytes: Uint8Array): DeliveredFile => ({
  ...{ name, bytes: bytes.length },
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
