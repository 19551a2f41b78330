ALTER TABLE `competition` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `proposal` ADD `submit_at_deadline` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `proposal` ADD `automatic` integer DEFAULT false NOT NULL;