export { caseWorkflow } from './case.workflow.js';
export { watchWorkflow } from './watch.workflow.js';
