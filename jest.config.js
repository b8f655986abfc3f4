import { createRequire } from 'node:module';

const { groupsOfAll } = createRequire(import.meta.url)('./test/run/groups.cjs');

/** `npm test` alone runs everything; whoever names a file runs it as it stands. Others only read this. */
const [, program = '', ...words] = process.argv;
const isWhole = /jest(\.js)?$/.test(program) && words.every((word) => word.startsWith('-'));

/** Types are checked by tsc; here swc only strips them. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: [],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { module: { type: 'commonjs' }, jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
    ],
  },
  testMatch: [
    isWhole ? groupsOfAll() : '<rootDir>/{programme,cards,storage,documents,bot,demo,infra,test}/**/*.test.ts',
  ],
  ...(isWhole && { testSequencer: '<rootDir>/test/run/in-order.cjs' }),
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/e2e/'],
  globalSetup: '<rootDir>/test/run/setup.cjs',
  globalTeardown: '<rootDir>/test/run/teardown.cjs',
  reporters: ['default', '<rootDir>/test/run/slowest.cjs'],
  // A house takes a second to build, and many times that where the machine is shared.
  testTimeout: 60_000,
  // By default one core is left idle.
  maxWorkers: '100%',
  // What a worker has loaded for the files before is looked through again and again: beyond this it begins anew.
  workerIdleMemoryLimit: '1GB',
};
