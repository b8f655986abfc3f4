import { called } from '../../bot/operator/called.ts';
import { verbs } from '../../bot/operator/index.ts';

const call = (...words: string[]) => called(words, verbs);
const wrong = (...words: string[]): string => {
  const answer = call(...words);
  return 'wrong' in answer ? answer.wrong : '';
};

test.each([[[]], [['--help']], [['-h']], [['tick', '--help']]])('%j is answered with the usage', (words) => {
  expect(call(...words)).toMatchObject({ help: expect.stringContaining('  tick [--now 日時]') });
});

test('the help of a verb is set apart from its usage, however long that is', () => {
  const { help } = call() as { help: string };
  for (const verb of verbs) expect(help).toMatch(new RegExp(`${verb.help.slice(0, 4)}`));
  for (const verb of verbs) expect(help).not.toContain(`${verb.usage}${verb.help}`);
});

test('what is called wrongly is told so, with the usage', () => {
  expect(wrong('chekc')).toMatch(/「chekc」という操作はありません。\n使い方/);
  expect(wrong('import', 'a.xlsx', '--dry-run')).toMatch(/指定の仕方が違います。\n使い方.*\n.*import FILE/);
  expect(wrong('export', 'a', '--out')).toMatch(/export DIR/);
});

test.each([
  ['retention', '--apply', '--now', '2040-01-01T00:00:00+09:00'],
  ['erase', '--all', '--now', '2040-01-01T00:00:00+09:00'],
  ['import', 'a.xlsx', '--replace'],
  ['backup', '--out', 'a.sqlite'],
  ['accounts', '--all'],
  ['jobs', '--municipality', '小海町'],
])('an option that the verb does not name is never ignored: %s %s %s', (...words) => {
  expect(wrong(...words)).toMatch(new RegExp(`^${words[0]} に --[a-z]+ は使えません。\n使い方`));
});

test.each(['2026-11-30', '2026-11-30 09:00', '2026-11-30T09:00:00', '9:00', '9999-12-31T00:00:00Z', '明日'])(
  '--now %s could mean another moment than was meant, or none',
  (now) => {
    expect(wrong('tick', '--now', now)).toMatch(/^--now は/);
  },
);

test('--now with its offset is that moment, and without --now there is none', () => {
  expect(call('tick', '--now', '2026-11-30T09:00:00+09:00')).toMatchObject({ now: new Date('2026-11-30T00:00:00Z') });
  expect(call('restore', '--from', '2026-12-01T08:50:00+09:00')).toMatchObject({ now: undefined });
});
