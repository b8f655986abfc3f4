import { isNestedTooDeep } from './nesting.ts';

const nested = (depth: number, [open, close] = ['[', ']']) =>
  Buffer.from(`${open.repeat(depth)}1${close.repeat(depth)}`);

it.each([
  ['lists', ['[', ']']],
  ['objects', ['{"a":', '}']],
] as const)('%s may be nested a hundred deep', (_, brackets) => {
  expect(isNestedTooDeep(nested(100, [...brackets]))).toBe(false);
  expect(isNestedTooDeep(nested(101, [...brackets]))).toBe(true);
  expect(isNestedTooDeep(nested(100_000, [...brackets]))).toBe(true);
});

it('what stands in a text is no bracket', () => {
  expect(isNestedTooDeep(Buffer.from(JSON.stringify({ text: '['.repeat(500), more: `"${'{'.repeat(500)}\\` })))).toBe(
    false,
  );
});

it('what is closed again does not count', () => {
  expect(isNestedTooDeep(Buffer.from(JSON.stringify(Array.from({ length: 500 }, () => [{}]))))).toBe(false);
});
