-- A database of schema 9, as SQLite dumps it, with ten invented conversations and all that is kept beside them; its key is in
-- FirstSchemaTest. It stays as it is: every later version must be able to open it.
BEGIN TRANSACTION;
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (1, '1', 'conversations and outbox', 'SQL', 'V1__conversations_and_outbox.sql', 51253350, 'bot', '2026-11-24 23:29:52.131', 15, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (2, '2', 'tally', 'SQL', 'V2__tally.sql', 205663475, 'bot', '2026-11-24 23:29:52.172', 1, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (3, '3', 'subscription', 'SQL', 'V3__subscription.sql', 1224433695, 'bot', '2026-11-24 23:29:52.182', 0, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (4, '4', 'timer', 'SQL', 'V4__timer.sql', 133559856, 'bot', '2026-11-24 23:29:52.196', 0, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (5, '5', 'setting version', 'SQL', 'V5__setting_version.sql', -1843512837, 'bot', '2026-11-24 23:29:52.209', 0, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (6, '6', 'wrong number', 'SQL', 'V6__wrong_number.sql', -1967540798, 'bot', '2026-11-24 23:29:52.218', 0, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (7, '7', 'held fact', 'SQL', 'V7__held_fact.sql', -1359857828, 'bot', '2026-11-24 23:29:52.223', 0, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (8, '8', 'effect claim', 'SQL', 'V8__effect_claim.sql', 419817128, 'bot', '2026-11-24 23:29:52.231', 0, 1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (9, '9', 'scheduled tasks', 'SQL', 'V9__scheduled_tasks.sql', 1053165523, 'bot', '2026-11-24 23:29:52.239', 0, 1);
CREATE TABLE installation (
    name varchar(40) not null primary key,
    content text not null
);
INSERT INTO installation (name, content) VALUES ('key-check', 'ouo0vWgv2hrfw65taH9llDov4D2AK7ZV');
CREATE TABLE conversation (
    id_hash varchar(32) not null primary key,
    sealed blob not null,
    version bigint not null,
    last_turn bigint not null,
    -- 1 once nothing is left in the state that goes before the conversation itself does
    swept smallint not null,
    state text not null
) without rowid;
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('3naTeTW66ve6TNI8KOstq0Ll2Tn48cH7', X'016A0EE393B3D80AF8905CD41393ACA2AFA8FF636AF443F2BA789766F3F913C9E6C354AC940D4DE398B8B088313DC52194ACF6E1B5D9FF2AF5A54E0A009E949FF2F41A4022DFEFEAABDF5AD634DA3205605B0C084C471CBE', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('5rgWbevlyweV83F25DEenwCY4NBNfdiY', X'010607954A78FECD983DC61707FDC3AD53153420A37C32162F051C34AE3401E0D234795453DA9C20BD4BA6DB7BBE0813F03863BDE97A4D1DEB0595A7451CCBAC6741670AC4D153DE3DC2C6D1A58BF8EF4DD4856A92B2D4A5', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('NpPPkpIh4oPbX3SwykHcRky5Oj5nEqG_', X'01A3EEAD382833C36F0F1FD1D49A26FC04111F9C469BEED375C6604964D30365D96D7CBF4D626A1DEB206EC235F1A25736B91BAD619DCB22559F73411FCA621AE47D183F8273C9B91A8D766B4D12512FCBCD6B280F437E3A', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('cNbgr_c7RJ3RHMA1I83bWDrwpwZDHKgn', X'011304835C3C29D7FA3D260DA693893E8D78C9ACA8D9DA339EB312CBC97FE48B4A9CA65F6579CF5DB4A42373D50E34FC434695EB9DCEA6DBD7ACCBF15D22A4DB275972B4528C21332B174C306B6D9381FDBF5F38267F89E3', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('ep6m4itgFCpdOkJrQkSf0D-Xc8aeA9HU', X'01A5925B9D7675A8115A64C07633629C55E7C4D3E29BBCB13967BF5BB5F4D0B3FA02ACF7A7D9509245176C9DC26F8113CFC6126190A8FD9387F07C1C7E9966EF9CF51CB04B752A418C362098A0BFDBE7E22E3905B3521DC6', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('fR7hJAugnZ48G69eC5OLFaNqm_fVpc64', X'019E8AF8587BE16168276F3DA4795E7038677D2DC9604C3B95C37F2BA5B838A16249C61A9D700C6817D235BBAE5B264F6B90AEAC9D08713C72449B43EC2B52B2E5398F68E51F505D8AB26DF3AF36DD5AF56A279D42B70B4A', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('fYJiFGGuGTb3Sal7C5VG43B_uHkJUt1i', X'01E261AAD243FB6234320BC2104D609A63E16ACDEC92015DF3460A2820DB24865427D27354E793CB4E94BDEA262CCDD609A2D4F9023ED64C5AA296E1834CEAE64A4DD22DA55AFECD7210AE94A1B825B3C4785F1B9ABC9B82', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('gxuH0PWnlk_x9m0R-1_4s5hFrIifEvQv', X'010A1FB484FEE5ACA249E95C6F321681104F4DBBE001979275D139A0A3F99FBBF355B89A73ECD27061CB18856FA433F5CED888BBC95BFF45B019F6941A582B309DA720E770D16F1D6B70D03814B2CECE8706B26470A8DC29', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', X'01CAAFFF9B2C966DB1B05E0F5265C4FA4DD9B29B1D226C21931D877EA015A4F42BF088A37DAF95F4523232392DDC8E9085B9A1C32993CEF0352CAA2BDD10AA16B50E9D86886EE9F6F4B0DC6AD3FD8BF31E6431A0E26B2DBC', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
INSERT INTO conversation (id_hash, sealed, version, last_turn, swept, state) VALUES ('mRW53MAhpf_uSOmqQ4BjlZUFC4deNT5q', X'0113E7D76F78085248903FBA26D550D51017F4133F273232DDB22B7F623BA4EC9C39F0B0071870EEA0AD8F9108B1123C02180A89C0863863B29987F6D319A2C1F7A776A6E85FBB2179BCD24C046FD29872D3AEA1C09A7EED', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
CREATE TABLE seen_update (
    id_hash varchar(32) not null primary key,
    seen_at bigint not null
) without rowid;
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
CREATE TABLE effect (
    seq integer primary key,
    conversation_hash varchar(32) not null,
    sealed blob not null,
    turn bigint not null,
    ordinal integer not null,
    name text not null,
    made_at bigint not null,
    arguments text not null, claimed_by varchar(40), claimed_until bigint,
    unique (conversation_hash, turn, ordinal)
);
INSERT INTO effect (seq, conversation_hash, sealed, turn, ordinal, name, made_at, arguments, claimed_by, claimed_until) VALUES (1, 'jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', X'01CAAFFF9B2C966DB1B05E0F5265C4FA4DD9B29B1D226C21931D877EA015A4F42BF088A37DAF95F4523232392DDC8E9085B9A1C32993CEF0352CAA2BDD10AA16B50E9D86886EE9F6F4B0DC6AD3FD8BF31E6431A0E26B2DBC', 1, 0, 'count', 1795539600000, '{"outcome":"spoke"}', NULL, NULL);
INSERT INTO effect (seq, conversation_hash, sealed, turn, ordinal, name, made_at, arguments, claimed_by, claimed_until) VALUES (2, 'jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', X'01CAAFFF9B2C966DB1B05E0F5265C4FA4DD9B29B1D226C21931D877EA015A4F42BF088A37DAF95F4523232392DDC8E9085B9A1C32993CEF0352CAA2BDD10AA16B50E9D86886EE9F6F4B0DC6AD3FD8BF31E6431A0E26B2DBC', 1, 1, 'unremind', 1795539600000, '{}', NULL, NULL);
CREATE TABLE outbox (
    seq integer primary key,
    id_hash varchar(32) not null unique,
    chat_hash varchar(32) not null,
    lane smallint not null,
    sealed blob not null,
    made_at bigint not null,
    -- the process that has the message in its memory, where it is made of a person's own words and may not be stored
    held_by varchar(40),
    -- the process that is sending it, and until when nobody else may
    claimed_by varchar(40),
    claimed_until bigint
);
INSERT INTO outbox (seq, id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until) VALUES (1, 'Fhu8LSxad1Tf0gq1u2qlpT9RGy1sP5DK', 'i_yCqF8Dz7bQw4Zg-g9ttNB_CRUXQtlL', 20, X'01867E2479459D5C1CC3884C4D18FB3D358240DC70C54CBF23AA79A64AAED4E4F841BD6DB88DDB311703141C72893D06A4602990F8115077815C76C12D08431F4D9894584CA5088B7C8E78CC32675C3CB17B20548B7DA352E9D34FE822A0E0C8FF0187BCB2B5E1485BDC240B44C2581A89017856C97C85B0E9F809B2189F19193373F6CAC0728DD94E6DD1EEFC62594ADAA399B8331D42E1DA162F395936291B95EE550AC052FBE2B01034F7A333F96BCD96EC7E08C26F69D5C92B2DF1EB1AD4F5C4B24A2B2B0643178E056F8D58CABADFF6A3C82AF982F7F4F5E523A929D5DF421C47AB5464F981A462EABB9F6C2666AAB46FBE663AFBD4013D0E6B0FDA4376076E0884AA922E21B72C66BD7BFE1352AC091F27548C67300839D8ED9BF93C1B8FF7B94830660FDA700452058CF6B3B2DEB5000FC21F9D7CF67CC67C847F17609C1BB2A82445CC6BE0DEC4829B001E6FDA997825CB3C4E54734F6AA59239CBC624', 1795539600000, NULL, NULL, NULL);
INSERT INTO outbox (seq, id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until) VALUES (2, 'HsZ7unUtZeLiDRXZY3u4t-upBFNt2m2i', 'uxpN3JB8r6tmDBGKFPyv4MHAlieT7sx_', 20, X'01A532A7A2F539EA34F971854366AFCD4AF310206EC0C5302A249F79A10EEE79F9981A8E44D9224E91420E50498A771F13620A9AA49A07E4B81A16C00B3FEBF6DC72EFD37049253F867FFBE303A41A785B7D2BF3F96CFD7C1DC5AB94BC7A73FFA497F059A4CD105516CD47A5DD471186B478C248E14961A5A5138EA747F0D97735EE0C8C9837D0D8B929A098B4AA7B08F58CD401485D9E28A6B4334AC381EC14162D4273DF413354FBF0C59FAC0FF46F3CFCADC0E91A30A4AD5F42881DA3A20E8AD9379E85E049AA423F0F21696DF9BC99BC2D7F6F9EEA8B5DCAA1F22FCB27394BAF382CCE1DC9C93C284BE738E9FAC358F8442E8E233360AFB5385C5F5A7F0A164CA72E98416DE4A79C7D4CA092AD135A54C5DB4D5C8C1E74985ECA49383761A2764636F53D3C2686299826D91388D555B73135FCC581A1A00DD33D169D813B8A2C49F061381BF3DAE6D928D30BDEFB8E28E104F02579AC596AB8172C60EBAB01', 1795539600000, NULL, NULL, NULL);
INSERT INTO outbox (seq, id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until) VALUES (3, '97xCfwATb2opXO7xqk9kkiO0aHoCLjyD', 'h1VgKFUu_BW0T3UUWnb2p2u8mkpuzms7', 20, X'010D06FB03952197D97E2B991AE7C8E0358B265F2489FA8464F599FAE6CE0ABB19BD525D194C3FBD032C3F5E40473205F4A4CC80FF6651EF769A7CDEBA6E9D1F47353D5513C0C8E7ACF6AFD0709A627E66EA472592F6BC78DFEF36C090B7C5749794AED0D748B5C4B3BAEA96379A240DF5F4AD0E801627A65919D49EF03C85F03BCE65FE8CF60B7F5FB738', 1795539600000, '5854dfa2-5fa8-4a6d-8994-1276ee1274ef', NULL, NULL);
CREATE TABLE tally_mark (
    mark_hash varchar(32) not null primary key,
    outcome text not null,
    counted_at bigint not null
) without rowid;
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
CREATE TABLE tally_count (
    action text not null,
    state text not null,
    day varchar(10) not null,
    outcome text not null,
    number bigint not null,
    primary key (action, state, day, outcome)
) without rowid;
INSERT INTO tally_count (action, state, day, outcome, number) VALUES ('call', 'NY', '2026-11-24', 'spoke', 10);
CREATE TABLE subscription (
    id_hash varchar(32) not null primary key,
    sealed blob not null,
    text_version text not null,
    since bigint not null,
    language text not null,
    zone text not null,
    state text
) without rowid;
INSERT INTO subscription (id_hash, sealed, text_version, since, language, zone, state) VALUES ('NpPPkpIh4oPbX3SwykHcRky5Oj5nEqG_', X'017E4184370C042613DEDA2A03D41B1468A16E3F1AEF17E9603B1B5B715D8CDFCF0345CE047015B766D1F9AA354DDD1413743F861C0C63E3515DF84BDC7BFB206240483D6C35087857B40BFB79C3BC2D5030A04F48C185EE', '1', 1795539600000, 'es', 'America/New_York', 'NY');
CREATE TABLE timer (
    conversation_hash varchar(32) not null,
    flow varchar(100) not null,
    sealed blob not null,
    turn bigint not null,
    ordinal integer not null,
    due_at bigint not null,
    zone text not null,
    -- until when whoever claimed it may hand it over before it is offered again
    leased_until bigint not null,
    primary key (conversation_hash, flow)
) without rowid;
INSERT INTO timer (conversation_hash, flow, sealed, turn, ordinal, due_at, zone, leased_until) VALUES ('ep6m4itgFCpdOkJrQkSf0D-Xc8aeA9HU', 'call', X'010F6FD0EAE7BE863555BABCF4579908386D090FB90D414E4ED810E1478E230A2F4C1FD8BDB2EE625B7FA0F8B96AA2E60064DBF7C3046D4903BFFD7C89EDD9E4E872764A6CF41992EE9B19880FAAB753D8FE61140B0BBDBF', 1, 0, 1795798800000, 'America/New_York', 0);
CREATE TABLE setting_version (
    campaign varchar(100) not null,
    number bigint not null,
    made_at bigint not null,
    -- who made it, as ciphertext
    sealed blob not null,
    content text not null,
    primary key (campaign, number)
) without rowid;
INSERT INTO setting_version (campaign, number, made_at, sealed, content) VALUES ('tiny', 1, 1795539600000, X'01335A1B38EB72A819CC9F673E7C3449A3B56094A78C004DE6688706274361579951D13C', '{"endorsed_by":"Us"}');
INSERT INTO setting_version (campaign, number, made_at, sealed, content) VALUES ('tiny', 2, 1795539600000, X'016D4C577E78F8B356B80A4A37F26519318F1CF1E854BEFEE0259C1E8FFA9C07428B8935', '{"endorsed_by":"All"}');
CREATE TABLE number_report (
    reporter_hash varchar(32) not null,
    day varchar(10) not null,
    number varchar(40) not null,
    reported_at bigint not null,
    primary key (reporter_hash, day)
) without rowid;
INSERT INTO number_report (reporter_hash, day, number, reported_at) VALUES ('Yx4yfdcC7q5dwNv66igr3j0BiafJel4G', '2026-11-24', '202-224-4451', 1795539600000);
CREATE TABLE number_count (
    number varchar(40) not null,
    day varchar(10) not null,
    reports bigint not null,
    primary key (number, day)
) without rowid;
INSERT INTO number_count (number, day, reports) VALUES ('202-224-4451', '2026-11-24', 1);
CREATE TABLE scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data blob,
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
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX conversation_by_last_turn on conversation (swept, last_turn);
CREATE INDEX seen_update_by_time on seen_update (seen_at);
CREATE INDEX outbox_by_lane on outbox (lane, seq);
CREATE INDEX outbox_by_chat on outbox (chat_hash, lane, seq);
CREATE INDEX tally_mark_by_time on tally_mark (counted_at);
CREATE INDEX timer_by_due on timer (due_at);
CREATE INDEX number_report_by_time on number_report (reported_at);
CREATE INDEX scheduled_tasks_by_time on scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
COMMIT;
