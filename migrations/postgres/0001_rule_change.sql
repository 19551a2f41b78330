CREATE TABLE "rule_change" (
	"competition" text NOT NULL,
	"version" bigint NOT NULL,
	"kind" text NOT NULL,
	"before" json NOT NULL,
	"after" json NOT NULL,
	"ranks" json NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"approved_by" text,
	CONSTRAINT "rule_change_competition_version_pk" PRIMARY KEY("competition","version")
);
--> statement-breakpoint
ALTER TABLE "defense" ADD COLUMN "track" text;--> statement-breakpoint
ALTER TABLE "rule_change" ADD CONSTRAINT "rule_change_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;