import { z } from 'zod';
import { Day } from '../day.ts';
import { inputMeta } from '../input-meta.ts';
import { amount as number, words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { subcontractFields } from './subcontract.ts';

const day = (title: string, marker: string, order: number) =>
  z
    .string()
    .pipe(Day)
    .register(inputMeta, {
      ...{ title, reads: 'day', marker, shown: shownAs(order, title, daySaidBack) },
    });
const written = (title: string, marker: string, maxLength: number, hint?: string) =>
  words(maxLength).register(inputMeta, {
    ...{ title, reads: 'text', marker, named: true, holdsTowns: true, maxLength },
    ...(hint ? { hint } : {}),
  });
const hidden = (title: string) => z.string().max(80).register(inputMeta, { title, reads: 'hidden' });

/** 誓約日. */
export const pledged = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '誓約日', reads: 'pastDay', shown: shownAs(9, '誓約日', daySaidBack) });

/** The 再委託 that is meant. */
export const subcontract = hidden('再委託');
/** Which part of it is to be another. */
export const subcontractField = z
  .enum(subcontractFields.map(({ name }) => name))
  .register(inputMeta, { title: '直すところ', reads: 'hidden' });
export const partyName = words(60).register(inputMeta, {
  ...{ title: '再委託先の名称', reads: 'text', named: true, holdsTowns: true, maxLength: 60 },
  ...{ hint: '名簿の「再委託先」と同じに', shown: shownAs(8, '再委託先') },
});
export const representative = written('代表者氏名', '代表者', 60);
export const address = written('所在地', '所在地', 120);
export const work = written('再委託する業務の範囲', '範囲', 500, '例: 3町村への訪問支援');
export const reason = written('再委託の理由・必要性', '理由', 500);
export const amount = number().register(inputMeta, {
  title: '再委託金額（予定・円）',
  reads: 'number',
  marker: '金額',
});
export const from = day('開始日', '開始', 9);
export const until = day('終了日', '終了', 10);
export const dataHandling = written('個人情報の取扱いの有無・内容', '個人情報', 500, '例: 無。氏名とメールのみ');
export const safeguards = written('安全管理・同等義務の確保方法', '安全管理', 500);
export const supervision = written('監督方法', '監督', 500, '例: 月1回の報告と立入り');

/** The entry of a register that is meant. */
export const entry = hidden('登録');
/** A new entry is begun. */
export const begins = z.literal('yes').register(inputMeta, { title: '追加', reads: 'hidden' });
export const rightName = words(100).register(inputMeta, {
  ...{ title: '権利留保物の名称', reads: 'text', named: true, holdsTowns: true, maxLength: 100 },
});
export const holder = written('権利者', '権利者', 100);
export const where = written('使った場所', '使用', 200, '例: 研修資料 第2回 の5ページ');
export const dataName = words(100).register(inputMeta, {
  ...{ title: '個人情報の内容', reads: 'text', named: true, holdsTowns: true, maxLength: 100 },
  hint: '例: 市町村の担当者の連絡先',
});
export const manager = written('責任者', '責任者', 60);
export const handlers = written('従事者', '従事者', 200);
export const keptAt = written('保管場所', '保管', 200);
