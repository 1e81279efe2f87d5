-- What is put in for a name between braces stands in the class Dialect.
-- A column named ..._hash holds a keyed hash, one named sealed a ciphertext; instants are milliseconds since 1970 (UTC).

create table installation (
    name varchar(40) not null primary key,
    content text not null
);

create table conversation (
    id_hash varchar(32) not null primary key,
    sealed ${bytes} not null,
    version bigint not null,
    last_turn bigint not null,
    -- 1 once nothing is left in the state that goes before the conversation itself does
    swept smallint not null,
    state text not null
) ${by_key};

create index conversation_by_last_turn on conversation (swept, last_turn);

create table seen_update (
    id_hash varchar(32) not null primary key,
    seen_at bigint not null
) ${by_key};

create index seen_update_by_time on seen_update (seen_at);

create table effect (
    seq ${sequence},
    conversation_hash varchar(32) not null,
    sealed ${bytes} not null,
    turn bigint not null,
    ordinal integer not null,
    name text not null,
    made_at bigint not null,
    arguments text not null,
    unique (conversation_hash, turn, ordinal)
);

create table outbox (
    seq ${sequence},
    id_hash varchar(32) not null unique,
    chat_hash varchar(32) not null,
    lane smallint not null,
    sealed ${bytes} not null,
    made_at bigint not null,
    -- the process that has the message in its memory, where it is made of a person's own words and may not be stored
    held_by varchar(40),
    -- the process that is sending it, and until when nobody else may
    claimed_by varchar(40),
    claimed_until bigint
);

create index outbox_by_lane on outbox (lane, seq);
create index outbox_by_chat on outbox (chat_hash, lane, seq);
