import { defineUpdate } from '@temporalio/workflow';

export const bareQueue = 'bench-bare';
export const bareWorkflowType = 'bareWorkflow';
export const bareStep = defineUpdate<number, [string]>('bareStep');
