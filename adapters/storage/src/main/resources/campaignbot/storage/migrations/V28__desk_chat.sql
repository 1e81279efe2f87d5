-- Where organizers came to the alert desk, so that another one's alert can be put before them there.
create table desk_chat (
    id_hash varchar(32) not null primary key,
    -- the id of the organizer's record
    organizer varchar(64) not null,
    sealed ${bytes} not null
) ${by_key};

create index desk_chat_of_organizer on desk_chat (organizer);
