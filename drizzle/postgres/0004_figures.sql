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
ALTER TABLE "figure_states" ADD CONSTRAINT "figure_states_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;