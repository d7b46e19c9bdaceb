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
CREATE TABLE "bulk_rows" (
	"environment_id" bigint NOT NULL,
	"run_id" text NOT NULL,
	"object_id" text NOT NULL,
	"place" bigint NOT NULL,
	"state" text NOT NULL,
	"amount" bigint,
	"currency" text,
	"operation_id" text,
	"result_id" text,
	"code" text,
	"message" text,
	"at" bigint,
	CONSTRAINT "bulk_rows_environment_id_run_id_object_id_pk" PRIMARY KEY("environment_id","run_id","object_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_runs" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"list" text NOT NULL,
	"act" json NOT NULL,
	"state" text NOT NULL,
	"ids" json,
	"words" text,
	"time_zone" text NOT NULL,
	"gathered_until" text,
	"total" bigint NOT NULL,
	"done" bigint NOT NULL,
	"failed" bigint NOT NULL,
	"left_out" bigint NOT NULL,
	"amounts" json NOT NULL,
	"created_by" json NOT NULL,
	"started_at" bigint,
	"approval_id" text,
	"ended_at" bigint,
	CONSTRAINT "bulk_runs_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "counted_payments" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"customer_id" text,
	"card" text,
	"email" text,
	"phone" text,
	"paid_at" bigint NOT NULL,
	"currency" text NOT NULL,
	"captured" bigint NOT NULL,
	"refunded" bigint NOT NULL,
	"lost" bigint NOT NULL,
	"spend" bigint NOT NULL,
	"refund_count" bigint NOT NULL,
	"dispute_count" bigint NOT NULL,
	CONSTRAINT "counted_payments_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "fillings" (
	"name" text PRIMARY KEY NOT NULL,
	"environment_id" bigint NOT NULL,
	"last_id" text,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "guests" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"name" text,
	"email" text,
	"phone" text,
	"brand" text,
	"last4" text,
	"spend" bigint DEFAULT 0 NOT NULL,
	"payment_count" bigint DEFAULT 0 NOT NULL,
	"refund_count" bigint DEFAULT 0 NOT NULL,
	"dispute_count" bigint DEFAULT 0 NOT NULL,
	"first_payment_at" bigint DEFAULT 0 NOT NULL,
	"last_payment_at" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "guests_environment_id_id_pk" PRIMARY KEY("environment_id","id")
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
CREATE TABLE "exports" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"person_id" text NOT NULL,
	"dataset" text NOT NULL,
	"format" text NOT NULL,
	"choices" json NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"rows_done" bigint NOT NULL,
	"rows_total" bigint,
	"tended_at" bigint,
	"size" bigint,
	"finished_at" bigint,
	"expires_at" bigint,
	CONSTRAINT "exports_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "figure_states" (
	"environment_id" bigint NOT NULL,
	"time_zone" text,
	CONSTRAINT "figure_states_environment_id_pk" PRIMARY KEY("environment_id")
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"environment_id" bigint NOT NULL,
	"grain" text NOT NULL,
	"bucket" bigint NOT NULL,
	"currency" text NOT NULL,
	"country" text NOT NULL,
	"method" text NOT NULL,
	"brand" text NOT NULL,
	"reason" text NOT NULL,
	"until" bigint NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"accepted" bigint DEFAULT 0 NOT NULL,
	"tried" bigint DEFAULT 0 NOT NULL,
	"paid_of_tried" bigint DEFAULT 0 NOT NULL,
	"payments" bigint DEFAULT 0 NOT NULL,
	"gross" bigint DEFAULT 0 NOT NULL,
	"gross_own" bigint DEFAULT 0 NOT NULL,
	"failures" bigint DEFAULT 0 NOT NULL,
	"refunds" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"refunded_own" bigint DEFAULT 0 NOT NULL,
	"disputes" bigint DEFAULT 0 NOT NULL,
	"disputed" bigint DEFAULT 0 NOT NULL,
	"disputed_own" bigint DEFAULT 0 NOT NULL,
	"net" bigint DEFAULT 0 NOT NULL,
	"net_own" bigint DEFAULT 0 NOT NULL,
	"fees" bigint DEFAULT 0 NOT NULL,
	"fees_own" bigint DEFAULT 0 NOT NULL,
	"customers" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "figures_environment_id_grain_bucket_currency_country_method_brand_reason_until_pk" PRIMARY KEY("environment_id","grain","bucket","currency","country","method","brand","reason","until")
);
--> statement-breakpoint
CREATE TABLE "import_keys" (
	"environment_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"object_id" text NOT NULL,
	CONSTRAINT "import_keys_environment_id_kind_name_value_pk" PRIMARY KEY("environment_id","kind","name","value")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"kind" text NOT NULL,
	"filename" text NOT NULL,
	"size" bigint NOT NULL,
	"stored_as" text,
	"header" json NOT NULL,
	"columns" json NOT NULL,
	"key" text,
	"state" text NOT NULL,
	"offset" bigint NOT NULL,
	"rows" bigint NOT NULL,
	"created" bigint NOT NULL,
	"updated" bigint NOT NULL,
	"unchanged" bigint NOT NULL,
	"refused" bigint NOT NULL,
	"keys_after" text,
	"started_at" bigint,
	"finished_at" bigint,
	"created_by" json NOT NULL,
	CONSTRAINT "imports_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "refused_rows" (
	"environment_id" bigint NOT NULL,
	"import_id" text NOT NULL,
	"row" bigint NOT NULL,
	"cells" json NOT NULL,
	"problems" json NOT NULL,
	CONSTRAINT "refused_rows_environment_id_import_id_row_pk" PRIMARY KEY("environment_id","import_id","row")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"owner_id" text NOT NULL,
	"owner_name" text,
	"shared" boolean NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "saved_views_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "selections" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"list" text NOT NULL,
	"person_id" text NOT NULL,
	"ids" json,
	"words" text,
	CONSTRAINT "selections_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"edited_at" bigint,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"text" text NOT NULL,
	"mentions" json NOT NULL,
	CONSTRAINT "notes_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "person_preferences" (
	"account_id" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"value" json NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "person_preferences_account_id_person_id_name_pk" PRIMARY KEY("account_id","person_id","name")
);
--> statement-breakpoint
CREATE TABLE "activations" (
	"account_id" text PRIMARY KEY NOT NULL,
	"updated_at" bigint NOT NULL,
	"sealed" text NOT NULL,
	"submitted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "answered_challenges" (
	"challenge" text PRIMARY KEY NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_cuts" (
	"chain" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	"seal" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_choices" (
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"wanted" boolean NOT NULL,
	CONSTRAINT "notification_choices_account_id_kind_person_id_pk" PRIMARY KEY("account_id","kind","person_id")
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"name" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" json NOT NULL,
	"last_used_at" bigint
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "closed_at" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "merged_into_id" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "erased_at" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "spend" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "payment_count" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "refund_count" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "dispute_count" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "first_payment_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "last_payment_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "present" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "assignee_id" text;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "amount_reserved" bigint;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "customer_message" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "approval_id" text;--> statement-breakpoint
ALTER TABLE "refund_approval_lines" ADD CONSTRAINT "refund_approval_lines_approval_fk" FOREIGN KEY ("environment_id","approval_id") REFERENCES "public"."refund_approvals"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_approval_lines" ADD CONSTRAINT "refund_approval_lines_charge_fk" FOREIGN KEY ("environment_id","charge_id") REFERENCES "public"."charges"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_rows" ADD CONSTRAINT "bulk_rows_run_fk" FOREIGN KEY ("environment_id","run_id") REFERENCES "public"."bulk_runs"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_payments" ADD CONSTRAINT "counted_payments_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_states" ADD CONSTRAINT "figure_states_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_keys" ADD CONSTRAINT "import_keys_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_rows" ADD CONSTRAINT "refused_rows_import_fk" FOREIGN KEY ("environment_id","import_id") REFERENCES "public"."imports"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selections" ADD CONSTRAINT "selections_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_preferences" ADD CONSTRAINT "person_preferences_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activations" ADD CONSTRAINT "activations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refund_approval_lines_approval" ON "refund_approval_lines" USING btree ("environment_id","approval_id","id");--> statement-breakpoint
CREATE INDEX "refund_approval_lines_charge" ON "refund_approval_lines" USING btree ("environment_id","charge_id","state","id");--> statement-breakpoint
CREATE INDEX "refund_approvals_created" ON "refund_approvals" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "refund_approvals_state" ON "refund_approvals" USING btree ("environment_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "refund_approvals_asker" ON "refund_approvals" USING btree ("environment_id","asked_by_id","created_at","id");--> statement-breakpoint
CREATE INDEX "bulk_rows_state" ON "bulk_rows" USING btree ("environment_id","run_id","state","place");--> statement-breakpoint
CREATE INDEX "bulk_runs_created" ON "bulk_runs" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "counted_payments_customer" ON "counted_payments" USING btree ("environment_id","customer_id","paid_at","id");--> statement-breakpoint
CREATE INDEX "counted_payments_card" ON "counted_payments" USING btree ("environment_id","card","paid_at","id");--> statement-breakpoint
CREATE INDEX "counted_payments_email" ON "counted_payments" USING btree ("environment_id","email","paid_at","id");--> statement-breakpoint
CREATE INDEX "counted_payments_phone" ON "counted_payments" USING btree ("environment_id","phone","paid_at","id");--> statement-breakpoint
CREATE INDEX "guests_created" ON "guests" USING btree ("environment_id","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "guests_spend" ON "guests" USING btree ("environment_id","kind","spend","id");--> statement-breakpoint
CREATE INDEX "reveals_subject" ON "reveals" USING btree ("environment_id","person_id","subject_id","until");--> statement-breakpoint
CREATE INDEX "exports_person" ON "exports" USING btree ("environment_id","person_id","created_at","id");--> statement-breakpoint
CREATE INDEX "exports_state" ON "exports" USING btree ("environment_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "imports_kind" ON "imports" USING btree ("environment_id","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "saved_views_list" ON "saved_views" USING btree ("environment_id","list","created_at","id");--> statement-breakpoint
CREATE INDEX "selections_created" ON "selections" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notes_subject" ON "notes" USING btree ("environment_id","subject_kind","subject_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "passkeys_credential" ON "passkeys" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "passkeys_person" ON "passkeys" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "customers_present" ON "customers" USING btree ("environment_id","present","created_at","id");--> statement-breakpoint
CREATE INDEX "customers_spend" ON "customers" USING btree ("environment_id","present","spend","id");--> statement-breakpoint
CREATE INDEX "customers_payments" ON "customers" USING btree ("environment_id","present","payment_count","id");--> statement-breakpoint
CREATE INDEX "customers_last_payment" ON "customers" USING btree ("environment_id","present","last_payment_at","id");--> statement-breakpoint
CREATE INDEX "customers_merged" ON "customers" USING btree ("environment_id","merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX "customers_country" ON "customers" USING btree ("environment_id","country","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_assignee" ON "disputes" USING btree ("environment_id","assignee_id","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_currency_amount" ON "disputes" USING btree ("environment_id","currency","amount","id");--> statement-breakpoint
CREATE INDEX "mails_subject" ON "mails" USING btree ("environment_id","subject_id","created_at");--> statement-breakpoint
CREATE INDEX "payment_intents_currency_amount" ON "payment_intents" USING btree ("environment_id","currency","amount","id","amount_received","payment_status","created_at");--> statement-breakpoint
CREATE INDEX "refunds_currency_amount" ON "refunds" USING btree ("environment_id","currency","amount","id");