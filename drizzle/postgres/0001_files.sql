CREATE TABLE "file_links" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"file_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" bigint,
	"metadata" json NOT NULL,
	CONSTRAINT "file_links_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"environment_id" bigint NOT NULL,
	"id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"purpose" text NOT NULL,
	"kind" text NOT NULL,
	"filename" text NOT NULL,
	"size" bigint NOT NULL,
	"stored_as" text NOT NULL,
	"expires_at" bigint,
	CONSTRAINT "files_environment_id_id_pk" PRIMARY KEY("environment_id","id")
);
--> statement-breakpoint
ALTER TABLE "file_links" ADD CONSTRAINT "file_links_environment_id_file_id_files_environment_id_id_fk" FOREIGN KEY ("environment_id","file_id") REFERENCES "public"."files"("environment_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_links_created" ON "file_links" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "file_links_file" ON "file_links" USING btree ("environment_id","file_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "file_links_token" ON "file_links" USING btree ("environment_id","token");--> statement-breakpoint
CREATE INDEX "files_created" ON "files" USING btree ("environment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "files_purpose" ON "files" USING btree ("environment_id","purpose","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "files_stored_as" ON "files" USING btree ("environment_id","stored_as");