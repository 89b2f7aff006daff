// Packages that ship ES modules only: Jest cannot require them, so they are compiled like our own files.
const esOnly = ['@prisma/schema-engine-wasm', 'jose', 'openid-client', 'oauth4webapi'].join('|');

const swc = (syntax) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax, tsx: syntax === 'typescript' },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];

const shared = {
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': swc('typescript'), [`/node_modules/(${esOnly})/.+\\.js$`]: swc('ecmascript') },
  transformIgnorePatterns: [`/node_modules/(?!(${esOnly})/)`],
  // Sources name the compiled file (`./x.js`); Jest runs the source.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/\\.loive', '<rootDir>/dist/'],
};

/** Two worlds: rules need nothing but themselves; everything else gets a real PostgreSQL and a real Temporal server. */
module.exports = {
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  testTimeout: 90_000, // Jest takes it here only, not from a project
  // A process that holds nothing needs a quarter of a second to end, and on a loaded machine more than Jest's half.
  workerGracefulExitTimeout: 10_000,
  projects: [
    {
      ...shared,
      displayName: 'rules',
      testMatch: ['<rootDir>/test/{domain,messages,config,web,ops}/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'system',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/(domain|messages|config|web|ops)/'],
      globalSetup: '<rootDir>/test/support/global-setup.cjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
    },
  ],
};
