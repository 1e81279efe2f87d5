-- A person's report of a number that day, to count it once and to take it back: kept for 48 hours. The hash is of person and
-- number together, so that no two reports of one person can be told to be that.
create table number_report (
    reporter_hash varchar(32) not null,
    day varchar(10) not null,
    number varchar(40) not null,
    reported_at bigint not null,
    primary key (reporter_hash, day)
) ${by_key};

create index number_report_by_time on number_report (reported_at);

create table number_count (
    number varchar(40) not null,
    day varchar(10) not null,
    reports bigint not null,
    primary key (number, day)
) ${by_key};
