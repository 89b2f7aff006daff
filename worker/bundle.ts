import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DefaultLogger, bundleWorkflowCode, type BundleOptions } from '@temporalio/worker';

export interface WorkflowBundle {
  readonly code: string;
  /** Changes when any line that runs inside the engine does: open cases then restart from the record. */
  readonly hash: string;
}

const project = join(__dirname, '..');

/**
 * What the workflows ask of the rules. The rules hold no state and know no engine, so every case of a worker may run the
 * same copy of them: they are read once instead of once for each case, and stay compiled.
 */
const rules = ['decide', 'draft', 'evolve', 'obligations', 'system-commands'].map((name) =>
  join(project, 'domain', 'case', `${name}.ts`),
);

const withoutStacks = join(project, 'workflows', 'without-stacks.ts');

/** The workflows and the rules they run, as one file of JavaScript. */
export async function bundleWorkflows(
  workflowsPath = join(project, 'workflows', 'index.ts'),
): Promise<WorkflowBundle> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    preloadModules: [withoutStacks, ...rules],
    webpackConfigHook: forThisNode,
    logger: new DefaultLogger('ERROR'),
  });
  return { code, hash: createHash('sha256').update(withoutSourceMap(code)).digest('hex') };
}

type Webpack = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/**
 * The engine's bundler writes for the browsers of 2017, where each `{ ...state }` is a call that walks property by property;
 * folding a case is hardly anything else.
 */
const forThisNode = (config: Webpack): Webpack => ({
  ...config,
  module: { ...config.module, rules: config.module?.rules?.map(withTarget) },
});

type Rule = NonNullable<NonNullable<Webpack['module']>['rules']>[number];

function withTarget(rule: Rule): Rule {
  if (rule === null || typeof rule !== 'object') return rule;
  const { use } = rule;
  if (typeof use !== 'object' || !('options' in use) || typeof use.options !== 'object') return rule;
  const jsc: unknown = use.options['jsc'];
  if (typeof jsc !== 'object') return rule;
  return { ...rule, use: { ...use, options: { ...use.options, jsc: { ...jsc, target: 'es2022' } } } };
}

/** The map holds the folder that it was built in, which changes nothing that runs. */
const withoutSourceMap = (code: string): string => code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
