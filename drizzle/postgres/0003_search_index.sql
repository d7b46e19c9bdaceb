CREATE TABLE "search_documents" (
	"position" bigint PRIMARY KEY NOT NULL,
	"environment_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_state" (
	"name" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_touches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_touches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"environment_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL
);
