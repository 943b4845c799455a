-- Deadlines of a task that run from an event, and to whom it is reported.

ALTER TABLE task ADD COLUMN event_deadlines TEXT NOT NULL DEFAULT '[]';   -- JSON: count, unit, event, date
ALTER TABLE task ADD COLUMN reports TEXT NOT NULL DEFAULT '[]';           -- JSON: to, through
