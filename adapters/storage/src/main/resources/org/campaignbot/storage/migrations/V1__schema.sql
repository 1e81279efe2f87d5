-- The whole schema. A name between braces is filled in by the class Dialect.
-- A column named ..._hash holds a keyed hash, one named sealed a ciphertext; instants are milliseconds since 1970 (UTC).

create table installation (
    name varchar(40) not null primary key,
    content text not null
);

-- Conversations: their state, the updates they have seen, their effects and the messages that wait to be sent.

create table conversation (
    id_hash varchar(32) not null primary key,
    sealed ${bytes} not null,
    version bigint not null,
    last_turn bigint not null,
    -- 1 once nothing is left in the state that expires before the conversation does
    swept smallint not null,
    state text not null
) ${by_key};

create index conversation_by_last_turn on conversation (swept, last_turn);

create table seen_update (
    id_hash varchar(32) not null primary key,
    seen_at bigint not null
) ${by_key};

create index seen_update_by_time on seen_update (seen_at);

create table effect (
    seq ${sequence},
    conversation_hash varchar(32) not null,
    sealed ${bytes} not null,
    turn bigint not null,
    ordinal integer not null,
    name text not null,
    made_at bigint not null,
    arguments text not null,
    -- the process that runs the effect, and until when no other may
    claimed_by varchar(40),
    claimed_until bigint,
    unique (conversation_hash, turn, ordinal)
);

create table outbox (
    seq ${sequence},
    id_hash varchar(32) not null unique,
    chat_hash varchar(32) not null,
    lane smallint not null,
    sealed ${bytes} not null,
    made_at bigint not null,
    -- the process that has the message in its memory, where it is made of a person's own words and may not be stored
    held_by varchar(40),
    -- the process that is sending it, and until when no other may
    claimed_by varchar(40),
    claimed_until bigint,
    -- the bot or workspace that the message goes out by
    account_hash varchar(32) not null
);

create index outbox_by_lane on outbox (lane, seq);
create index outbox_by_chat on outbox (chat_hash, lane, seq);

-- The result of an effect, until its conversation has heard of it.
create table answer (
    id varchar(40) not null primary key,
    conversation_hash varchar(32) not null,
    made_at bigint not null,
    sealed ${bytes} not null
) ${by_key};

create index answer_in_order on answer (made_at, id);
create index answer_of_conversation on answer (conversation_hash);

-- Facts that several processes hold about a person for half an hour at most. The server writes the table to no log and empties it
-- after a crash; in SQLite, where one process holds such facts in its memory, it is gone with the connection that makes it.
create ${unlogged} table held_fact (
    conversation_hash varchar(32) not null primary key,
    sealed ${bytes} not null,
    held_until bigint not null
);

create index held_fact_by_time on held_fact (held_until);

-- What comes due for a conversation, at most one a flow; turn and ordinal are those of the effect that set it.
create table timer (
    conversation_hash varchar(32) not null,
    flow varchar(100) not null,
    sealed ${bytes} not null,
    turn bigint not null,
    ordinal integer not null,
    due_at bigint not null,
    zone text not null,
    -- until when the process that claimed it may hand it over before it is offered again
    leased_until bigint not null,
    primary key (conversation_hash, flow)
) ${by_key};

create index timer_by_due on timer (due_at);

-- Rate limits that several processes share.

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

-- How much of its rate a chat has used, for the next process that writes to it; instants, separated by commas.
create table chat_use (
    chat_hash varchar(32) not null primary key,
    process varchar(40) not null,
    marks text not null,
    until_at bigint not null
) ${by_key};

create index chat_use_by_time on chat_use (until_at);

-- Counts of what people did.

-- What a person's action at a seat counted that day: all three in one keyed hash, kept for 48 hours.
create table tally_mark (
    mark_hash varchar(32) not null primary key,
    outcome text not null,
    counted_at bigint not null
) ${by_key};

create index tally_mark_by_time on tally_mark (counted_at);

create table tally_count (
    action text not null,
    state text not null,
    day varchar(10) not null,
    outcome text not null,
    number bigint not null,
    primary key (action, state, day, outcome)
) ${by_key};

-- A person's report of a number that day, to count it once and to take it back: kept for 48 hours. The hash is of person and
-- number together, so two reports of one person can't be told to be that.
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

-- Subscriptions to alerts: by which version of the words and when, and by what an alert is chosen and timed.
create table subscription (
    id_hash varchar(32) not null primary key,
    sealed ${bytes} not null,
    text_version text not null,
    since bigint not null,
    language text not null,
    zone text not null,
    -- a district with its map's number where somebody said yes to keeping that, else the state alone
    home text,
    -- names of topics separated by spaces, or all
    topics text not null,
    -- the person who asked, by whom alerts are capped
    person_hash varchar(43) not null,
    -- the bot or workspace that reaches them
    account_hash varchar(32) not null,
    -- the last turn that is known of them besides their conversation, which may be gone
    heard_at bigint not null default 0,
    -- when they were asked whether it should go on; null once they said yes
    asked_at bigint,
    -- who set a group's alerts, as ciphertext, and a keyed hash by which they are forgotten; null in a person's own subscription
    set_by ${bytes},
    set_by_hash varchar(32),
    -- 1 for a group's, which is never asked a year later whether it should go on
    of_group smallint not null
) ${by_key};

