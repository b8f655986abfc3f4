import { saidTo } from './mention.ts';

const bot = { id: '2000001', name: '伴走ボット' };

it.each([
  ['@伴走ボット 状況', '状況'],
  ['＠伴走ボット　状況', '状況'],
  ['  @伴走ボット、状況', '状況'],
  ['@伴走ボット', ''],
  ['<m userId="2000001"> 状況', '状況'],
  ['@伴走ボット2 状況', undefined],
  ['<m userId="999"> 状況', undefined],
  ['状況', undefined],
  ['a@伴走ボット 状況', undefined],
  ['今日は @伴走ボット を使います', undefined],
])('%s', (text, said) => expect(saidTo(text, bot)).toBe(said));
