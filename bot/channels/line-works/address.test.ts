import { addressOf, addressParts } from './address.ts';

it.each([
  { kind: 'person', id: 'c72af563-0f21-4736-11e4-045237113344' },
  { kind: 'person', id: 'taro.yamada+dx@example.lg.jp' },
  { kind: 'person', id: 'externalKey:emp-0001' },
  { kind: 'room', id: '12345a12-b12c-12d3-e123fghijkl' },
] as const)('%p goes there and back', (place) => expect(addressParts(addressOf(place))).toEqual(place));

it.each(['', 'u:', 'x:1', '12345', 'u:..', 'c:.', 'u:a/b', 'u:a?b', 'u:a#b', 'u:a%2fb', 'u:a b', 'u:a\n', 'u:\ud800'])(
  '%p is no address of this channel',
  (id) => expect(addressParts({ channel: 'line-works', id })).toBeUndefined(),
);

it('an address of another channel is not of this one', () => {
  expect(addressParts({ channel: 'teams', id: 'u:1' })).toBeUndefined();
  expect(addressParts({ channel: 'line-works', id: `u:${'1'.repeat(400)}` })).toBeUndefined();
});
