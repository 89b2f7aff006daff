import type { APIRequestContext } from 'playwright-core';
import { z } from 'zod';

/** A case and a task of the viewer's agency, and rarer ones that it may see; empty where it has none. */
export interface Ids {
  readonly caseId: string;
  readonly taskId: string;
  readonly doneTaskId: string;
  readonly closedCaseId: string;
  readonly escalatedCaseId: string;
  readonly agencyId: string;
}

const Tasks = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      agency: z.unknown().nullable(),
      subject: z.object({ kind: z.string(), id: z.string() }),
    }),
  ),
});
const Rows = z.object({ items: z.array(z.object({ id: z.string() })) });
const Escalations = z.object({ items: z.array(z.object({ subject: z.object({ id: z.string() }) })) });

/** What there is to be seen: the first task that the agency holds and its case, else the first case. */
export async function idsFor(request: APIRequestContext, url: string): Promise<Ids> {
  const rows = async <Row>(path: string, shape: z.ZodType<{ items: Row[] }>): Promise<Row[]> => {
    const answer = await request.get(`${url}/api/v1${path}`);
    return answer.ok() ? shape.parse(await answer.json()).items : [];
  };
  const ofCase = (tasks: z.infer<typeof Tasks>['items']) =>
    tasks.find(({ subject, agency }) => subject.kind === 'case' && agency !== null);
  const task = ofCase(await rows('/tasks?box=agency&limit=25', Tasks));
  const done = ofCase(await rows('/tasks?box=done&limit=25', Tasks));
  const [first] = await rows('/cases?limit=1', Rows);
  const [closed] = await rows('/cases?status=closed&limit=1', Rows);
  const [escalation] = await rows('/escalations?limit=1', Escalations);
  const [agency] = await rows('/admin/agencies?q=HN-SYT&limit=1', Rows);
  const caseId = task?.subject.id ?? first?.id ?? '';
  return {
    taskId: task?.id ?? '',
    caseId,
    doneTaskId: done?.id ?? '',
    closedCaseId: closed?.id ?? '',
    escalatedCaseId: escalation?.subject.id ?? '',
    agencyId: agency?.id ?? '',
  };
}
