-- AlterTable
ALTER TABLE "case_row" ADD COLUMN     "next_due_date" TEXT;

-- From here on written by hand: the last lawful day of the next deadline, of cases that are there already.
UPDATE "case_row" SET "next_due_date" = (
  SELECT min("task"."due_date") FROM "task"
  WHERE "task"."case_id" = "case_row"."id" AND "task"."is_open" AND "task"."due_at" = "case_row"."next_due_at"
)
WHERE "next_due_at" IS NOT NULL;
