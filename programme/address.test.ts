import { memberId } from '../storage/ids.ts';
import { addressKey } from './address.ts';

it.each([
  ['Yamada@Town.Example.JP', 'yamada@town.example.jp'],
  [' yamada@town.example.jp ', 'yamada@town.example.jp'],
  ['\u212Aato@town.example.jp', '\u212Aato@town.example.jp'],
  ['ſato@town.example.jp', 'ſato@town.example.jp'],
  ['İto@town.example.jp', 'İto@town.example.jp'],
  ['Éric@town.example.jp', 'Éric@town.example.jp'],
])('%s is compared as %s', (address, key) => expect(addressKey(address)).toBe(key));

it.each([
  '\u212Aato@town.example.jp',
  'kato@town.example.j\u1D18',
  'ｋato@town.example.jp',
  'kato\u200B@town.example.jp',
])('%s is not kato@town.example.jp', (email) => {
  const who = { name: '加藤', office: '小海町' };
  expect(memberId({ ...who, email })).not.toBe(memberId({ ...who, email: 'kato@town.example.jp' }));
  expect(memberId({ ...who, email: 'KATO@town.example.jp' })).toBe(memberId({ ...who, email: 'kato@town.example.jp' }));
});
