import { packageText } from '../../test/package-text.ts';
import { type ConsentLetter, consentDocx } from './consent-docx.ts';

const letter: ConsentLetter = {
  ...{ number: '203033-1f3a5c7e', prefecture: 'ある県', municipality: 'ある町', version: 'v-1', scope: 'supported' },
  content: { title: '書かない窓口', sections: [{ label: '成果', text: '38分から21分になった' }] },
  ...{ from: '2026-11-24', until: '2027-03-31', verdict: 'approve', condition: undefined, withdrawn: undefined },
  ...{ consenter: '総務課長　高橋 健一', document: '8総第12号', decided: '令和8年11月24日（火） 10:05' },
  decidedOn: '2026-11-24',
};
const linesOf = async (more: Partial<ConsentLetter> = {}) =>
  packageText(await consentDocx({ ...letter, ...more }), 'word/document.xml')
    .split('\n')
    .filter((line) => line !== '');

it('共有承諾書 has every field of the form in its words, and what may be seen whole', async () => {
  const lines = await linesOf();
  const fields = [
    ...['承諾番号', '市町村', '対象（資料名・版・ハッシュ）', '共有範囲', '共有してよい項目・匿名化条件'],
    ...['写真・肖像の扱い', '有効期間', '承諾／条件付／不承諾', '条件・修正要望', '承諾者（職名）・決裁番号'],
    ...['承諾日時', '撤回日時', 'ある県知事　様', '記', '以上'],
  ];
  expect(fields.filter((field) => !lines.includes(field))).toEqual([]);
  expect(lines).toEqual(
    expect.arrayContaining(['支援対象の市町村', '版 v-1', '38分から21分になった', '決裁番号 8総第12号', '8総第12号']),
  );
});

it('共有承諾書 says what was answered, and when it was taken back', async () => {
  const lines = await linesOf({
    verdict: 'conditional',
    condition: '写真は外す',
    withdrawn: '令和8年12月1日（火） 9:00',
  });
  expect(lines).toEqual(expect.arrayContaining(['条件つき', '写真は外す', '令和8年12月1日（火） 9:00']));
  expect((await linesOf({ until: undefined })).join()).toContain('撤回するまで');
});
