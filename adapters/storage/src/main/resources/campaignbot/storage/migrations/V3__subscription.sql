-- Who asked for alerts: by which version of the words and when, and by what an alert is chosen and timed.
create table subscription (
    id_hash varchar(32) not null primary key,
    sealed ${bytes} not null,
    text_version text not null,
    since bigint not null,
    language text not null,
    zone text not null,
    state text
) ${by_key};