create index subscription_by_person on subscription (person_hash);
create index subscription_by_asked on subscription (asked_at);
create index subscription_by_setter on subscription (set_by_hash);

-- Alerts: what one says, to whom and who wrote it is ciphertext.
create table alert (
    id varchar(40) not null primary key,
    version bigint not null,
    created_at bigint not null,
    -- 1 once it came to its end
    over integer not null,
    sealed ${bytes} not null
) ${by_key};

-- What was done to an alert, a row a version; none is ever changed.
create table alert_entry (
    alert_id varchar(40) not null,
    version bigint not null,
    done_at bigint not null,
    act text not null,
    sealed ${bytes} not null,
    primary key (alert_id, version)
) ${by_key};

-- How far an alert has come with its recipients.
create table alert_run (
    alert varchar(40) not null primary key,
    -- the last subscription that was looked at, and when all had been
    looked_at varchar(32) not null,
    enlisted_at bigint,
    -- when the canary was chosen, and when it was judged
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
    canary smallint not null,
    -- while it waits, not before then
    due_at bigint not null,
    -- the process that is sending it, and until when it is sure to be alive; both stay once it is sent
    claimed_by varchar(40),
    claimed_until bigint,
    -- the chat that this process writes to meanwhile, where others must not
    chat_hash varchar(32),
    changed_at bigint not null,
    why text not null,
    home varchar(2) not null,
    day varchar(10) not null,
    started smallint not null,
    outcome text not null,
    -- what stands again when somebody takes their last report back
    earlier_outcome text not null default '',
    -- the turn that reported or took back last, so that a repeat of it changes nothing
    told_turn bigint not null default 0,
    -- 1 where they ended their subscription after they got it
    opted_out smallint not null,
    -- 1 where they ended it while this was under way, 2 where the row goes, too, once its fate is known
    leaving smallint not null,
    primary key (person_hash, alert)
) ${by_key};

create index alert_recipient_in_line on alert_recipient (alert, state, account_hash, due_at);
create index alert_recipient_in_flight on alert_recipient (chat_hash) where chat_hash is not null;
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

-- Where organizers came to the alert desk, so that another one's alert can be put before them there.
create table desk_chat (
    id_hash varchar(32) not null primary key,
    -- the id of the organizer's record
    organizer varchar(64) not null,
    -- whether the admin whose chat it is wants to be told of the server's troubles
    alarms smallint not null default 0,
    sealed ${bytes} not null
) ${by_key};

create index desk_chat_of_organizer on desk_chat (organizer);

-- The messages by which organizers follow alerts that go out, until each has come to its end: all of one is ciphertext.
create table desk_card (
    id varchar(40) not null primary key,
    chat_hash varchar(32) not null,
    version bigint not null,
    sealed ${bytes} not null
) ${by_key};

create index desk_card_of_chat on desk_card (chat_hash);

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

-- Organizers: names are ciphertexts, persons and codes keyed hashes alone.
create table organizer (
    id varchar(36) not null primary key,
    sealed ${bytes} not null,
    role text not null,
    since bigint not null
) ${by_key};

create table organizer_sign_in (
    seq ${sequence},
    person_hash varchar(43) not null unique,
    organizer_id varchar(36) not null,
    channel text not null,
    -- the bot or workspace through which they sign in
    account_hash varchar(32) not null
);

-- What a one-time code gives, and who used it: empty where it was burnt. A row stays for a day, so that a repeat is known.
create table organizer_code (
    code_hash varchar(32) not null primary key,
    sealed ${bytes} not null,
    works_until bigint not null,
    used_by_hash varchar(43)
) ${by_key};

create index organizer_code_by_time on organizer_code (works_until);

-- A wrong code, once an update, for an hour.
create table organizer_try (
    try_hash varchar(32) not null primary key,
    person_hash varchar(43) not null,
    tried_at bigint not null
) ${by_key};

create index organizer_try_by_person on organizer_try (person_hash, tried_at);
create index organizer_try_by_time on organizer_try (tried_at);

create table organizer_audit (
    seq ${sequence},
    id varchar(36) not null unique,
    done_at bigint not null,
    act text not null,
    sealed ${bytes} not null
);

-- People whom the bot doesn't answer any more: in one chat, or everywhere where that hash is empty.
create table block (
    person_hash varchar(43) not null,
    chat_hash varchar(32) not null,
    -- the account of the chat; null where it is everywhere
    account_hash varchar(32),
    sealed ${bytes} not null,
    since bigint not null,
    primary key (person_hash, chat_hash)
) ${by_key};

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

-- The recurring work of all processes, as db-scheduler wants it.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data ${bytes},
    execution_time timestamp with time zone not null,
    picked boolean not null,
    picked_by varchar(100),
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
