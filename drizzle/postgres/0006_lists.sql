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
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_views_list" ON "saved_views" USING btree ("environment_id","list","created_at","id");--> statement-breakpoint
CREATE INDEX "disputes_currency_amount" ON "disputes" USING btree ("environment_id","currency","amount","id");--> statement-breakpoint
CREATE INDEX "payment_intents_currency_amount" ON "payment_intents" USING btree ("environment_id","currency","amount","id");--> statement-breakpoint
CREATE INDEX "refunds_currency_amount" ON "refunds" USING btree ("environment_id","currency","amount","id");