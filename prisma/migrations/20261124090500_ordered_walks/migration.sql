-- Written by hand: what Prisma cannot express. Lists are merges of ordered walks along these indexes.

-- Open tasks of an agency, of the cases that an agency coordinates, and of all; the most urgent first, those without a
-- running limit last.
CREATE INDEX "task_open_of_agency" ON "task" ("agency_id", (coalesce("due_at", 'infinity'::timestamptz)), "id")
  WHERE "is_open" AND NOT "rehearsal";
CREATE INDEX "task_open_of_coordinator" ON "task" ("coordinating_agency_id", (coalesce("due_at", 'infinity'::timestamptz)), "id")
  WHERE "is_open" AND NOT "rehearsal";
CREATE INDEX "task_open_by_due" ON "task" ((coalesce("due_at", 'infinity'::timestamptz)), "id")
  WHERE "is_open" AND NOT "rehearsal";
-- Open tasks without an agency: they wait, visibly, with the coordinator.
CREATE INDEX "task_open_unrouted" ON "task" ("coordinating_agency_id", (coalesce("due_at", 'infinity'::timestamptz)), "id")
  WHERE "is_open" AND "agency_id" IS NULL;
CREATE INDEX "task_open_of_officer" ON "task" ("assignee_id", (coalesce("due_at", 'infinity'::timestamptz)), "id")
  WHERE "is_open" AND "assignee_id" IS NOT NULL;
-- Ended tasks of an agency, the latest first.
CREATE INDEX "task_ended_of_agency" ON "task" ("agency_id", "completed_at" DESC NULLS LAST, "id" DESC)
  WHERE NOT "is_open";
-- Rehearsals are few and left out of everything else.
CREATE INDEX "task_of_rehearsals" ON "task" ("agency_id") WHERE "rehearsal";

-- Who was excluded from which case, and who registered it.
CREATE INDEX "case_event_excluded_user" ON "case_event" (("data" -> 'exclusion' ->> 'userId'), "case_id")
  WHERE "type" = 'excluded';
CREATE INDEX "case_event_excluded_agency" ON "case_event" (("data" -> 'exclusion' ->> 'agencyId'), "case_id")
  WHERE "type" = 'excluded';
CREATE INDEX "case_event_registrar" ON "case_event" (("actor" ->> 'agencyId'), "case_id") WHERE "version" = 1;

-- The coordinating agencies of a province; cases by their earliest due instant; escalations that wait for an answer.
CREATE INDEX "case_row_of_province" ON "case_row" ("province", "coordinating_agency_id");
CREATE INDEX "case_row_by_due" ON "case_row" ((coalesce("next_due_at", 'infinity'::timestamptz)), "id") WHERE NOT "rehearsal";
CREATE INDEX "escalation_waiting" ON "escalation" ("raised_at", "id")
  WHERE "acknowledged_at" IS NULL AND "task_ended_at" IS NULL AND NOT "rehearsal";
