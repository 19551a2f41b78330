ALTER TABLE `stage` ADD `holder` text;--> statement-breakpoint
ALTER TABLE `stage` ADD `holder_by` text;