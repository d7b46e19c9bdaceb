CREATE TABLE "person_preferences" (
	"account_id" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"value" json NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "person_preferences_account_id_person_id_name_pk" PRIMARY KEY("account_id","person_id","name")
);
--> statement-breakpoint
ALTER TABLE "person_preferences" ADD CONSTRAINT "person_preferences_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;