CREATE TABLE "schedule" (
	"competition" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"wishes" json NOT NULL,
	"turns" json NOT NULL,
	"lot" json,
	"run" json,
	"lease_until" bigint,
	"published_at" bigint
);
--> statement-breakpoint
ALTER TABLE "defense" ADD COLUMN "turn" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "defense" ADD COLUMN "planned_start" bigint;--> statement-breakpoint
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;