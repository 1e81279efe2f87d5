-- What comes due for a conversation, at most one a flow; turn and ordinal are those of the effect that set it.
create table timer (
    conversation_hash varchar(32) not null,
    flow varchar(100) not null,
    sealed ${bytes} not null,
    turn bigint not null,
    ordinal integer not null,
    due_at bigint not null,
    zone text not null,
    -- until when whoever claimed it may hand it over before it is offered again
    leased_until bigint not null,
    primary key (conversation_hash, flow)
) ${by_key};

create index timer_by_due on timer (due_at);
