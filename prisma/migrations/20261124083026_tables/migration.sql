-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "case_event" (
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "on_behalf_of" JSONB,
    "command_id" UUID NOT NULL,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("case_id","version")
);

-- CreateTable
CREATE TABLE "case_snapshot" (
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "schema" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "clock_offset" BIGINT NOT NULL DEFAULT 0,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_snapshot_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "command" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "from_version" INTEGER NOT NULL,
    "to_version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_key" (
    "key" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "case_row" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "procedure" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "rehearsal" BOOLEAN NOT NULL,
    "group_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "coordinating_agency_id" UUID,
    "received_place" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "next_due_at" TIMESTAMPTZ(3),
    "next_wake_at" TIMESTAMPTZ(3),
    "clock_offset" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "case_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL DEFAULT 'case',
    "subject_id" UUID NOT NULL,
    "subject_code" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "step_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "agency_id" UUID,
    "assignee_id" UUID,
    "coordinating_agency_id" UUID,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "occurred_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "reason" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "due_date" TEXT,
    "limit_id" TEXT,
    "service_level" BOOLEAN NOT NULL DEFAULT false,
    "escalated" INTEGER NOT NULL DEFAULT 0,
    "is_open" BOOLEAN NOT NULL,
    "rehearsal" BOOLEAN NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "changed_version" INTEGER NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "task_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "limit_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "service_level" BOOLEAN NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "due_date" TEXT,
    "calendar" TEXT NOT NULL,
    "explanation" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("task_id","generation","limit_id")
);

-- CreateTable
CREATE TABLE "rung_reached" (
    "task_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "rung_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reached_at" TIMESTAMPTZ(3) NOT NULL,
    "late_by" BIGINT NOT NULL,

    CONSTRAINT "rung_reached_pkey" PRIMARY KEY ("task_id","generation","rung_id")
);

-- CreateTable
CREATE TABLE "escalation" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "to_role" TEXT NOT NULL,
    "to_agency_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" UUID,
    "action" TEXT,
    "until" TIMESTAMPTZ(3),
    "task_ended_at" TIMESTAMPTZ(3),
    "rehearsal" BOOLEAN NOT NULL,

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "task_id" UUID,
    "kind" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "agency_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "gave_up_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "rehearsal" BOOLEAN NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "user_id" UUID,
    "agency_id" UUID,
    "action" TEXT NOT NULL,
    "case_id" UUID,
    "subject_id" UUID,
    "command_id" UUID,
    "purpose" TEXT,
    "fields" TEXT[],

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_place" (
    "revision" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "place_code" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_place_pkey" PRIMARY KEY ("revision")
);

-- CreateTable
CREATE TABLE "person_field" (
    "case_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "nonce" BYTEA NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_field_pkey" PRIMARY KEY ("case_id","field")
);

-- CreateTable
CREATE TABLE "person_index" (
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "person_index_pkey" PRIMARY KEY ("case_id","kind","hash")
);

-- CreateTable
CREATE TABLE "sealed_text" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "nonce" BYTEA NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sealed_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_code" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "division" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "province" TEXT NOT NULL,

    CONSTRAINT "place_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "masked" BOOLEAN NOT NULL DEFAULT false,
    "superior_id" UUID,
    "capacity" INTEGER,
    "email" TEXT,
    "phone" TEXT,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_role" (
    "agency_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "agency_role_pkey" PRIMARY KEY ("agency_id","role")
);

-- CreateTable
CREATE TABLE "agency_area" (
    "agency_id" UUID NOT NULL,
    "place_code" TEXT NOT NULL,

    CONSTRAINT "agency_area_pkey" PRIMARY KEY ("agency_id","place_code")
);

-- CreateTable
CREATE TABLE "place_succession" (
    "place_code" TEXT NOT NULL,
    "successor_code" TEXT NOT NULL,
    "on" TEXT NOT NULL,

    CONSTRAINT "place_succession_pkey" PRIMARY KEY ("place_code","successor_code")
);

-- CreateTable
CREATE TABLE "calendar_version" (
    "version" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "days" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "current" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "calendar_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "case_code_counter" (
    "prefix" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "case_code_counter_pkey" PRIMARY KEY ("prefix")
);

