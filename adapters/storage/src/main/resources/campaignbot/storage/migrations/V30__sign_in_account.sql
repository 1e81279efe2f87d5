-- The account through which an organizer signs in, as a workspace; null in rows of an earlier version.
alter table organizer_sign_in add column account_hash varchar(32);
