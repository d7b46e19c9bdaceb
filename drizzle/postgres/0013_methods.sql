CREATE TABLE "method_configurations" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"name" text NOT NULL,
	"active" boolean NOT NULL,
	"is_default" boolean NOT NULL,
	"preferences" json NOT NULL,
	CONSTRAINT "method_configurations_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "method_domains" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"domain_name" text NOT NULL,
	"enabled" boolean NOT NULL,
	CONSTRAINT "method_domains_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "payment_intents" ADD COLUMN "method_configuration_id" text;--> statement-breakpoint
ALTER TABLE "setup_intents" ADD COLUMN "method_configuration_id" text;--> statement-breakpoint
ALTER TABLE "method_configurations" ADD CONSTRAINT "method_configurations_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "method_domains" ADD CONSTRAINT "method_domains_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "method_configurations_created" ON "method_configurations" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "method_configurations_default" ON "method_configurations" USING btree ("environment_id","is_default");--> statement-breakpoint
CREATE INDEX "method_domains_created" ON "method_domains" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "method_domains_name" ON "method_domains" USING btree ("environment_id","domain_name");