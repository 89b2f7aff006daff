-- AlterTable
ALTER TABLE "task" DROP COLUMN "reason";
