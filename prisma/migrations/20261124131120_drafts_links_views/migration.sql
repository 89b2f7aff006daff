-- AlterTable
ALTER TABLE "task" ADD COLUMN     "province" TEXT;

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "passphrase_temporary" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "nonce" BYTEA NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_link" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "issued_by" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "code_hash" TEXT,
    "failed_codes" INTEGER NOT NULL DEFAULT 0,
    "withdrawn_at" TIMESTAMPTZ(3),
    "asked_again_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passphrase_reset" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "passphrase_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "draft_account_id_kind_saved_at_idx" ON "draft"("account_id", "kind", "saved_at");

-- CreateIndex
CREATE INDEX "draft_saved_at_idx" ON "draft"("saved_at");

-- CreateIndex
CREATE INDEX "task_link_task_id_issued_at_idx" ON "task_link"("task_id", "issued_at");

-- CreateIndex
CREATE INDEX "task_link_case_id_idx" ON "task_link"("case_id");

-- CreateIndex
CREATE INDEX "passphrase_reset_account_id_asked_at_idx" ON "passphrase_reset"("account_id", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_account_id_list_name_key" ON "saved_view"("account_id", "list", "name");
