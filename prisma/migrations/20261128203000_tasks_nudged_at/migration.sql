-- AlterTable
ALTER TABLE "task" ADD COLUMN     "nudged_at" TIMESTAMPTZ(3);

-- From here on written by hand: when somebody last asked for a task since its deadlines were last set, from the record.
UPDATE "task" SET "nudged_at" = "asked"."at" FROM (
  SELECT "data" ->> 'taskId' AS "task_id", max("recorded_at") AS "at" FROM "case_event" "nudged"
  WHERE "type" = 'nudged' AND NOT EXISTS (
    SELECT FROM "case_event" "later"
    WHERE "later"."case_id" = "nudged"."case_id" AND "later"."version" > "nudged"."version"
      AND "later"."type" = 'deadlines-set' AND "later"."data" ->> 'taskId' = "nudged"."data" ->> 'taskId'
  )
  GROUP BY 1
) "asked"
WHERE "task"."id" = "asked"."task_id"::uuid;
