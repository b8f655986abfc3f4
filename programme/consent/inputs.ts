import { z } from 'zod';
import { Day } from '../day.ts';
import { Ruling } from '../filing.ts';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { words } from '../inputs.ts';
import { daySaidBack, shownAs } from '../shown.ts';
import { consentVerdictNames } from './consent.ts';
import { SharingScope, scopeNames } from './scope.ts';

/** A material by its id, or by a part of its title. */
export const material = words(80).register(inputMeta, {
  title: '資料',
  which: 'どの資料ですか。',
  reads: 'text',
  named: true,
  maxLength: 80,
  shown: shownAs(50, '資料'),
});
/** The digest of what a card showed. */
export const version = z.string().max(40).register(inputMeta, { title: '版', reads: 'hidden' });

/** What people say of a scope beside its name. */
const otherScopes: Readonly<Record<string, SharingScope>> = {
  ...{ 県: 'prefecture', 県だけ: 'prefecture', 県まで: 'prefecture' },
  ...{ 支援対象: 'supported', 対象市町村: 'supported', 支援市町村: 'supported' },
  ...{ 全市町村: 'all', 県内: 'all', 県内市町村: 'all', 公開: 'public', 一般: 'public' },
};
export const scope = SharingScope.register(inputMeta, {
  title: '共有範囲',
  which: 'どこまで共有しますか。',
  reads: 'choice',
  choices: choicesOf(scopeNames),
  otherwise: (word) => otherScopes[word],
  shown: shownAs(51, '共有範囲', (said) => scopeNames[said as SharingScope]),
});
/** The last day on which it may be shown. */
export const sharedUntil = z
  .string()
  .pipe(Day)
  .register(inputMeta, {
    title: 'いつまで（空欄なら、撤回されるまで）',
    reads: 'day',
    shown: shownAs(52, 'いつまで', daySaidBack),
  });
/** The same of the card that shows it. */
export const untilShown = z.string().pipe(Day).register(inputMeta, { title: 'いつまで', reads: 'hidden' });
export const consentVerdict = Ruling.register(inputMeta, {
  title: '回答',
  reads: 'hidden',
  shown: shownAs(53, '回答', (said) => consentVerdictNames[said as Ruling]),
});
const MOST_WORDS = 400;
/** 条件つき: what must change. 不承諾: why. */
export const condition = words(MOST_WORDS).register(inputMeta, {
  title: '条件・理由',
  reads: 'text',
  ownWords: true,
  maxLength: MOST_WORDS,
  shown: shownAs(54, '条件・理由'),
});
export const post = words(40).register(inputMeta, {
  title: '職名',
  reads: 'text',
  marker: '職名',
  named: true,
  maxLength: 40,
  hint: '例: 総務課長',
  shown: shownAs(55, '職名'),
});
/** 決裁番号 */
export const consentNumber = words(40).register(inputMeta, {
  title: '決裁番号',
  reads: 'text',
  marker: '決裁番号',
  named: true,
  maxLength: 40,
  hint: '例: 6総第12号',
  shown: shownAs(56, '決裁番号'),
});
/** What goes along with an answer is still to be said; it is to be looked at beside what it is about; or it is whole. */
export const more = z.enum(['yes', 'look', 'done']).register(inputMeta, { title: '添える内容', reads: 'hidden' });
/** To whom of the municipality it is passed on. */
export const superior = words(40).register(inputMeta, { title: '回す方', reads: 'text', named: true, maxLength: 40 });
