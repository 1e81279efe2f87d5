-- The bot or workspace that a message goes out by; null in rows of an earlier version.
alter table outbox add column account_hash varchar(32);
-- The process that was about to send it, where it must not be sent twice.
alter table outbox add column departed_by varchar(40);

-- Until when a platform wants an account to be left alone.
create table account_pause (
    account_hash varchar(32) not null primary key,
    resume_at bigint not null
) ${by_key};

-- How many places of an account's limits each process may fill, what it could use, and until when.
create table account_share (
    account_hash varchar(32) not null,
    process varchar(40) not null,
    all_places integer not null,
    all_wanted integer not null,
    alert_places integer not null,
    alert_wanted integer not null,
    until_at bigint not null,
    primary key (account_hash, process)
) ${by_key};

-- How much of its pace a chat has used, for whoever writes to it next; instants, separated by commas.
create table chat_use (
    chat_hash varchar(32) not null primary key,
    process varchar(40) not null,
    marks text not null,
    until_at bigint not null
) ${by_key};

create index chat_use_by_time on chat_use (until_at);
