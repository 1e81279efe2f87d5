-- Whom the bot answers no more: in one chat, or everywhere where that hash is empty.
create table block (
    person_hash varchar(43) not null,
    chat_hash varchar(32) not null,
    sealed ${bytes} not null,
    since bigint not null,
    primary key (person_hash, chat_hash)
) ${by_key};
