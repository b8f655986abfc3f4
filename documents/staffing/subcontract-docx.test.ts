import { partsOf } from '../../test/workbook/parts.ts';
import { subcontractDocx } from './subcontract-docx.ts';

const content = {
  ...{ party: '株式会社まちの支援', representative: '支援 太郎', address: '松本市', work: '訪問支援\n記録の作成' },
  ...{ reason: '人手が要るため', amount: 1_200_000, from: '2024-10-01', until: '2025-03-14' },
  ...{ personalData: '無', safeguards: '同じ義務を定める', supervision: '月1回の報告' },
};
const paper = {
  content,
  prefecture: '長野県',
  business: '伴走支援業務',
  contractor: '伴走支援共同体',
  day: '2024-09-10',
};
const textOf = async (more: object = {}) => {
  const file = await subcontractDocx({ ...paper, consent: undefined, ...more });
  return (partsOf(Buffer.from(file)).get('word/document.xml')?.toString('utf8') ?? '').replace(/<[^>]+>/g, '\n');
};

it('再委託承諾申請書 is a letter with every field of the form in its words and order', async () => {
  const text = await textOf();
  const fields = [
    ...['（文書番号', '令和6年9月10日', '長野県知事　様', '受託者', '伴走支援共同体', '再委託承諾申請書', '記'],
    ...['再委託先の名称', '代表者氏名', '所在地', '再委託する業務の範囲', '再委託の理由・必要性'],
    ...['再委託金額（予定）', '1,200,000円', '期間', '令和6年10月1日（火）から令和7年3月14日（金）まで'],
    ...['個人情報の取扱いの有無・内容', '安全管理・同等義務の確保方法', '監督方法', '県の承諾（日付・条件）', '以上'],
  ];
  let at = 0;
  for (const field of fields) {
    const found = text.indexOf(field, at);
    expect([field, found >= at]).toEqual([field, true]);
    at = found;
  }
});

it('says what the prefecture consented to, with number and conditions, and leaves open what nobody knows', async () => {
  const consent = { day: '2024-09-20', document: '6デ推第45号', condition: '再々委託はしない' };
  expect(await textOf({ consent })).toMatch(/令和6年9月20日（金）　6デ推第45号[\s\S]*条件: 再々委託はしない/);
  expect(await textOf({ contractor: undefined })).toContain('（受託者名');
});
