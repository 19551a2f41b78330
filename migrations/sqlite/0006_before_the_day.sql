CREATE TABLE `device_check` (
	`device` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`facts` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`device`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `device_check_competition` ON `device_check` (`competition`);--> statement-breakpoint
CREATE TABLE `hall_tick` (
	`competition` text NOT NULL,
	`item` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`competition`, `item`)
);
--> statement-breakpoint
CREATE TABLE `help_call` (
	`id` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`device` text NOT NULL,
	`judge` text,
	`seat` integer,
	`about` text NOT NULL,
	`at` integer NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	FOREIGN KEY (`device`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `help_call_competition` ON `help_call` (`competition`,`answered_at`);--> statement-breakpoint
CREATE TABLE `judge_note` (
	`judge` text NOT NULL,
	`proposal` text NOT NULL,
	`competition` text NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`judge`, `proposal`),
	FOREIGN KEY (`judge`) REFERENCES `judge`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `undertaking` (
	`judge` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`judge`) REFERENCES `judge`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `undertaking_competition` ON `undertaking` (`competition`);