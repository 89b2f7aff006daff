-- AlterTable
ALTER TABLE "task" ADD COLUMN     "deadlines" JSONB NOT NULL DEFAULT '[]';

-- From here on written by hand: what is known already, and what Prisma cannot express.

-- The place of reception may have been corrected after the case was opened: cases follow the latest one.
UPDATE "case_row" SET "received_place" = "place"."code", "province" = "place"."province"
FROM "case_snapshot"
JOIN "case_place" ON "case_place"."revision" = ("case_snapshot"."state" -> 'places' ->> 'reception')::uuid
JOIN "place" ON "place"."code" = "case_place"."place_code"
WHERE "case_snapshot"."case_id" = "case_row"."id" AND "case_row"."received_place" <> "place"."code";

UPDATE "task" SET "province" = "case_row"."province", "deadlines" = coalesce((
  SELECT jsonb_agg(jsonb_build_object('limit_id', due."limit_id", 'service_level', due."service_level",
    'counts', due."counts", 'due_at', to_char(due."due_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'due_date', due."due_date", 'calendar', due."calendar", 'explanation', due."explanation") ORDER BY due."due_at")
  FROM "deadline" due
  WHERE due."task_id" = "task"."id"
    AND due."generation" = (SELECT max(latest."generation") FROM "deadline" latest WHERE latest."task_id" = "task"."id")
), '[]')
FROM "case_row" WHERE "case_row"."id" = "task"."case_id";

-- Open tasks of a province, the most urgent first.
CREATE INDEX "task_open_of_province" ON "task" ("province", (coalesce("due_at", 'infinity'::timestamptz)), "id")
  WHERE "is_open" AND NOT "rehearsal";
-- Ended tasks of a province, of the cases that an agency coordinates, and of all; the latest first.
CREATE INDEX "task_ended_of_province" ON "task" ("province", "completed_at" DESC NULLS LAST, "id" DESC)
  WHERE NOT "is_open" AND NOT "rehearsal";
CREATE INDEX "task_ended_of_coordinator" ON "task" ("coordinating_agency_id", "completed_at" DESC NULLS LAST, "id" DESC)
  WHERE NOT "is_open" AND NOT "rehearsal";
CREATE INDEX "task_ended_by_completion" ON "task" ("completed_at" DESC NULLS LAST, "id" DESC)
  WHERE NOT "is_open" AND NOT "rehearsal";
