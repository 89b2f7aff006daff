import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Rules answer from what they are given; only who calls them knows the time, and nobody draws lots. */
const noClock = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Nobody asks the clock: `now` is an argument.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Nobody asks the clock: `now` is an argument.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Rules are repeatable: no chance.',
  },
];

// All cases of a worker run the same copy of the rules (worker/bundle.ts): what one case left in them, another would find.
const topLevel = ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration';
const noState = [
  `${topLevel}[kind="let"]`,
  `${topLevel} > VariableDeclarator[id.typeAnnotation.typeAnnotation.typeName.name!=/^Readonly/] > NewExpression[callee.name=/^(Map|Set|WeakMap|WeakSet)$/]`,
].map((selector) => ({ selector, message: 'The rules hold no state: a constant is typed as read-only.' }));

const nodeGlobals = Object.fromEntries(
  [
    'require',
    'module',
    'process',
    'console',
    '__dirname',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'fetch',
    'AbortSignal',
  ].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  { ignores: ['node_modules', '.loive*', 'dist', 'coverage', 'prisma/generated'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      'max-params': ['error', 3],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-globals': [
        'error',
        {
          name: 'process',
          message: 'config.ts reads the environment; main.ts files, scripts and tests run processes.',
        },
      ],
    },
  },
  {
    files: ['activities/projections/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock] },
  },
  {
    files: ['domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock, ...noState] },
  },
  {
    files: [
      'config.ts',
      'prisma.config.ts',
      '**/main.ts',
      'scripts/**/*.ts',
      'test/**/*.ts',
      'web/vite.config.mts',
    ],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    // A table of tests and a procedure are as long as what they tell.
    files: ['test/**/*.{ts,tsx}', 'domain/procedure/vn-*/**/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    // Jest's matchers and the bodies of supertest's answers are typed with any.
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    // Express knows a handler of errors by its four parameters.
    files: ['api/middleware/**/*.ts', 'api/agency-page/page-errors.ts'],
    rules: { 'max-params': ['error', 4] },
  },
  {
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/no-extraneous-class': 'off' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: nodeGlobals },
  },
);
