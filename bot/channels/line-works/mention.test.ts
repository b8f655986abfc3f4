import { saidTo } from './mention.ts';

const bot = { id: '2000001', name: '伴走ボット' };

it.each([
  ['@伴走ボット 状況', '状況'],
  ['＠伴走ボット　状況', '状況'],
  ['  @伴走ボット、状況', '状況'],
  ['@伴走ボット', ''],
  ['<m userId="2000001"> 状況', '状況'],
  ['K0-03 27/32 @伴走ボット', 'K0-03 27/32'],
  ['お疲れ様です @伴走ボット K0-03 27/32', 'お疲れ様です K0-03 27/32'],
  ['お疲れ様です。@伴走ボット さん、K0-03 27/32', 'お疲れ様です。 さん、K0-03 27/32'],
  ['K0-03 27/32\n＠伴走ボット', 'K0-03 27/32'],
  ['K0-03 27/32＠伴走ボットさん', 'K0-03 27/32'],
  ['27/32@伴走ボット', '27/32'],
  ['状況 <m userId="2000001"></m>', '状況'],
  ['@伴走ボット2 と @伴走ボット 状況', '@伴走ボット2 と 状況'],
  ['今日は @伴走ボット を使います', '今日は を使います'],
  ['@伴走ボット2 状況', undefined],
  ['@伴走ボット（試験） 状況', undefined],
  ['@伴走ボットK0-03 27/32', undefined],
  ['<m userId="999"> 状況', undefined],
  ['状況', undefined],
  ['伴走ボット 状況', undefined],
  ['a@伴走ボット 状況', undefined],
  ['連絡は taro.y-1@伴走ボット へ', undefined],
])('%s', (text, said) => expect(saidTo(text, bot)).toBe(said));

it('a name with signs of its own is a name', () => {
  expect(saidTo('状況 @伴走(県)+', { id: '1', name: '伴走(県)+' })).toBe('状況');
  expect(saidTo('状況 @伴走県', { id: '1', name: '伴走(県)+' })).toBeUndefined();
  expect(saidTo('@ 状況', { id: '1', name: ' ' })).toBeUndefined();
});
