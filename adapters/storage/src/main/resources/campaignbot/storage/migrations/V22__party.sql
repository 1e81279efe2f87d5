-- Call parties: all of one is ciphertext. Of one that is over only sums are left in it.
create table party (
    id varchar(40) not null primary key,
    -- the group while it goes on, so that it has one at a time; null once it is over
    group_hash varchar(32) unique,
    version bigint not null,
    -- 1 once the group was told that it is over
    done integer not null,
    over_at bigint,
    sealed ${bytes} not null
) ${by_key};

-- What the world answered to a turn, until its conversation has heard of it.
create table answer (
    id varchar(40) not null primary key,
    conversation_hash varchar(32) not null,
    made_at bigint not null,
    sealed ${bytes} not null
) ${by_key};

create index answer_in_order on answer (made_at, id);
create index answer_of_conversation on answer (conversation_hash);
