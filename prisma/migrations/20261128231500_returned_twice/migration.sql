-- AlterTable
ALTER TABLE "escalation" ADD COLUMN     "cause" TEXT;

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "arbiter_id" UUID,
ADD COLUMN     "is_disputed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "returned_times" INTEGER NOT NULL DEFAULT 0;
