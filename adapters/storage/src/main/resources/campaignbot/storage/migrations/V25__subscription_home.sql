-- A district with its map's number where somebody said yes to keeping that, else the state alone, as before.
alter table subscription rename column state to home;
-- The person of whoever asked, by whom alerts are capped; null in rows of an earlier version until they are read.
alter table subscription add column person_hash varchar(43);
-- The bot or workspace that reaches them; null in such rows, too.
alter table subscription add column account_hash varchar(32);
-- The last turn that is known of them besides their conversation, which may be gone.
alter table subscription add column heard_at bigint not null default 0;
-- When they were asked whether it shall go on; null once they said yes.
alter table subscription add column asked_at bigint;

create index subscription_by_person on subscription (person_hash);
create index subscription_by_asked on subscription (asked_at);
