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
  testTimeout: 20_000,
  // By default one core is left idle.
  maxWorkers: '100%',
};
