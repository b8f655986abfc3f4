const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');

const ROOT = join(__dirname, '../..');
const GROUPS = join(ROOT, '.cache/groups');
const FLOORS = ['programme', 'cards', 'storage', 'documents', 'bot', 'demo', 'infra', 'test'];

/** What a house is built of takes longer to load than most files take to run: so many of them load it once. */
const TOGETHER = 8;
/** Those that take minutes: alone, and begun first, so that nothing waits for them at the end. */
const ALONE = [
  'test/conversations/many-municipalities.test.ts',
  'test/conversations/offered.test.ts',
  'test/rehearsal/rehearsal.test.ts',
  'test/docs/guides.test.ts',
  'test/final-report/final-report.test.ts',
  'test/security/authorisation.test.ts',
  'test/understand/never-writes.test.ts',
  'test/operations/move/move.test.ts',
];

const filesOf = (floor) =>
  readdirSync(join(ROOT, floor), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(floor, file));

/** Each file is a block of its own: what it does before and after its tests, it does for its tests alone. */
const groupOf = (files) =>
  files.map((file) => {
    const path = relative(GROUPS, join(ROOT, file));
    return `describe(${JSON.stringify(file)}, () => {\n  require(${JSON.stringify(path)});\n});\n`;
  });

/** Lays out all tests in groups. @returns what finds these */
exports.groupsOfAll = () => {
  rmSync(GROUPS, { recursive: true, force: true });
  mkdirSync(GROUPS, { recursive: true });
  const others = FLOORS.flatMap(filesOf).filter((file) => !ALONE.includes(file));
  const count = Math.ceil(others.length / TOGETHER);
  const groups = Array.from({ length: count }, (_, at) => others.filter((_file, place) => place % count === at));
  for (const [at, files] of [...ALONE.map((file) => [file]), ...groups].entries())
    writeFileSync(join(GROUPS, `${String(at).padStart(3, '0')}.test.cjs`), groupOf(files).join(''));
  return '<rootDir>/.cache/groups/*.test.cjs';
};
