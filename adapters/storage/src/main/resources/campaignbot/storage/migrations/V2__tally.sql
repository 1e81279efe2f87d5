-- What a person's action at a seat counted that day: all three in one keyed hash, kept for 48 hours.
create table tally_mark (
    mark_hash varchar(32) not null primary key,
    outcome text not null,
    counted_at bigint not null
) ${by_key};

create index tally_mark_by_time on tally_mark (counted_at);

create table tally_count (
    action text not null,
    state text not null,
    day varchar(10) not null,
    outcome text not null,
    number bigint not null,
    primary key (action, state, day, outcome)
) ${by_key};
