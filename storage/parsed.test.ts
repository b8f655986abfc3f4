import { createParsed } from './parsed.ts';
import type { Etag, Stored } from './store.ts';

const stored = (etag: string, value: string): Stored<{ value: string }> => ({
  value: { value },
  etag: etag as Etag,
  effects: [],
});

it('parses a version once, and keeps no version that was replaced', () => {
  const parsed = createParsed<{ value: string }>();
  let count = 0;
  const read = (etag: string) =>
    parsed('m-1/a', etag, () => {
      count++;
      return stored(etag, `as of ${etag}`);
    });
  expect(read('1')).toBe(read('1'));
  expect(count).toBe(1);
  expect(read('2').value.value).toBe('as of 2');
  expect(read('1').value.value).toBe('as of 1');
  expect(count).toBe(3);
});

it('forgets the oldest first, and hands out what nobody can change', () => {
  const parsed = createParsed<{ value: string }>();
  let count = 0;
  const read = (key: string) => {
    return parsed(key, '1', () => {
      count++;
      return stored('1', key);
    });
  };
  for (let at = 0; at < 4_097; at++) read(`m-1/${at}`);
  read('m-1/4096');
  expect(count).toBe(4_097);
  read('m-1/0');
  expect(count).toBe(4_098);
  expect(Object.isFrozen(read('m-1/0').value)).toBe(true);
});
