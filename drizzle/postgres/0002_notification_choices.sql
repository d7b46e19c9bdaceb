CREATE TABLE "notification_choices" (
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"wanted" boolean NOT NULL,
	CONSTRAINT "notification_choices_account_id_kind_person_id_pk" PRIMARY KEY("account_id","kind","person_id")
);
--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_subject" ON "mails" USING btree ("environment_id","subject_id","created_at");