import { packageText } from '../../test/package-text.ts';
import { type CaseSheet, caseSheetDocx } from './case-sheet-docx.ts';

const sheet = {
  ...{ prefecture: 'ある県', number: 'case-203033-S1-3', day: '2024-11-05', byPrefecture: '県の承諾あり' },
  content: {
    title: '全体方針の決定の取組',
    sections: [
      { label: '市町村（規模・人口）', text: 'ある町（人口 約4,300人）' },
      { label: '分野（重点項目）', text: 'S1-3 全体方針' },
      { label: '取組内容・工夫', text: '全課と30分ずつ話した。\n1枚の概要を付けた。' },
    ],
  },
};

const linesOf = async (sheet: CaseSheet) =>
  packageText(await caseSheetDocx(sheet), 'word/document.xml')
    .split('\n')
    .filter((line) => line !== '');

describe('事例シート', () => {
  it('has what others may see line by line, its blanks, and the 承諾 of this very version', async () => {
    const consent = { number: 'consent-1', scope: '県内全市町村', standing: '承諾', day: '2024-11-06' };
    const lines = await linesOf({ ...sheet, consents: [consent] });
    expect(lines).toEqual(
      expect.arrayContaining([
        '事例名',
        '全体方針の決定の取組',
        '1枚の概要を付けた。',
        '経費・財源',
        '（未記入）',
        '承諾番号',
      ]),
    );
    const order = ['分野（重点項目）', '背景・課題', '取組内容・工夫', '経費・財源', '問合せ先（課）'].map((each) =>
      lines.indexOf(each),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(lines.filter((line) => line === 'consent-1')).toHaveLength(2);
    expect(lines).toContain('令和6年11月6日（水）');
  });

  it('without a 承諾 says that it is for nobody else', async () => {
    const lines = await linesOf({ ...sheet, consents: [] });
    expect(lines.join()).toContain('ほかの市町村には配れません');
  });
});
