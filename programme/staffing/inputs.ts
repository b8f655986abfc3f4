import { z } from 'zod';
import { Day } from '../day.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { chartFields } from './organization-chart.ts';
import { ChangeKind, changeKindNames } from './staffing-change.ts';

const withoutTitle = (said: unknown) =>
  typeof said === 'string' ? said.trim().replace(/(さん|様)(から|を|に|へ|の)?$/, '') : said;

/** The 体制変更 that is meant. */
export const change = z.string().max(80).register(inputMeta, { title: '体制変更', reads: 'hidden' });
/** The 体制表 that is meant, whatever holds. */
export const chart = z.string().max(80).register(inputMeta, { title: '体制表', reads: 'hidden' });
/** As of which day it is shown. */
export const asOf = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '日付', reads: 'day', shown: shownAs(9, '日付', daySaidBack) });

export const kind = ChangeKind.register(inputMeta, {
  title: '変更区分',
  reads: 'choice',
  marker: '区分',
  choices: choicesOf(changeKindNames),
  otherwise: (word) => (/^(PM|ＰＭ)(変更|の交代)$/i.test(word) ? 'pm' : undefined),
  shown: shownAs(8, '変更区分', (value) => changeKindNames[value as ChangeKind]),
});
/** Somebody of the contractor's side: an id of the roster, or a name. */
export const before = z.preprocess(withoutTitle, words(40)).register(inputMeta, {
  ...{ title: '変更前の方', reads: 'text', marker: '変更前', named: true, maxLength: 40 },
});
/** The same, or the name of somebody who is new. */
export const after = z.preprocess(withoutTitle, words(40)).register(inputMeta, {
  ...{ title: '変更後の方', reads: 'text', marker: '変更後', named: true, maxLength: 40 },
});
export const day = z
  .string()
  .pipe(Day)
  .register(inputMeta, {
    ...{ title: '変更予定日', reads: 'day', marker: '変更日', shown: shownAs(9, '変更予定日', daySaidBack) },
  });
export const because = words(300).register(inputMeta, {
  ...{ title: '変更理由', reads: 'text', marker: '理由', named: true, because: true, ownWords: true, maxLength: 300 },
  shown: shownAs(16, '変更理由'),
});
export const handover = words(1000).register(inputMeta, {
  ...{ title: '業務への影響と引継ぎ計画', reads: 'text', marker: '引継ぎ', ownWords: true, maxLength: 1000 },
});
export const municipalities = words(400).register(inputMeta, {
  ...{ title: '影響する市町村', reads: 'towns', marker: '影響', maxLength: 400, hint: '市町村名を「、」で区切って' },
});
export const career = words(500).register(inputMeta, {
  ...{ title: '変更後の方の経歴・資格・実績', reads: 'text', marker: '経歴', ownWords: true, maxLength: 500 },
});
export const late = words(300).register(inputMeta, {
  ...{ title: '期限後になった理由', reads: 'text', marker: '期限後', ownWords: true, maxLength: 300 },
});
/** Whether who gives something up goes or stays. */
export const stays = z.enum(['yes', 'no']).register(inputMeta, { title: '変更前の方', reads: 'hidden' });

/** Which part of a 体制表 is to be another. */
export const field = z
  .enum([...chartFields.map(({ name }) => name), 'day'])
  .register(inputMeta, { title: '直すところ', reads: 'hidden' });
/** 適用日 of a 体制表. */
export const from = z
  .string()
  .pipe(Day)
  .register(inputMeta, { title: '適用日', reads: 'day', marker: '適用', shown: shownAs(9, '適用日', daySaidBack) });
const written = (title: string, marker: string, maxLength: number, hint?: string) =>
  words(maxLength).register(inputMeta, { title, reads: 'text', marker, maxLength, ...(hint ? { hint } : {}) });
export const contractor = written('受託者名', '受託者', 100);
export const position = written('業務責任者の役職', '役職', 60);
export const reach = written('業務責任者の連絡先', '責任者の連絡先', 120);
export const pmCareer = written('PMの経歴', 'PMの経歴', 500);
export const experience = written('PMの同種業務の実績', 'PMの実績', 500);
export const phone = written('連絡窓口の電話', '電話', 40, '例: 026-000-0000');
export const hours = written('連絡窓口の受付時間', '受付時間', 60, '例: 平日 9:00-17:00');
export const mail = written('連絡窓口のメール', '窓口のメール', 120);
export const escalation = written('緊急連絡・エスカレーション経路', '緊急連絡', 500, '例: 連絡窓口 → PM → 業務責任者');