-- CreateTable
CREATE TABLE "case_group" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "agency_id" UUID,
    "roles" TEXT[],
    "disabled_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "sid" TEXT NOT NULL,
    "sess" JSON NOT NULL,
    "expire" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "historical_record" (
    "source" TEXT NOT NULL,
    "row_ref" TEXT NOT NULL,
    "original" JSONB NOT NULL,
    "received_from" TEXT NOT NULL,
    "received_to" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "quarter" TEXT NOT NULL,
    "mapped" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "historical_record_pkey" PRIMARY KEY ("source","row_ref")
);

-- CreateIndex
CREATE INDEX "case_event_command_id_idx" ON "case_event"("command_id");

-- CreateIndex
CREATE INDEX "command_case_id_to_version_idx" ON "command"("case_id", "to_version");

-- CreateIndex
CREATE UNIQUE INDEX "case_row_code_key" ON "case_row"("code");

-- CreateIndex
CREATE INDEX "case_row_status_rehearsal_opened_at_id_idx" ON "case_row"("status", "rehearsal", "opened_at" DESC, "id");

-- CreateIndex
CREATE INDEX "case_row_coordinating_agency_id_status_opened_at_id_idx" ON "case_row"("coordinating_agency_id", "status", "opened_at" DESC, "id");

-- CreateIndex
CREATE INDEX "case_row_status_next_wake_at_idx" ON "case_row"("status", "next_wake_at");

-- CreateIndex
CREATE INDEX "task_case_id_offered_at_idx" ON "task"("case_id", "offered_at");

-- CreateIndex
CREATE INDEX "deadline_case_id_due_at_idx" ON "deadline"("case_id", "due_at");

-- CreateIndex
CREATE INDEX "rung_reached_case_id_idx" ON "rung_reached"("case_id");

-- CreateIndex
CREATE INDEX "escalation_acknowledged_at_level_raised_at_id_idx" ON "escalation"("acknowledged_at", "level", "raised_at", "id");

-- CreateIndex
CREATE INDEX "escalation_case_id_idx" ON "escalation"("case_id");

-- CreateIndex
CREATE INDEX "notice_agency_id_created_at_idx" ON "notice"("agency_id", "created_at");

-- CreateIndex
CREATE INDEX "notice_case_id_idx" ON "notice"("case_id");

-- CreateIndex
CREATE INDEX "audit_case_id_at_idx" ON "audit"("case_id", "at");

-- CreateIndex
CREATE INDEX "audit_user_id_at_idx" ON "audit"("user_id", "at");

-- CreateIndex
CREATE INDEX "case_place_case_id_kind_idx" ON "case_place"("case_id", "kind");

-- CreateIndex
CREATE INDEX "person_index_kind_hash_idx" ON "person_index"("kind", "hash");

-- CreateIndex
CREATE INDEX "sealed_text_case_id_idx" ON "sealed_text"("case_id");

-- CreateIndex
CREATE INDEX "place_parent_code_idx" ON "place"("parent_code");

-- CreateIndex
CREATE INDEX "place_kind_folded_idx" ON "place"("kind", "folded");

-- CreateIndex
CREATE UNIQUE INDEX "agency_code_key" ON "agency"("code");

-- CreateIndex
CREATE INDEX "agency_role_role_idx" ON "agency_role"("role");

-- CreateIndex
CREATE INDEX "agency_area_place_code_idx" ON "agency_area"("place_code");

-- CreateIndex
CREATE UNIQUE INDEX "case_group_code_key" ON "case_group"("code");

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key" ON "account"("username");

-- CreateIndex
CREATE INDEX "account_agency_id_idx" ON "account"("agency_id");

-- CreateIndex
CREATE INDEX "session_expire_idx" ON "session"("expire");

-- CreateIndex
CREATE INDEX "historical_record_source_quarter_idx" ON "historical_record"("source", "quarter");

-- AddForeignKey
ALTER TABLE "agency_role" ADD CONSTRAINT "agency_role_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_area" ADD CONSTRAINT "agency_area_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
