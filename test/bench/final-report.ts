import { writeFileSync } from 'node:fs';
import { finalSheet } from '../../bot/features/final-report/final-sheet.ts';
import { finalAnnexXlsx } from '../../documents/final-report/final-annex-xlsx.ts';
import { finalReportDocx } from '../../documents/final-report/final-report-docx.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { cpu } from './cpu-time.ts';
import { FILLED_END, fillFinalYear } from './filled-final.ts';

/**
 * `npx tsx test/bench/final-report.ts [FOLDER]`: what it takes to make 業務報告書 and its annex of 25 municipalities and 31
 * weeks, in CPU time of this process. With a folder the two files are written into it, to be looked at.
 */
const [TOWNS, WEEKS, TIMES] = [25, 31, 3];
const [LIMIT_MS, LIMIT_BYTES] = [10_000, 20 * 1024 * 1024];

const { store, close } = openEmbedded(':memory:');
const programme = await fillFinalYear(store, TOWNS, WEEKS);
const took: number[] = [];
const sizes: number[] = [];
for (let time = 0; time < TIMES; time++) {
  const began = cpu();
  const sheet = await finalSheet({ store, programme, now: FILLED_END });
  const drew = cpu();
  const docx = await finalReportDocx(sheet);
  const wrote = cpu();
  const xlsx = await finalAnnexXlsx(sheet);
  const whole = cpu() - began;
  took.push(whole);
  sizes.push(docx.length, xlsx.length);
  const parts = [drew - began, wrote - drew, whole - (wrote - began)].map((ms) => ms.toFixed(0)).join(' + ');
  console.log(
    `${time + 1}回目\t記録・Word・別添 ${parts} = ${whole.toFixed(0)}ms\t${docx.length} + ${xlsx.length}バイト`,
  );
  const [, , folder] = process.argv;
  if (folder && time === 0) {
    writeFileSync(`${folder}/業務報告書.docx`, docx);
    writeFileSync(`${folder}/別添.xlsx`, xlsx);
  }
}
await close();
const [most, largest] = [Math.max(...took), Math.max(...sizes)];
console.log(
  `${TOWNS}団体・${WEEKS}週: 最も長いもの CPU ${most.toFixed(0)}ms（上限 ${LIMIT_MS}ms）、最も大きいもの ${largest}バイト`,
);
if (most > LIMIT_MS || largest > LIMIT_BYTES) process.exitCode = 1;
