import { z } from 'zod';
import { flag } from './page.js';
import { uuid } from './text.js';

export const DashboardQuery = z.strictObject({
  rehearsal: flag.default(false),
  /** Only tasks that this agency holds, and reports about them; counts of cases stay whole. */
  agency: uuid.optional(),
});
export type DashboardQuery = z.output<typeof DashboardQuery>;

const count = z.number().int();

export const Dashboard = z
  .strictObject({
    /** Open tasks by box. */
    queues: z.strictObject({
      mine: count,
      agency: count,
      unassigned: count,
      overdue: count,
      soon: count,
      others: count,
    }),
    escalations: z.strictObject({ level1: count, level2: count, level3: count }),
    cases: z.strictObject({ open: count, parked: count, closed: count }),
    /** Open cases. */
    phases: z.array(z.strictObject({ phase: z.string(), cases: count })),
    /** Agencies with open tasks that I may see; most overdue first, fifty at most. */
    agencies: z.array(
      z.strictObject({ id: z.string().nullable(), name: z.string(), open: count, overdue: count }),
    ),
    /** Open tasks past due, by how long. */
    overdueAge: z.strictObject({
      upToOneDay: count,
      upToThreeDays: count,
      upToTenDays: count,
      longer: count,
    }),
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.output<typeof Dashboard>;
