import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/config.ts';
import { loadEnvFile } from '../../bot/env-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-env-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function loaded(content: string | Buffer, env: Record<string, string | undefined> = {}) {
  const file = join(folder, '.env');
  writeFileSync(file, content);
  loadEnvFile(file, env);
  return env;
}

describe('the settings file', () => {
  it('fills in what the environment does not say', () => {
    expect(loaded('STORE=cosmos\nPORT=4000 # here\n', { STORE: 'embedded' })).toEqual({
      STORE: 'embedded',
      PORT: '4000',
    });
    const env = {};
    loadEnvFile(join(folder, 'none'), env);
    expect(env).toEqual({});
  });

  it('is read with a mark of its encoding before the first line, as editors write it', () => {
    expect(loaded('\uFEFFSTORE=cosmos\nPORT=4000\n')).toEqual({ STORE: 'cosmos', PORT: '4000' });
  });

  it.each([
    ['with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('STORE=cosmos', 'utf16le')])],
    ['without', Buffer.from('STORE=cosmos', 'utf16le')],
  ])('of another encoding is refused, %s', (_, content) => {
    expect(() => loaded(content)).toThrow('UTF-8 で保存し直してください');
  });

  it('with a slip in a name is refused: another store would be opened', () => {
    expect(() => loaded('EMBEDED_FILE=./other.sqlite\nCLOK=on\n')).toThrow(
      /CLOK は CLOCK の書き誤りではありませんか、EMBEDED_FILE は EMBEDDED_FILE の書き誤り/,
    );
    expect(() => loaded('store=cosmos\n')).toThrow('store は STORE');
    expect(() => loaded('CLOKC=on\n')).toThrow('CLOKC は CLOCK');
  });

  it('may hold names of other programs', () => {
    expect(loaded('TZ=Asia/Tokyo\nNODE_OPTIONS=--enable-source-maps\nHTTP_PROXY=http://127.0.0.1\n')).toHaveProperty(
      'TZ',
    );
  });
});

describe('a setting that is wrong', () => {
  it('is told with what may stand there, all at once, and without what stood there', () => {
    const wrong = { CLOCK: 'of', STORE: 'bogus', PORT: '99999999', PUBLIC_URL: 'secret-word', RETENTION_YEARS: 'many' };
    let message = '';
    try {
      readConfig(wrong);
    } catch (error) {
      message = String(error);
    }
    for (const part of [
      'CLOCK（on / off のどれか）',
      'STORE（embedded / cosmos のどれか）',
      'PORT（65535 以下）',
      'PUBLIC_URL（https:// で始まるアドレス）',
      'RETENTION_YEARS（整数）',
    ])
      expect(message).toContain(part);
    for (const value of Object.values(wrong)) expect(message).not.toContain(`${value}）`);
    expect(message).not.toContain('secret-word');
  });

  it('that is missing beside another is told as missing', () => {
    expect(() => readConfig({ STORE: 'cosmos' })).toThrow('COSMOS_ENDPOINT（値が要ります）');
  });
});
