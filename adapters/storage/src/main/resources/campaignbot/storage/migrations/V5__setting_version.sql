-- Every version of a campaign's settings as a whole; what a change changed is told by the two versions around it.
create table setting_version (
    campaign varchar(100) not null,
    number bigint not null,
    made_at bigint not null,
    -- who made it, as ciphertext
    sealed ${bytes} not null,
    content text not null,
    primary key (campaign, number)
) ${by_key};
