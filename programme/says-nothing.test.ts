import { saysNothing } from './says-nothing.ts';

it.each([
  '特になし',
  'なし',
  '無し',
  'ありません',
  '特にありません。',
  '今週は特になし',
  '困りごとはありません',
  '問題ありません',
  '－',
])('「%s」 troubles nobody', (text) => expect(saysNothing(text)).toBe(true));

it.each([
  '予算がない',
  '人がいません',
  '例規の改正が進まない',
  '特に困っているのは財源です',
  '問題ありませんか',
  '時間がありません',
])('「%s」 does', (text) => expect(saysNothing(text)).toBe(false));
