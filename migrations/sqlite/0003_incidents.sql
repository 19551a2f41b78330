ALTER TABLE `sheet` ADD `returned` text;--> statement-breakpoint
ALTER TABLE `stage` ADD `books` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `stage` ADD `key_twice` integer DEFAULT false NOT NULL;