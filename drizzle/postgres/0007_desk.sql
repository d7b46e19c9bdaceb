CREATE TABLE "refund_approval_lines" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"approval_id" text NOT NULL,
	"charge_id" text NOT NULL,
	"payment_intent_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"refund_id" text,
	"obstacle" text,
	CONSTRAINT "refund_approval_lines_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "refund_approvals" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"state" text NOT NULL,
	"asked_by" json NOT NULL,
	"asked_by_id" text NOT NULL,
	"reason" text,
	"note" text,
	"customer_message" text,
	"exceeded" json NOT NULL,
	"line_count" bigint NOT NULL,
	"estimate" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"decided_by" json,
	"decided_at" bigint,
	"decision_reason" text,
	CONSTRAINT "refund_approvals_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "refund_limits" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"per_refund" bigint,
	"per_day" bigint,
	"per_customer" bigint,
	"approves" boolean,
	CONSTRAINT "refund_limits_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "masked_roles" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "masked_roles_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "reveals" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"person_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"reason" text NOT NULL,
	"until" bigint NOT NULL,
	CONSTRAINT "reveals_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "assignee_id" text;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "amount_reserved" bigint;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "customer_message" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "approval_id" text;--> statement-breakpoint
ALTER TABLE "refund_approval_lines" ADD CONSTRAINT "refund_approval_lines_approval_fk" FOREIGN KEY ("environment_id","approval_id") REFERENCES "public"."refund_approvals"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_approval_lines" ADD CONSTRAINT "refund_approval_lines_charge_fk" FOREIGN KEY ("environment_id","charge_id") REFERENCES "public"."charges"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refund_approval_lines_approval" ON "refund_approval_lines" USING btree ("environment_id","approval_id","id");--> statement-breakpoint
CREATE INDEX "refund_approval_lines_charge" ON "refund_approval_lines" USING btree ("environment_id","charge_id","state","id");--> statement-breakpoint
CREATE INDEX "refund_approvals_created" ON "refund_approvals" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "refund_approvals_state" ON "refund_approvals" USING btree ("environment_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "refund_approvals_asker" ON "refund_approvals" USING btree ("environment_id","asked_by_id","created_at","id");--> statement-breakpoint
CREATE INDEX "reveals_subject" ON "reveals" USING btree ("environment_id","person_id","subject_id","until");--> statement-breakpoint
CREATE INDEX "disputes_assignee" ON "disputes" USING btree ("environment_id","assignee_id","created_at","id");