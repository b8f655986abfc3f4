import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileProblem } from './file-trouble.ts';

const folder = mkdtempSync(join(tmpdir(), 'bansou-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const troubleOf = (file: string) => writeFile(file, 'x').catch((error: unknown) => fileProblem(error));

describe('a file that cannot be written', () => {
  it('where there is no such folder, says so and what to do', async () => {
    const file = join(folder, 'none', '1枚.docx');
    expect(await troubleOf(file)).toBe(
      `${file} を書き出せません: フォルダーがありません。先に作るか、別の場所を指定してください。`,
    );
  });

  it('that is a folder itself, says so', async () => {
    expect(await troubleOf(folder)).toContain('ファイルの名前まで指定してください');
  });

  it('is no other error', () => {
    expect(fileProblem(new Error('x'))).toBeUndefined();
    expect(fileProblem(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBeUndefined();
  });
});
