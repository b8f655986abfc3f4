import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

it('reads the longest text there may be, anything over and over, in a moment', async () => {
  const words = ['--disable-warning=ExperimentalWarning', '--import', 'tsx', 'test/understand/longest-texts.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  const { read, slow } = JSON.parse(stdout);
  expect(slow).toEqual([]);
  expect(read).toBeGreaterThan(400);
}, 600_000);
