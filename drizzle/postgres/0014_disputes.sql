CREATE TABLE "disputes" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"charge_id" text NOT NULL,
	"payment_intent_id" text NOT NULL,
	"standalone" boolean NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"network" text,
	"network_reason_code" text,
	"case_type" text,
	"enhanced" text,
	"evidence" json NOT NULL,
	"due_by" bigint,
	"past_due" boolean NOT NULL,
	"submission_count" bigint NOT NULL,
	"submitted_at" bigint,
	"answered_by" json,
	"submission_method" text,
	"withdrawn_at" bigint,
	"closed_at" bigint,
	"closed_by" text,
	"withdrawal_id" text,
	"reinstatement_id" text,
	"active_operation_id" text,
	"metadata" json NOT NULL,
	CONSTRAINT "disputes_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "early_fraud_warnings" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"charge_id" text NOT NULL,
	"payment_intent_id" text NOT NULL,
	"standalone" boolean NOT NULL,
	"fraud_type" text NOT NULL,
	"actionable" boolean NOT NULL,
	CONSTRAINT "early_fraud_warnings_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"charge_id" text NOT NULL,
	"payment_intent_id" text NOT NULL,
	"standalone" boolean NOT NULL,
	"billing_zip" text,
	"open" boolean NOT NULL,
	"opened_reason" text NOT NULL,
	"closed_reason" text,
	"closed_at" bigint,
	CONSTRAINT "reviews_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "dispute_state" text;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "review_id" text;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD COLUMN "review_id" text;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_charge_fk" FOREIGN KEY ("environment_id","charge_id") REFERENCES "public"."charges"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "early_fraud_warnings" ADD CONSTRAINT "early_fraud_warnings_charge_fk" FOREIGN KEY ("environment_id","charge_id") REFERENCES "public"."charges"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_charge_fk" FOREIGN KEY ("environment_id","charge_id") REFERENCES "public"."charges"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disputes_created" ON "disputes" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_charge" ON "disputes" USING btree ("environment_id","charge_id","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_payment_intent" ON "disputes" USING btree ("environment_id","payment_intent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_status" ON "disputes" USING btree ("environment_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_due" ON "disputes" USING btree ("environment_id","status","due_by","id");--> statement-breakpoint
CREATE INDEX "early_fraud_warnings_created" ON "early_fraud_warnings" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "early_fraud_warnings_charge" ON "early_fraud_warnings" USING btree ("environment_id","charge_id","created_at","id");--> statement-breakpoint
CREATE INDEX "early_fraud_warnings_payment_intent" ON "early_fraud_warnings" USING btree ("environment_id","payment_intent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "reviews_open" ON "reviews" USING btree ("environment_id","open","created_at","id");--> statement-breakpoint
CREATE INDEX "reviews_payment_intent" ON "reviews" USING btree ("environment_id","payment_intent_id","created_at","id");