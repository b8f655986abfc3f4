import { z } from 'zod';
import { inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { shownAs } from '../shown.ts';

/** Words that are looked for; what is found has all of them. */
export const query = words(60).register(inputMeta, {
  title: '探す言葉',
  which: '何を探しますか。',
  reads: 'text',
  hint: '例: 電子申請',
  maxLength: 60,
  named: true,
  holdsTowns: true,
  shown: shownAs(13, '探す言葉'),
});

/** What is found, as its rows are called; of some a sentence says that only they are meant. */
export const searchKinds = [
  ...([
    '項目',
    'KPI',
    '報告',
    '会議資料',
    '会議',
    '相談',
    '訪問記録',
    '工程表',
    '簡易計画',
    '財源',
    '要件書',
    '研修計画',
  ] as const),
  ...(['議事録', '打合せ記録簿', '月次報告', '業務報告書', '全体計画', '体制表', '事例'] as const),
] as const;
export type SearchKind = (typeof searchKinds)[number];

export const sort = z.enum(searchKinds).register(inputMeta, { title: '探すもの', reads: 'hidden' });
