CREATE TABLE "deposit_verifications" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"subject_id" text NOT NULL,
	"payment_method_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"arrives_at" bigint NOT NULL,
	"token" text NOT NULL,
	"failures" bigint NOT NULL,
	"mandate_id" text,
	CONSTRAINT "deposit_verifications_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "deposit_verifications" ADD CONSTRAINT "deposit_verifications_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deposit_verifications_subject" ON "deposit_verifications" USING btree ("environment_id","subject_id","created_at","id");--> statement-breakpoint
CREATE INDEX "deposit_verifications_method" ON "deposit_verifications" USING btree ("environment_id","payment_method_id","created_at","id");