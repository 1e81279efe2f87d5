-- Tokens with which programs act for organizers: of the secret only a keyed hash; what it's for is ciphertext. Kept until revoked.
create table api_token (
    id varchar(36) not null primary key,
    token_hash varchar(32) not null unique,
    -- the id of the organizer's record
    organizer varchar(64) not null,
    role text not null,
    made_at bigint not null,
    sealed ${bytes} not null
) ${by_key};

create index api_token_of_organizer on api_token (organizer);
