-- Whether the organizer whose chat it is gets tests of alerts here: 1 from when they join the test group until they leave it, or
-- until the row goes.
alter table desk_chat add column tests smallint not null default 0;
