// The import law: who may see whom. Each rule says its reason; docs/decisions has the longer one.

// What the screens and the agency page behind a link have in common: words, questions and components that the server
// renders as well (docs/decisions/0007-the-page-behind-a-link-shares-the-screens-words.md).
const shared =
  '^web/(words/coded-words|time/(date-entry|display|deadline-words|deadline-label|explanation-words)|forms/(answers|question|use-label|choice-list|field-notes)|acts/(plan|questions|task-plans|masked|forecast-list)|api/command-input|shell/icon|paper/[a-z-]+)\\.tsx?$';
const asValue = { dependencyTypesNot: ['type-only'] };
const rule = (name, comment, [from, to]) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', 'Two files that need each other are one file, or lack a third.', [
      {},
      { circular: true },
    ]),
    rule('domain-is-pure', 'No clock, no I/O, no packages: rules can be tested and replayed anywhere.', [
      { path: '^domain/' },
      { pathNot: '^domain/' },
    ]),
    rule('workflows-are-deterministic', 'Only what runs the same in every replay.', [
      { path: '^workflows/' },
      { pathNot: ['^workflows/', '^domain/', '@temporalio/(workflow|common)'], ...asValue },
    ]),
    rule('workflows-see-activities-as-types', 'An activity is called through the engine.', [
      { path: '^workflows/' },
      { pathNot: ['^workflows/', '^domain/', '^activities/', '@temporalio/'] },
    ]),
    rule('activities-do-not-orchestrate', 'Each does one thing and may run twice.', [
      { path: '^activities/' },
      { path: '^(api|web|worker|workflows)/', ...asValue },
    ]),
    rule('projections-are-pure', 'An event becomes row changes without asking anybody.', [
      { path: '^activities/projections/' },
      { pathNot: '^(domain|activities/projections)/' },
    ]),
    rule('worker-only-assembles', 'The worker knows neither HTTP nor screens.', [
      { path: '^worker/' },
      { path: '^(api|web)/' },
    ]),
    rule('api-knows-only-contracts', 'Workflow code runs in the worker alone.', [
      { path: '^api/' },
      { path: '^workflows/', pathNot: 'contract\\.ts$', ...asValue },
    ]),
    rule('api-does-not-reach-behind-the-engine', 'The API asks the engine; it has no hands of its own.', [
      { path: '^api/', pathNot: '^api/agency-page/' },
      { path: '^(activities|worker|web)/' },
    ]),
    rule(
      'the-agency-page-shares-words-and-questions',
      'One catalogue, one set of questions, two renderings.',
      [{ path: '^api/agency-page/' }, { path: '^(activities|worker|web)/', pathNot: shared }],
    ),
    rule('what-the-server-renders-needs-no-browser', 'No library of widgets, no router, no requests.', [
      { path: shared },
      {
        pathNot: [
          shared,
          '^(api/contract|domain|messages)/',
          'node_modules/(react|react-i18next|i18next|@types/react)/',
        ],
        ...asValue,
      },
    ]),
    rule('contract-is-only-shapes', 'The web app reads the same file.', [
      { path: '^api/contract/' },
      { pathNot: ['^(api/contract|domain)/', 'node_modules/(zod|@asteasolutions/zod-to-openapi)/'] },
    ]),
    rule('one-door-to-temporal', 'What is an answer and what is not is decided in one place.', [
      { path: '^api/', pathNot: '^api/(gateway/|main)' },
      { path: '@temporalio/' },
    ]),
    rule('few-doors-to-the-database', 'Who sees which row is decided in api/read and api/records.', [
      {
        path: '^(domain|workflows|worker|web|messages|api)/',
        pathNot: '^(api/(read|records)/|(api|worker)/main)',
      },
      { path: '^prisma/|@prisma/client', ...asValue },
    ]),
    rule('web-sees-contract-domain-messages', 'Screens hold no rules.', [
      { path: '^web/' },
      { path: '^(api|workflows|activities|worker|prisma|scripts|test)/', pathNot: '^api/contract/' },
    ]),
    rule('messages-are-words', 'Sentences may know the closed lists they word, nothing else.', [
      { path: '^messages/' },
      { pathNot: '^(messages|domain)/' },
    ]),
    rule('environment-is-read-at-the-edge', 'Everything else is handed its settings.', [
      { pathNot: '(^|/)main\\.tsx?$|^(scripts|test)/' },
      { path: '^config\\.ts$', ...asValue },
    ]),
    rule('nothing-imports-tests', 'The system runs without them.', [
      { pathNot: '^test/' },
      { path: '^test/' },
    ]),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/generated/|\\.loive)' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.cjs', '.json'] },
  },
};
