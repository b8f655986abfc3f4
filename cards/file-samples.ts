import { ask } from '../programme/asks.ts';
import { type Card, card, type Samples, text } from './card.ts';
import { fileFaults } from './file-faults.ts';
import { filesNotHanded } from './files-not-handed.ts';
import { filesOneToOne } from './files-one-to-one.ts';
import { picturesInWords } from './pictures-in-words.ts';
import { samplePicture } from './sample-picture.ts';
import { wordFileCard } from './word-file.ts';
import { workbookCard } from './workbook-file.ts';

const again = ask('show-overview', { form: 'excel' });
const file = { kind: 'file', name: '全体の状況.xlsx', type: 'application/x', content: 'x', again } as const;
const withFile: Card = card('全体の状況（Excel）', '全体の状況のExcelです。', text('全体の状況', 'strong'), file);

/** What is said of files that go out and come back. */
export const fileSamples: Samples = {
  'file-faults': () =>
    fileFaults('工程表', [
      { sheet: '工程表', row: 8, instead: '「1200」のように千円の整数で書いてください。' },
      { sheet: '工程表', row: 11, instead: '○ を書くか、空欄にしてください。' },
    ]),
  'pictures-in-words': () => picturesInWords(card('図の代わりの文', '図の代わりの文', samplePicture)),
  'files-one-to-one': () => filesOneToOne(withFile, () => '全体'),
  'files-not-handed': () => filesNotHanded(withFile, 20_000_000) ?? withFile,
  'files-too-large': () => filesNotHanded(withFile, 0) ?? withFile,
  'word-file': () =>
    wordFileCard({
      ...{ title: '共有承諾書', of: '小海町「書かない窓口の試行」', content: new Uint8Array(8) },
      mind: '承諾した方の氏名が入っています。取扱いに注意してください。',
      again: ask('consent-file'),
      back: { label: '承諾の状態を見る', ask: ask('show-consents') },
    }),
  workbook: () =>
    workbookCard(
      { title: '全体の状況', asOf: '令和6年11月6日（水）現在', made: new Date('2024-11-06T10:00:00+09:00') },
      new Uint8Array(8),
      again,
    ),
};
