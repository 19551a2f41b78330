CREATE TABLE "adjustment_list" (
	"competition" text NOT NULL,
	"version" bigint NOT NULL,
	"rows" json NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"approved_by" text NOT NULL,
	CONSTRAINT "adjustment_list_competition_version_pk" PRIMARY KEY("competition","version")
);
--> statement-breakpoint
CREATE TABLE "vote_list" (
	"competition" text NOT NULL,
	"version" bigint NOT NULL,
	"rows" json NOT NULL,
	"source" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"approved_by" text NOT NULL,
	CONSTRAINT "vote_list_competition_version_pk" PRIMARY KEY("competition","version")
);
--> statement-breakpoint
ALTER TABLE "adjustment_list" ADD CONSTRAINT "adjustment_list_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_list" ADD CONSTRAINT "vote_list_competition_competition_id_fk" FOREIGN KEY ("competition") REFERENCES "public"."competition"("id") ON DELETE no action ON UPDATE no action;