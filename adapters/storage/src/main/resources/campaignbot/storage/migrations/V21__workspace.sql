-- The bot in workspaces, each with a token of its own: which one, the token and the bot's user in it are ciphertext.
create table workspace (
    id_hash varchar(32) not null primary key,
    sealed ${bytes} not null
) ${by_key};

-- Installations that have begun, for some minutes.
create table install_state (
    state_hash varchar(32) not null primary key,
    works_until bigint not null
) ${by_key};

create index install_state_by_time on install_state (works_until);

-- Accounts of which everything is being deleted: the row goes last, so that what a crash left half done is known.
create table forgotten_account (
    account_hash varchar(32) not null primary key,
    sealed ${bytes} not null
) ${by_key};

-- The account of the chat that a person is muted in; null where it is everywhere, and in rows of an earlier version.
alter table block add column account_hash varchar(32);
