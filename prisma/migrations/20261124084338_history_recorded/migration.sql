-- AlterTable
ALTER TABLE "historical_record" ADD COLUMN     "recorded" JSONB NOT NULL DEFAULT '{}';
