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
  testMatch: ['<rootDir>/{programme,cards,storage,documents,bot,demo,infra,test}/**/*.test.ts'],
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
