-- Who organizes: names stand in ciphertexts, persons and codes in keyed hashes alone.
create table organizer (
    id varchar(36) not null primary key,
    sealed ${bytes} not null,
    role text not null,
    since bigint not null
) ${by_key};

create table organizer_sign_in (
    seq ${sequence},
    person_hash varchar(43) not null unique,
    organizer_id varchar(36) not null,
    channel text not null
);

-- What a one-time code gives, and who used it: empty where it was burnt. A row stays for a day, so that a repeat is known.
create table organizer_code (
    code_hash varchar(32) not null primary key,
    sealed ${bytes} not null,
    works_until bigint not null,
    used_by_hash varchar(43)
) ${by_key};

create index organizer_code_by_time on organizer_code (works_until);

-- A wrong code, once an update, for an hour.
create table organizer_try (
    try_hash varchar(32) not null primary key,
    person_hash varchar(43) not null,
    tried_at bigint not null
) ${by_key};

create index organizer_try_by_person on organizer_try (person_hash, tried_at);
create index organizer_try_by_time on organizer_try (tried_at);

create table organizer_audit (
    seq ${sequence},
    id varchar(36) not null unique,
    done_at bigint not null,
    act text not null,
    sealed ${bytes} not null
);
