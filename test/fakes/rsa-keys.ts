import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type RsaKeys = { readonly privateKey: KeyObject; readonly publicKey: KeyObject };

/** More than one test has in its hands at once, so that all of those differ. */
const POOL = 12;
let given = 0;

/** A pair costs a fifth of a second: a run of the tests makes a few and hands them round. */
export function rsaKeys(): RsaKeys {
  const run = process.env['BANSOU_TEST_RUN'];
  if (run === undefined) return fresh();
  const file = join(run, `rsa-${given++ % POOL}.pem`);
  if (!existsSync(file)) {
    const mine = `${file}.${process.pid}`;
    writeFileSync(mine, fresh().privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    renameSync(mine, file);
  }
  const privateKey = createPrivateKey(readFileSync(file));
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

const fresh = (): RsaKeys => generateKeyPairSync('rsa', { modulusLength: 2048 });
