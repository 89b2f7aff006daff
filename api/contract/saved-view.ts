import { z } from 'zod';
import { CasesQuery } from './case.js';
import { EscalationsQuery } from './escalation.js';
import { pageOf } from './page.js';
import { TasksQuery } from './task.js';
import { line, uuid } from './text.js';

export const savedLists = ['cases', 'tasks', 'escalations'] as const;
export type SavedList = (typeof savedLists)[number];

/** The filters of each list, by the names they have in its address. Never a search text, never a place in the list. */
const filters = {
  cases: CasesQuery.omit({ q: true, cursor: true, limit: true }),
  tasks: TasksQuery.omit({ q: true, cursor: true, limit: true }),
  escalations: EscalationsQuery.omit({ cursor: true, limit: true }).extend({ late: TasksQuery.shape.late }),
} satisfies Record<SavedList, z.ZodType>;

const query = z.record(z.string(), z.string().max(2_000));

export const SaveView = z
  .strictObject({ list: z.enum(savedLists), name: line(80).trim().min(1), query })
  .superRefine((view, context) => {
    const answer = filters[view.list].safeParse(view.query);
    for (const issue of answer.error?.issues ?? [])
      context.addIssue({ ...issue, path: ['query', ...issue.path] });
  })
  .meta({ id: 'SaveView' });
export type SaveView = z.output<typeof SaveView>;

export const ViewParams = z.strictObject({ id: uuid });
export const ViewsQuery = z.strictObject({ list: z.enum(savedLists).optional() });

export const SavedView = z
  .strictObject({ id: uuid, list: z.enum(savedLists), name: z.string(), query })
  .meta({ id: 'SavedView' });
export type SavedView = z.output<typeof SavedView>;
export const SavedViewPage = pageOf(SavedView);
