import { z } from 'zod';
import { pageOf } from './page.js';
import { uuid } from './text.js';

/** Where the page behind a link stands, outside the base path: `/a/{token}`. */
export const linkPath = '/a';

/** How long a link may be good for at most, in days. */
export const longestLinkDays = 60;

/** Wrong codes after which a link is locked for good. */
export const mostFailedCodes = 5;

export const IssueLink = z
  .strictObject({
    /** Two weeks if absent, or a week after the task's deadline where that is later. */
    days: z.number().int().min(1).max(longestLinkDays).optional(),
  })
  .meta({ id: 'IssueLink' });
export type IssueLink = z.output<typeof IssueLink>;

/** Shown once: the link is kept nowhere, the code only as a keyed hash. */
export const IssuedLink = z
  .strictObject({
    id: uuid,
    /** Path of the page, on the address of this server. */
    url: z.string(),
    /** Eight digits, told on another way than the link; only where the task holds personal data. */
    code: z.string().optional(),
    expiresAt: z.string(),
  })
  .meta({ id: 'IssuedLink' });
export type IssuedLink = z.output<typeof IssuedLink>;

export const linkStates = ['active', 'expired', 'locked', 'withdrawn'] as const;
export type LinkState = (typeof linkStates)[number];

export const TaskLinkView = z
  .strictObject({
    id: uuid,
    issuedAt: z.string(),
    /** The post of whoever issued it. */
    issuedBy: z.string(),
    agency: z.string(),
    expiresAt: z.string(),
    state: z.enum(linkStates),
    withCode: z.boolean(),
    failedCodes: z.number().int(),
    /** Last time the page was opened, and last time something was answered by it. */
    openedAt: z.string().optional(),
    answeredAt: z.string().optional(),
    askedAgainAt: z.string().optional(),
    withdrawnAt: z.string().optional(),
  })
  .meta({ id: 'TaskLink' });
export type TaskLinkView = z.output<typeof TaskLinkView>;
export const TaskLinkPage = pageOf(TaskLinkView);
