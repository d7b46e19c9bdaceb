CREATE TABLE "confirmation_tokens" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"payment_method_id" text NOT NULL,
	"payment_method_options" json,
	"acceptance" json,
	"return_url" text,
	"setup_future_usage" text,
	"shipping" json,
	"payment_intent_id" text,
	"setup_intent_id" text,
	CONSTRAINT "confirmation_tokens_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "discount" json;--> statement-breakpoint
ALTER TABLE "confirmation_tokens" ADD CONSTRAINT "confirmation_tokens_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;