-- A database of schema 9 in PostgreSQL, with ten invented conversations and all that is kept beside them; its key is in
-- FirstSchemaTest. It stays as it is: every later version must be able to open it.
CREATE TABLE flyway_schema_history (
    installed_rank integer NOT NULL CONSTRAINT flyway_schema_history_pk PRIMARY KEY,
    version varchar(50),
    description varchar(200) NOT NULL,
    type varchar(20) NOT NULL,
    script varchar(1000) NOT NULL,
    checksum integer,
    installed_by varchar(100) NOT NULL,
    installed_on timestamp DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history (success);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (1, '1', 'conversations and outbox', 'SQL', 'V1__conversations_and_outbox.sql', 51253350, 'bot', '2026-11-24 23:29:54.386575', 41, true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (2, '2', 'tally', 'SQL', 'V2__tally.sql', 205663475, 'bot', '2026-11-24 23:29:54.44709', 7, true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (3, '3', 'subscription', 'SQL', 'V3__subscription.sql', 1224433695, 'bot', '2026-11-24 23:29:54.471172', 5, true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (4, '4', 'timer', 'SQL', 'V4__timer.sql', 133559856, 'bot', '2026-11-24 23:29:54.487417', 18, true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (5, '5', 'setting version', 'SQL', 'V5__setting_version.sql', -1843512837, 'bot', '2026-11-24 23:29:54.519451', 8, true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (6, '6', 'wrong number', 'SQL', 'V6__wrong_number.sql', -1967540798, 'bot', '2026-11-24 23:29:54.539753', 11, true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (7, '7', 'held fact', 'SQL', 'V7__held_fact.sql', -1359857828, 'bot', '2026-11-24 23:29:54.557596', 4, true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (8, '8', 'effect claim', 'SQL', 'V8__effect_claim.sql', 419817128, 'bot', '2026-11-24 23:29:54.57014', 6, true);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (9, '9', 'scheduled tasks', 'SQL', 'V9__scheduled_tasks.sql', 1053165523, 'bot', '2026-11-24 23:29:54.583879', 10, true);
create table installation (
    name varchar(40) not null primary key,
    content text not null
);
create table conversation (
    id_hash varchar(32) not null primary key,
    sealed bytea not null,
    version bigint not null,
    last_turn bigint not null,
    swept smallint not null,
    state text not null
);
create index conversation_by_last_turn on conversation (swept, last_turn);
create table seen_update (
    id_hash varchar(32) not null primary key,
    seen_at bigint not null
);
create index seen_update_by_time on seen_update (seen_at);
create table effect (
    seq bigint generated always as identity primary key,
    conversation_hash varchar(32) not null,
    sealed bytea not null,
    turn bigint not null,
    ordinal integer not null,
    name text not null,
    made_at bigint not null,
    arguments text not null,
    unique (conversation_hash, turn, ordinal)
);
create table outbox (
    seq bigint generated always as identity primary key,
    id_hash varchar(32) not null unique,
    chat_hash varchar(32) not null,
    lane smallint not null,
    sealed bytea not null,
    made_at bigint not null,
    held_by varchar(40),
    claimed_by varchar(40),
    claimed_until bigint
);
create index outbox_by_lane on outbox (lane, seq);
create index outbox_by_chat on outbox (chat_hash, lane, seq);
create table tally_mark (
    mark_hash varchar(32) not null primary key,
    outcome text not null,
    counted_at bigint not null
);
create index tally_mark_by_time on tally_mark (counted_at);
create table tally_count (
    action text not null,
    state text not null,
    day varchar(10) not null,
    outcome text not null,
    number bigint not null,
    primary key (action, state, day, outcome)
);
create table subscription (
    id_hash varchar(32) not null primary key,
    sealed bytea not null,
    text_version text not null,
    since bigint not null,
    language text not null,
    zone text not null,
    state text
);
create table timer (
    conversation_hash varchar(32) not null,
    flow varchar(100) not null,
    sealed bytea not null,
    turn bigint not null,
    ordinal integer not null,
    due_at bigint not null,
    zone text not null,
    leased_until bigint not null,
    primary key (conversation_hash, flow)
);
create index timer_by_due on timer (due_at);
create table setting_version (
    campaign varchar(100) not null,
    number bigint not null,
    made_at bigint not null,
    sealed bytea not null,
    content text not null,
    primary key (campaign, number)
);
create table number_report (
    reporter_hash varchar(32) not null,
    day varchar(10) not null,
    number varchar(40) not null,
    reported_at bigint not null,
    primary key (reporter_hash, day)
);
create index number_report_by_time on number_report (reported_at);
create table number_count (
    number varchar(40) not null,
    day varchar(10) not null,
    reports bigint not null,
    primary key (number, day)
);
create unlogged table held_fact (
    conversation_hash varchar(32) not null primary key,
    sealed bytea not null,
    held_until bigint not null
);
create index held_fact_by_time on held_fact (held_until);
alter table effect add column claimed_by varchar(40);
alter table effect add column claimed_until bigint;
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data bytea,
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
INSERT INTO installation (name, content) VALUES ('key-check', 'ouo0vWgv2hrfw65taH9llDov4D2AK7ZV');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('3naTeTW66ve6TNI8KOstq0Ll2Tn48cH7', '\x0100fd2eea7b1345766710fbb166a52a83e33ccfd03ed84b41e5e78c1716e1f564bf2a148fa07a8cb47944e1f3ec84b8462feb76b044590377ab036499fb219010450fe7eda953e61971e387b81a68b80f70381206021b59', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('5rgWbevlyweV83F25DEenwCY4NBNfdiY', '\x01b8114a0a2a379812d4ed723b4e9db61431f64af04208e4beba85c92b02fed3a4074343093e385c982c5508cfa8c4b396a1f54d12e901d358032a08537f43a1da3e01343c9d7b26c4b058808a6062c0c4479d54f197748f', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('NpPPkpIh4oPbX3SwykHcRky5Oj5nEqG_', '\x0152e03ed927891fc6643b7956fff805591a3863064d639520fb44c27b7940777d87151ed80159bf47401ef3255e951f22625d0b570750c33a2c84d179065cac7a079cee97948db376003da9eb48d32b6b34324516de6e89', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('cNbgr_c7RJ3RHMA1I83bWDrwpwZDHKgn', '\x01f4637d5a02a82ca0cd16b0c75fdc413b1963afa5a16c8d1b32e72e8d0cc1ae7eac6359619d6e4af5b55c944f7e79b44fec527a366732c31e66e5d2ac98e247837c6886dcf4118b10a1c3d0629d0d7676adb6ba2ab4d705', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('ep6m4itgFCpdOkJrQkSf0D-Xc8aeA9HU', '\x01489ad3d0cd21ab4d0fe115226bddd758e0bec2a6ade44b6aa306bf3ce01e84dfbdf85807abdaf9157092fa0e89e8111bb2109289b0a3a0ec9449b1639817cf7723a3e0f3bd2cf85f29ceedc9a5d4b8fddbaab1c5f17617', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('fR7hJAugnZ48G69eC5OLFaNqm_fVpc64', '\x01390b30b675c1babd4728aae4cff6220dcea029734e8e3445becbbfc26ab54f7ac35cc19cadf91ecef7e6ae55351929cb25c268b9e1177a862bec2f8ec5f5f81bffd0dd21cb96a681c62fb44eaca4ac6d991a915eb529ff', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('fYJiFGGuGTb3Sal7C5VG43B_uHkJUt1i', '\x01249960fc369c70e8d0b333b08f967ae8c7aa6dd75c0d003c8cd63841918e8228937af7f2b5cc82706c5629e93b87494f77ead24e17b2a5944207e035d8f44f826538842c36ae6c5913924de9f78eb441b5de7a5c97966f', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('gxuH0PWnlk_x9m0R-1_4s5hFrIifEvQv', '\x016f3bcfcc0d47dc2e6aedbdf46454ea2722c8818d7c9545804cc7ad95a8c37002804293742bcb5e6141026f04d670cd90842b27b286b0770a98431651ee79d90233d0dd19f8b35deaf8c0fab212d8bba5f102b596a21f72', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', '\x017222db1c9c3f3a9b9cdc262a0af67ea2d81c4463d1dd6862a1b94fa4fd99cb493544a22f3e572335ad8713857c7fc247af38120d4408eca8508c52f250c0a40398ec938c4dc958e9ed2cb4ebd15da210d6b03021efda32', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('mRW53MAhpf_uSOmqQ4BjlZUFC4deNT5q', '\x01acdd74700bbb780129d1f4dc64e88d1f5b027a7296435e9ea3da4e64c4e583a84a53b3c4826945c454f336324fc67543be91e1fb6272d2bcff3fe309b001356c152d77a25081f634bec94be713141cad8685c5509c328d', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO seen_update (id_hash, seen_at) VALUES ('4gIedmMj0UMpFGdV_K_6E_5QLpry3Gxf', 1795539600000);
INSERT INTO seen_update (id_hash, seen_at) VALUES ('BFLCCVkUmlNi_vSqCR_XJ9kI2JHEn4Ci', 1795539600000);
INSERT INTO seen_update (id_hash, seen_at) VALUES ('Uc2-HGGjKB8ohMwj7K6ye7pp22aAQkLJ', 1795539600000);
INSERT INTO seen_update (id_hash, seen_at) VALUES ('ZF0rclwQzQunrSGmWtduKKUuvsdOkpXK', 1795539600000);
INSERT INTO seen_update (id_hash, seen_at) VALUES ('ZlCWENzRTxF8n5zAPB_ya_Jk44W44FRB', 1795539600000);
INSERT INTO seen_update (id_hash, seen_at) VALUES ('aygsQIn-hOSpdhyfNWvIbsqfCtha7idE', 1795539600000);
INSERT INTO seen_update (id_hash, seen_at) VALUES ('feeiZsL92Lt20-atSVQl38uvT_zx3G0p', 1795539600000);
INSERT INTO seen_update (id_hash, seen_at) VALUES ('gP03eWn09dZ4dCRruu79ZwhnBgzTOIk8', 1795539600000);
INSERT INTO seen_update (id_hash, seen_at) VALUES ('gkYnewaN3UbIqk-4ZXRwLZUrHauTKNdP', 1795539600000);
INSERT INTO seen_update (id_hash, seen_at) VALUES ('yOyixTcfIX7J5GTYZXqzv2uvi7r_4U9f', 1795539600000);
INSERT INTO effect (seq, conversation_hash, sealed, turn, ordinal, name, made_at, arguments, claimed_by, claimed_until) OVERRIDING SYSTEM VALUE VALUES (1, 'jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', '\x017222db1c9c3f3a9b9cdc262a0af67ea2d81c4463d1dd6862a1b94fa4fd99cb493544a22f3e572335ad8713857c7fc247af38120d4408eca8508c52f250c0a40398ec938c4dc958e9ed2cb4ebd15da210d6b03021efda32', 1, 0, 'count', 1795539600000, '{"outcome":"spoke"}', '597b7fac-582b-4875-82ab-77136a7e90f6', 1795539720000);
INSERT INTO effect (seq, conversation_hash, sealed, turn, ordinal, name, made_at, arguments, claimed_by, claimed_until) OVERRIDING SYSTEM VALUE VALUES (2, 'jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', '\x017222db1c9c3f3a9b9cdc262a0af67ea2d81c4463d1dd6862a1b94fa4fd99cb493544a22f3e572335ad8713857c7fc247af38120d4408eca8508c52f250c0a40398ec938c4dc958e9ed2cb4ebd15da210d6b03021efda32', 1, 1, 'unremind', 1795539600000, '{}', '597b7fac-582b-4875-82ab-77136a7e90f6', 1795539720000);
INSERT INTO outbox (seq, id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until) OVERRIDING SYSTEM VALUE VALUES (1, 'Fhu8LSxad1Tf0gq1u2qlpT9RGy1sP5DK', 'i_yCqF8Dz7bQw4Zg-g9ttNB_CRUXQtlL', 20, '\x015964d9314fb49208b0e6962b241b9fba94ee88200582890c77dafb9cda11924c350c9e2354595070848131e3175c1e797b38f7c4611e884e254ad711428fd0fdd8da5e8fb3111d3b8b3213dd638d0fcfb87a15e32534082d035998ffc0b6dc0f583de4bee17764108e84823e0376743d7759b7b23b7b5d8376f72c737f38099ea68554a4035548d22589665251ec3feb7b6ece2028f780b3a609198f35cb80771ae4ae0d43cb5556884639dcfbc1b36ea29f660fed786dd666d98fecc866112efd9da7f25f3714c080ac65a1549d9feaade75d390327855645975882211210528ba3308d085347895b17e5e265e115676332778324f7aa00d44a0c3b3cc0f122ef9df16708bdf503b232f13b2f6bb8a3d55adb522c7937cbcefc7f6359c22186ebbf8510859cd468ff304a45b576c29eb493270d56d44e28f65a8a546033826f7465927fd9f70cb28f06642cc292c2a0969c60b3d793694f243bdb19f06666f4', 1795539600000, NULL, NULL, NULL);
INSERT INTO outbox (seq, id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until) OVERRIDING SYSTEM VALUE VALUES (2, 'HsZ7unUtZeLiDRXZY3u4t-upBFNt2m2i', 'uxpN3JB8r6tmDBGKFPyv4MHAlieT7sx_', 20, '\x01ed2a7968a3eeb1ef43b84a60e2e4a187a27fd6bd8773b4ed6d48b88f9b611e12365b3e5634ddeb6481a0d2f5b7efe7d0b3cba4ac7f239247847cf3b15a2de4f1c3c2e1dddc742fceb35feb4464b409ec688a755942f6cb577538afb2d7e85ba84f9f7f7868a70f65ccfa71f12a2d30f42004df7a3c2e0590ab8f1c14dc155d8b51d6e8aa43aab17f2a158ebd1b7e4e19afe52a04c258103466953fd4b403cf5c6d9815662290ca0d86596f9d4cece2f5452515b87fc297762b58ca3331a2d0b4e345bc59db24b939da29bdefce846cdb097752b989ba48536f053359c2506966c67608e35204c49f1952e1b38b3e6e6ccaa122838bd549d865b4ce99171a850c2e9f6019e35d8adb5b13bd09083afebdaad6fa970079ddac5b7f9d606377c09eba6c2376033102450ee92e05141c5579f5d99c537b7a96b549db1d6a17416a0681a8789fb7dda8f2f1d60e90e80581048cc6d5b4d14c3b5a821f36627c134455', 1795539600000, NULL, NULL, NULL);
INSERT INTO outbox (seq, id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until) OVERRIDING SYSTEM VALUE VALUES (3, '97xCfwATb2opXO7xqk9kkiO0aHoCLjyD', 'h1VgKFUu_BW0T3UUWnb2p2u8mkpuzms7', 20, '\x01ecd070be7a38203799c229864aeaed804550de420e701a7561dd6c7081bacb2c404816b28fbf7f8135bf3f9df6cacda4cbf5d510f1866cb09c031e30107dad45ad101c0c5a035e126e3f5e246b767b6b5096e4a637afd22c4bc3e6b07c6e4aa066aaad2e955403cac310616d816774e9936c86214babf6d457be10a474d6fe7976f9fa12e0e4647cb3eb', 1795539600000, '597b7fac-582b-4875-82ab-77136a7e90f6', NULL, NULL);
INSERT INTO tally_mark (mark_hash, outcome, counted_at) VALUES ('1A0j0UPzYDDO0jQ2iSzBavuajQG21xMW', 'spoke', 1795539600000);
INSERT INTO tally_mark (mark_hash, outcome, counted_at) VALUES ('3Vy9dpzmIsjkNovgTZjLD3l9AFR_dKRk', 'spoke', 1795539600000);
INSERT INTO tally_mark (mark_hash, outcome, counted_at) VALUES ('8EW05PJuw-6SwTDmc6-QZLaCn1Yvj9vE', 'spoke', 1795539600000);
INSERT INTO tally_mark (mark_hash, outcome, counted_at) VALUES ('DAu_Zv5Tl6AQEoak_1hlZCuRYWcNxEDg', 'spoke', 1795539600000);
INSERT INTO tally_mark (mark_hash, outcome, counted_at) VALUES ('JPpF-zHzdZLCf-f4BYbKgggU6ukw0XRA', 'spoke', 1795539600000);
INSERT INTO tally_mark (mark_hash, outcome, counted_at) VALUES ('P1-vegYirSYbDFVzkJifXssG7xNvYgPR', 'spoke', 1795539600000);
INSERT INTO tally_mark (mark_hash, outcome, counted_at) VALUES ('PqJDWf5SlBSkRcpbPi5RNLTqo_3dkEyQ', 'spoke', 1795539600000);
INSERT INTO tally_mark (mark_hash, outcome, counted_at) VALUES ('WhooePxXF-fC6sF6U_1IDtdpHibr3A1z', 'spoke', 1795539600000);
INSERT INTO tally_mark (mark_hash, outcome, counted_at) VALUES ('cx6hGML6p4DKQN8CqMJ2PhqgHQfQbJna', 'spoke', 1795539600000);
INSERT INTO tally_mark (mark_hash, outcome, counted_at) VALUES ('hoK2Zs6Xudh3mYaLMhS42m0DiYWi5XFL', 'spoke', 1795539600000);
INSERT INTO tally_count (action, state, day, outcome, number) VALUES ('call', 'NY', '2026-11-24', 'spoke', 10);
INSERT INTO subscription (id_hash, sealed, text_version, since, language, zone, state) VALUES ('NpPPkpIh4oPbX3SwykHcRky5Oj5nEqG_', '\x011bac943fe94430a521a84a3fc5399160669bf640e938c7d184e07ccbcfcee7c5fea5ecee69b0e24527201cf0b26649cbe77a563c95be0eaea562a48d4ebe9ecfa4820e1877b0e6923cd377c2639ec565b950bf4d3804eb', '1', 1795539600000, 'es', 'America/New_York', 'NY');
INSERT INTO timer (conversation_hash, flow, sealed, turn, ordinal, due_at, zone, leased_until) VALUES ('ep6m4itgFCpdOkJrQkSf0D-Xc8aeA9HU', 'call', '\x01dcae43a1dcf65cbc8bca85e568eb96dc2213b611bf684d641bbd3745c082e000558623bed5070f474f1bc89d8a99fddd5345a205b8e6ad0df5f65d1ea7d7fe2c7fa11cf7fc749ae431421d9513ba1fd2d04e50ca1ce911', 1, 0, 1795798800000, 'America/New_York', 0);
INSERT INTO setting_version (campaign, number, made_at, sealed, content) VALUES ('tiny', 1, 1795539600000, '\x0100c61d37e3d8af3845d346c022aff0c0aea90d74890835969507e3b783070a3f6fd2f8', '{"endorsed_by":"Us"}');
INSERT INTO setting_version (campaign, number, made_at, sealed, content) VALUES ('tiny', 2, 1795539600000, '\x01f0f3ae86fe2a1db42505e5fa4bcd3c8a95a509b718a255b35f217a4d968a093003c4ed', '{"endorsed_by":"All"}');
INSERT INTO number_report (reporter_hash, day, number, reported_at) VALUES ('Yx4yfdcC7q5dwNv66igr3j0BiafJel4G', '2026-11-24', '202-224-4451', 1795539600000);
INSERT INTO number_count (number, day, reports) VALUES ('202-224-4451', '2026-11-24', 1);
ALTER TABLE effect ALTER COLUMN seq RESTART WITH 3;
ALTER TABLE outbox ALTER COLUMN seq RESTART WITH 4;
