-- The messages by which organizers follow alerts that go out, until each has come to its end: all of one is ciphertext.
create table desk_card (
    id varchar(40) not null primary key,
    chat_hash varchar(32) not null,
    version bigint not null,
    sealed ${bytes} not null
) ${by_key};

create index desk_card_of_chat on desk_card (chat_hash);
