-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "successor_id" UUID;
