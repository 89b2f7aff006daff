import { z } from 'zod';
import { stepStandings } from '../../domain/case/position.js';
import { channels, phases, tracks } from '../../domain/procedure/procedure.js';
import { pageOf } from './page.js';
import { uuid } from './text.js';

/** `vn-2025@1` */
export const ProcedureParams = z.strictObject({
  ref: z
    .string()
    .max(60)
    .regex(/^[a-z0-9-]+@\d{1,4}$/),
});

const Titled = z.strictObject({ id: z.string(), title: z.string() });

const LimitView = z
  .strictObject({
    /** As in the deadline register. */
    id: z.string(),
    amount: z.number().int(),
    unit: z.string(),
    direction: z.string(),
    /** The article of law that sets it, in the reader's language. */
    source: z.string(),
    confidence: z.enum(['A', 'B', 'C']),
    /** Our own target, not law. */
    serviceLevel: z.boolean(),
    /** Days on which the limit is law; open ends are absent. */
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
  })
  .meta({ id: 'Limit' });
export type LimitView = z.output<typeof LimitView>;

const StepView = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    phase: z.enum(phases),
    track: z.enum(tracks),
    kind: z.enum(['duty', 'request', 'stay']),
    channels: z.array(z.enum(channels)).optional(),
    role: Titled,
    mandatory: z.boolean(),
    /** How often it may open; absent: once. */
    repeats: z.number().int().optional(),
    /** Steps of which a completion can open it. */
    after: z.array(Titled),
    limits: z.array(LimitView),
    source: z.string(),
    confidence: z.enum(['A', 'B', 'C']),
  })
  .meta({ id: 'Step' });
export type StepView = z.output<typeof StepView>;

export const ProcedureView = z
  .strictObject({
    ref: z.string(),
    title: z.string(),
    inForce: z.strictObject({ from: z.string(), to: z.string().optional() }),
    /** In the order of the eight phases. */
    steps: z.array(StepView),
  })
  .meta({ id: 'Procedure' });
export type ProcedureView = z.output<typeof ProcedureView>;

export const PictureQuery = z.strictObject({
  /** With the position of this case. */
  case: uuid.optional(),
  /** Coloured by how many cases sit where, and how late. */
  colour: z.literal('load').optional(),
});
export type PictureQuery = z.output<typeof PictureQuery>;
export const Picture = z.string().meta({ id: 'Picture', description: 'An SVG document' });

export const PositionQuery = z.strictObject({ case: uuid });
export const StepPosition = z
  .strictObject({
    stepId: z.string(),
    standing: z.enum(stepStandings),
    /** Where it is open and a deadline runs. */
    due: z.enum(['on-track', 'soon', 'overdue']).optional(),
  })
  .meta({ id: 'StepPosition' });
export type StepPosition = z.output<typeof StepPosition>;

/** What a picture of the case says, as data. */
export const CasePosition = z
  .strictObject({
    case: z.strictObject({ id: uuid, code: z.string(), phase: z.enum(phases) }),
    /** false: only the tasks of the reader's own agency are told. */
    isWhole: z.boolean(),
    items: z.array(StepPosition),
  })
  .meta({ id: 'CasePosition' });
export type CasePosition = z.output<typeof CasePosition>;

export const StepLoad = z
  .strictObject({
    stepId: z.string(),
    /** Open tasks of open cases that the reader may see; of them due soon, and overdue. */
    open: z.number().int(),
    soon: z.number().int(),
    overdue: z.number().int(),
  })
  .meta({ id: 'StepLoad' });
export type StepLoad = z.output<typeof StepLoad>;
export const StepLoadPage = pageOf(StepLoad);
