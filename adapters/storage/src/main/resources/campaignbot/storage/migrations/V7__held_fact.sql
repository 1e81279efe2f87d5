-- What several processes hold of a person for half an hour at most. The server writes it to no log and empties it after a
-- crash; in SQLite, where one process holds such facts in its memory, the table is gone with the connection that makes it.
create ${unlogged} table held_fact (
    conversation_hash varchar(32) not null primary key,
    sealed ${bytes} not null,
    held_until bigint not null
);

create index held_fact_by_time on held_fact (held_until);
