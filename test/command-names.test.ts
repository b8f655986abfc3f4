import { basename } from 'node:path';
import { commands } from '../bot/features/index.ts';
import { read, sourcesIn } from './sources.ts';

describe('the name of a command', () => {
  const sources = ['bot', 'cards', 'demo', 'documents', 'infra', 'programme', 'storage']
    .flatMap(sourcesIn)
    .filter((file) => !file.endsWith('.test.ts'));
  const columnOf = (file: string) => /^(?:programme|cards|documents|bot\/features)\/([\w-]+)\//.exec(file)?.[1];
  const homeOf = (name: string) => {
    const file = sources.find(
      (each) => columnOf(each) && each.endsWith(`/${name}.ts`) && read(each).includes(`name: '${name}'`),
    );
    return columnOf(file ?? '');
  };
  /** Files in which the word means something else: a permission, a field, an option of the terminal, an example. */
  const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
    // 取消 of a 週次報告 takes back what was reported with it.
    'check-in': ['undo.ts'],
    chase: ['delivery-report.ts', 'may.ts', 'resend.ts', 'show-operations.ts'],
    correct: ['receipt-of.ts', 'receipt.ts'],
    // What Teams calls the answer of who does not want a file.
    decline: ['consent.ts', 'receive.ts'],
    help: ['cli.ts', 'example.ts', 'history.ts', 'samples.ts'],
    'new-year': ['new-year.ts'],
    why: ['cosmos-faults.ts', 'store-trouble.ts'],
  };

  it.each(commands.map(({ name }) => [name] as const))('%s stands outside of its column in an ask only', (name) => {
    const home = homeOf(name);
    expect(home).toBeDefined();
    // `asks` is the list of what can be asked, `Given` what an ask is given.
    const said = new RegExp(`(?<!\\b(?:ask\\(\\s*|asks\\[|Given<))'${name}'`);
    const naming = sources.filter((file) => columnOf(file) !== home && said.test(read(file)));
    expect(naming.map((file) => basename(file)).toSorted()).toEqual(OTHERWISE[name] ?? []);
  });
});
