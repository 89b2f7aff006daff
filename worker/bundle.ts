import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';

export interface WorkflowBundle {
  readonly code: string;
  /** Changes when any line that runs inside the engine does: open cases then restart from the record. */
  readonly hash: string;
}

/** The workflows and the rules they run, as one file of JavaScript. */
export async function bundleWorkflows(): Promise<WorkflowBundle> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(__dirname, '..', 'workflows', 'index.ts'),
    logger: new DefaultLogger('ERROR'),
  });
  return { code, hash: createHash('sha256').update(withoutSourceMap(code)).digest('hex') };
}

/** The map holds the folder that it was built in, which changes nothing that runs. */
const withoutSourceMap = (code: string): string => code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
