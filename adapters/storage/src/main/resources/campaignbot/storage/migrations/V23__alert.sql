-- Action alerts: what one says, to whom and who wrote it is ciphertext.
create table alert (
    id varchar(40) not null primary key,
    version bigint not null,
    created_at bigint not null,
    -- 1 once it came to its end
    over integer not null,
    sealed ${bytes} not null
) ${by_key};

-- What was done to an alert, a line a version; none is ever changed.
create table alert_entry (
    alert_id varchar(40) not null,
    version bigint not null,
    done_at bigint not null,
    act text not null,
    sealed ${bytes} not null,
    primary key (alert_id, version)
) ${by_key};
