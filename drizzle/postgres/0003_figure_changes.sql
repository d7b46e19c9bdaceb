CREATE TABLE "figure_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figure_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"environment_id" bigint NOT NULL,
	"cells" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "figure_states" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;