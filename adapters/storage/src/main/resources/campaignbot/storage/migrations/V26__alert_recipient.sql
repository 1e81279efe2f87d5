-- How far an alert has come with its recipients.
create table alert_run (
    alert varchar(40) not null primary key,
    -- the last subscription that was looked at, and when all had been
    looked_at varchar(32) not null,
    enlisted_at bigint,
    -- when the first few were chosen, and when it was judged what became of them
    canary_at bigint,
    judged_at bigint,
    -- once each recipient is in a final state
    settled_at bigint
) ${by_key};

-- Who is to get an alert and what became of it, by keyed hashes, until 30 days after its end.
create table alert_recipient (
    person_hash varchar(43) not null,
    alert varchar(40) not null,
    subscription_hash varchar(32) not null,
    account_hash varchar(32) not null,
    state smallint not null,
    -- which time it is put into the outbox
    round integer not null,
    canary smallint not null,
    -- while it waits, not before then; once it is in the outbox, before then
    due_at bigint not null,
    changed_at bigint not null,
    why text not null,
    home varchar(2) not null,
    day varchar(10) not null,
    started smallint not null,
    outcome text not null,
    -- 1 where they ended their subscription after they got it
    opted_out smallint not null,
    -- 1 where they ended it while this was under way, 2 where the row goes, too, once its fate is known
    leaving smallint not null,
    primary key (person_hash, alert)
) ${by_key};

create index alert_recipient_by_state on alert_recipient (alert, state, due_at);
create index alert_recipient_of_canary on alert_recipient (alert, state) where canary = 1;

-- What is left of the rows that are gone.
create table alert_count (
    alert varchar(40) not null,
    home varchar(2) not null,
    day varchar(10) not null,
    what text not null,
    number bigint not null,
    primary key (alert, home, day, what)
) ${by_key};
