const { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const MEMORY = '/dev/shm';
const ROOM = 2 * 1024 ** 3;
const NAME = /^bansou-tests-(\d+)-/;

/**
 * Everything a run of the tests writes lies in one folder, in memory where there is room: what reaches the disk is
 * waited for thousands of times, and no test takes the power away. What an earlier run was ended in goes first.
 */
module.exports = async () => {
  const base = isRoomy() ? MEMORY : tmpdir();
  for (const left of readdirSync(base)) if (isOver(left)) rmSync(join(base, left), { recursive: true, force: true });
  const folder = mkdtempSync(join(base, `bansou-tests-${process.pid}-`));
  process.env.TMPDIR = folder;
  process.env.BANSOU_TEST_RUN = folder;
};

function isRoomy() {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM;
}

function isOver(name) {
  const [, pid] = NAME.exec(name) ?? [];
  if (pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
