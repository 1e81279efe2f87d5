-- Whether the admin whose chat it is wants to be told of the server's troubles; the same in each chat in which they were when they chose.
alter table desk_chat add column alarms smallint not null default 0;
