-- Written by hand: what Prisma cannot express.

-- Lists of tasks look here whether an agency asked for another link; few ever do.
CREATE INDEX "task_link_asked_again" ON "task_link" ("task_id") WHERE "asked_again_at" IS NOT NULL;
