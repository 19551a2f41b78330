CREATE TABLE `schedule` (
	`competition` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`wishes` text NOT NULL,
	`turns` text NOT NULL,
	`lot` text,
	`run` text,
	`lease_until` integer,
	`published_at` integer,
	FOREIGN KEY (`competition`) REFERENCES `competition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `defense` ADD `turn` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `defense` ADD `planned_start` integer;