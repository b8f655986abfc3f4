import { z } from 'zod';
import { Day } from '../day.ts';
import { inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { Direction } from './inquiry.ts';

/** Which 臨時報告 or 協議 is meant; its card fills it in. */
export const inquiryMeant = z.string().max(80).register(inputMeta, { title: '臨時報告・協議', reads: 'hidden' });
/** One of the two, where only those are listed. */
export const directionMeant = Direction.register(inputMeta, { title: '種類', reads: 'hidden' });

const told = (title: string, hint?: string) =>
  words(1000).register(inputMeta, {
    title,
    reads: 'text',
    maxLength: 1000,
    ownWords: true,
    shown: shownAs(15, title),
    ...(hint ? { hint } : {}),
  });
/** What the prefecture wants reported. */
export const wantedReport = told('報告してほしいこと', '例: 標準化の進み具合と遅れの理由');
/** What the specification leaves open. */
export const consultedText = told('県に確認したいこと', '例: 仕様書に定めのない費用の扱い');
export const inquiryAnswer = told('回答');
/** What an answer has left open. */
export const stillMissing = told('足りないところ', '例: 遅れの理由');
/** By when the answer is wanted. */
export const answerBy = z
  .string()
  .pipe(Day)
  .register(inputMeta, {
    title: '期限（なければ3開庁日）',
    reads: 'day',
    marker: '期限',
    shown: shownAs(9, '期限', daySaidBack),
  });
/** 文書番号 of the letter that says the same. */
export const letterNumber = words(60).register(inputMeta, {
  title: '文書番号',
  reads: 'text',
  marker: '文書番号',
  maxLength: 60,
  shown: shownAs(16, '文書番号'),
});
