import { paperExample } from '../../cards/meeting-papers/samples.ts';
import { packageText } from '../../test/package-text.ts';
import { meetingPaperDocx } from './meeting-paper-docx.ts';

it('会議資料 goes from the 次第 to what waits, a page for each municipality, with when it was made below', async () => {
  const file = await meetingPaperDocx(paperExample);
  const lines = packageText(file, 'word/document.xml').split('\n');
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
  const order = [
    '次第',
    '前回の決定事項',
    '宿題の状態',
    '前回からの動き',
    '派遣の状況',
    '相談の状況',
    '全体計画で',
    '県の決定',
  ];
  expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b));
  expect(order.map(at)).not.toContain(-1);
  const pages = paperExample.towns.map(({ municipality: { name, code } }) => at(`${name}（${code}`));
  expect(pages).not.toContain(-1);
  expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  expect(packageText(file, 'word/footer1.xml')).toContain('記録の時点');
});
