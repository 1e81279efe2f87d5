insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('3naTeTW66ve6TNI8KOstq0Ll2Tn48cH7', bytes'015811FF4BA382475A2BCC1C1977E0874F719B401239992790E454ADDB325D6E8E8E92281B53849989EDCDFE6AFF177FCD867216A37633C6693B79000AAAF8270B15DC93D2137DCA4BD0CF0054F4C61B208C0AEF8C117DAB', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('5rgWbevlyweV83F25DEenwCY4NBNfdiY', bytes'018D21B45F299F0F5961997CB0ADA00F03842185065F29CC5B5545A4A84EFF3BE4D1C672772562A5B0F39FAF166C64F1680E407A2D690D960C45F1D229016DAA295004F9059B4E37A612C039063528FD7FC5D29B3C7B71E6', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('NpPPkpIh4oPbX3SwykHcRky5Oj5nEqG_', bytes'01DD681755A6C7F0A98458D8914F511C3C3D5AD32E2EC2A0667EC1030762B9813682E7A3586549B18616847717F487A71971185357564DC96AFF5DD2AAF5F9A7D41E0A7A0D1683D64E4DE0E74E44AD5FB9C014D27247A629', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('cNbgr_c7RJ3RHMA1I83bWDrwpwZDHKgn', bytes'01293FA794D96A3513C8E0E2E6151DBD93A70BE08E464A1AC12D439E4C20E50FFC68ABF6A399C23C58CE34C21BEEC1FB5FBD5086B0F70333914FDE70E3C822EA01FD8E48DB5AE9310DB1C84DE3E4D40743743C25187883E2', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('ep6m4itgFCpdOkJrQkSf0D-Xc8aeA9HU', bytes'019714016D9DF080CD41F8B37969102278379C21954F52C6DA7EFC8C29163581B8DD19AEDFF7C915ED8E836DDA99B2D780249D1DAA90E299FB3296FDAEC9672282BDE8B9FCD93D54922DC4FEAC3503C42EB70FF57DC58590', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('fR7hJAugnZ48G69eC5OLFaNqm_fVpc64', bytes'01359BFCA36330B8B1323965E3F7713C08DA92D42998361C529B3EB6402FA12AA2639A297FF6582BD90C7E72ED832A7C3480824912BE2602D151C193E9080F3F67938D7DD47E4A81A5E4CAB944536C1D36BB4E35C6E7B6EB', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('fYJiFGGuGTb3Sal7C5VG43B_uHkJUt1i', bytes'01694A9085A42F2E1E945B7B0CC74EA43C302416EABFF3006F1D76B57B36817D9EA49E00C1D4100B05C5A78F859C93BFF23F5F234BA19EF9E651BDF2549FD2747431182F6B3DD99F7B759C42DB9D62F8AAE8B59CC197EEE7', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('gxuH0PWnlk_x9m0R-1_4s5hFrIifEvQv', bytes'01B6328316EEE20348A0FA323222891CCD0DAA90E1C596371287B4F637D40F977FECE8A6EBB4B46F89FDE221F8811D50F006AFAF052E71CB677630ED5CDECBAEA831417E61C30DF8D8DCFDFD37868C1BC834D898F5A58649', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', bytes'012865752F0744C4DC5927E89D8E115867CF4DFD580429D7DFEBDCC7C19EBC543D627527E9828AA2AC8397FB0DB0805EFBF10CAC91E01869C846DF16640DB96308820F76A2EEB642EF9EE58B4AAC3EF1C4339B57565044FD', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('mRW53MAhpf_uSOmqQ4BjlZUFC4deNT5q', bytes'0122B7DC8C61829AA757A0201967ADE0A246C6A9F91F6D7E795C9EFF9182DC5E96A95E7BA13E1C7BE4C6BC271A209C1AB3FD1728116825086B7D9E3791F0ABDA88A543F85F6E6071E012848A10F3A0EC30946215BEC06E0D', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into effect (conversation_hash, sealed, turn, ordinal, name, made_at, arguments, claimed_by, claimed_until) values ('jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', bytes'012865752F0744C4DC5927E89D8E115867CF4DFD580429D7DFEBDCC7C19EBC543D627527E9828AA2AC8397FB0DB0805EFBF10CAC91E01869C846DF16640DB96308820F76A2EEB642EF9EE58B4AAC3EF1C4339B57565044FD', 1, 0, 'count', 1795539600000, '{"outcome":"spoke"}', null, null);
insert into effect (conversation_hash, sealed, turn, ordinal, name, made_at, arguments, claimed_by, claimed_until) values ('jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', bytes'012865752F0744C4DC5927E89D8E115867CF4DFD580429D7DFEBDCC7C19EBC543D627527E9828AA2AC8397FB0DB0805EFBF10CAC91E01869C846DF16640DB96308820F76A2EEB642EF9EE58B4AAC3EF1C4339B57565044FD', 1, 1, 'unremind', 1795539600000, '{}', null, null);
insert into installation (name, content) values ('key-check', 'ouo0vWgv2hrfw65taH9llDov4D2AK7ZV');
insert into number_count (number, day, reports) values ('202-224-4451', '2026-11-24', 1);
insert into number_report (reporter_hash, day, number, reported_at) values ('Yx4yfdcC7q5dwNv66igr3j0BiafJel4G', '2026-11-24', '202-224-4451', 1795539600000);
insert into outbox (id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until, account_hash) values ('Fhu8LSxad1Tf0gq1u2qlpT9RGy1sP5DK', 'i_yCqF8Dz7bQw4Zg-g9ttNB_CRUXQtlL', 20, bytes'01ADC57837CE0F1FC76AAE481AC7A54E2653C51797BA1934FF6A035F30E5224C6E67C30DDA84BB8A54DAB57A0D891A086755E494DF54727268B798D55E422B2FB541B4108E0C9E68482D940E4DDA004434DEA1887B08CF5BAB9F3EF0A2BBE8EE47B1E85F1F6B385D5A37F517DCA9916CDFFBDAE84C7BA91ADA54CA972EC9A06FB49546AEBEAED4AB7FBA88075F1E15147D617F8F12C71133316AE472B0B09F5DA86A391C8E2228FA3689D86172030844DBBC5756DBB79D83C71F099383DE14E6446413B4DB228515A79B1F2341FD14F4320506675E7BD0ED37539B5930EA28B4C4EE20B2763C8CCAB9B027526B2CE4E7166DB3A7E7EB9AE4E3FA615109E18DB2B4DD4368ED6C96B0DE4AE6BC6DEB265ABC4649BFE7D9095C5278C9BEE60E6E743535888DD2FC03BF2B08292F175128068D5F483742DC0A2FFA563C226262DCA5BF86DA1A9852B39B689F5B95B4DD4097D635DBB8E8CD34BF0941AB3159CC9D89397650BD17F43192C0', 1795539600000, null, null, null, 'bfvIVvVDnrthxOrDE04aZsVPA9r_ckG_');
insert into outbox (id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until, account_hash) values ('HsZ7unUtZeLiDRXZY3u4t-upBFNt2m2i', 'uxpN3JB8r6tmDBGKFPyv4MHAlieT7sx_', 20, bytes'0193028EE889F126DF2524DF4165E235D16254E8B31AB7CC50C2F132CEEECFDE7CCBE25EE25CEC146C9C15FF388FE660297666F80882D209CE0BB6D3085AB9691E2E4F35FA7533EDE8AE02A95471DB0974DEA8314A01C37C147055B65D9651A916416E003FC32850493C1185F963C6E634CECB946E0122FEBF5772D3DCD983B08671792A7846E06030BEFDD67D4F4800DAAF7209C8D94BC76FAC4468AB968641AEF6EDE995560BC3481C32B186C9D09DBF8408653869D60A4415A95362CFA53C9C232BA9BF881758EA9994571053D62EA53944DDB1B0FE68698490F8507681EDDDD53ADB425AA026E899861D3E5A3D53CF04E73A46FC906E6473B6CB891C00BE814D7A2DB59D029216C292711DBB3CFA105D636CE10E8FB959BD5F0ED743EF6D51BF412FFCBACE3778E158B8D4D763075A92102A4AB6D0DB6A358B1E24495D6028990A1B59397E4A179BCC5A63BE7A9B8755E277121CC08846B9EEB50586DC08DA6043280BB7BF3841', 1795539600000, null, null, null, 'bfvIVvVDnrthxOrDE04aZsVPA9r_ckG_');
insert into outbox (id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until, account_hash) values ('97xCfwATb2opXO7xqk9kkiO0aHoCLjyD', 'h1VgKFUu_BW0T3UUWnb2p2u8mkpuzms7', 20, bytes'01711E81DA75EC9411174ECDCD8A4EF2238DBB38620999098E850182D33BAA448BDD31B68377C3B1297D279B1987201E240858C03B4EE173F2BBDA9949A6FA1D784F7A509EB3F7ECEE99F780C265C8CCFE7B6FD7F1731FBBC4D211AE7AE1BAE81771AED01FD2E3297DF5840D8F2A3B61410A50D9B73960BD1EEE2958FBA5C442BC3169E54E965E605E7F9A7871C7BE9EBC2668', 1795539600000, '81f67eb5-2b39-4bbe-ae01-bd1cb4f5cd21', null, null, 'bfvIVvVDnrthxOrDE04aZsVPA9r_ckG_');
insert into outcome_by_seat (action, outcome, seat, day, number) values ('call', 'spoke', 'NY-S1', '2026-11-24', 10);
insert into outcome_by_way (action, outcome, language, surface, month, number) values ('call', 'spoke', 'en', 'paper', '2026-11', 10);
insert into seen_update (id_hash, seen_at) values ('4gIedmMj0UMpFGdV_K_6E_5QLpry3Gxf', 1795539600000);
insert into seen_update (id_hash, seen_at) values ('BFLCCVkUmlNi_vSqCR_XJ9kI2JHEn4Ci', 1795539600000);
insert into seen_update (id_hash, seen_at) values ('Uc2-HGGjKB8ohMwj7K6ye7pp22aAQkLJ', 1795539600000);
insert into seen_update (id_hash, seen_at) values ('ZF0rclwQzQunrSGmWtduKKUuvsdOkpXK', 1795539600000);
insert into seen_update (id_hash, seen_at) values ('ZlCWENzRTxF8n5zAPB_ya_Jk44W44FRB', 1795539600000);
insert into seen_update (id_hash, seen_at) values ('aygsQIn-hOSpdhyfNWvIbsqfCtha7idE', 1795539600000);
insert into seen_update (id_hash, seen_at) values ('feeiZsL92Lt20-atSVQl38uvT_zx3G0p', 1795539600000);
insert into seen_update (id_hash, seen_at) values ('gP03eWn09dZ4dCRruu79ZwhnBgzTOIk8', 1795539600000);
insert into seen_update (id_hash, seen_at) values ('gkYnewaN3UbIqk-4ZXRwLZUrHauTKNdP', 1795539600000);
insert into seen_update (id_hash, seen_at) values ('yOyixTcfIX7J5GTYZXqzv2uvi7r_4U9f', 1795539600000);
insert into setting_version (campaign, number, made_at, sealed, content) values ('tiny', 1, 1795539600000, bytes'01821126338A7BCF269E37A1ECFDA69533FFEFEE0ADD04C87A377A31C36872C777B2D549', '{"endorsed_by":"Us"}');
insert into setting_version (campaign, number, made_at, sealed, content) values ('tiny', 2, 1795539600000, bytes'018659350AFE31D8E534C47C38DF51B97DD838033470C8D2DF262417EF53040378557A0C', '{"endorsed_by":"All"}');
insert into subscription (id_hash, sealed, text_version, since, language, zone, home, topics, person_hash, account_hash, heard_at, asked_at, set_by, set_by_hash, of_group) values ('NpPPkpIh4oPbX3SwykHcRky5Oj5nEqG_', bytes'01DD681755A6C7F0A98458D8914F511C3C3D5AD32E2EC2A0667EC1030762B9813682E7A3586549B18616847717F487A71971185357564DC96AFF5DD2AAF5F9A7D41E0A7A0D1683D64E4DE0E74E44AD5FB9C014D27247A629', '1', 1795539600000, 'es', 'America/New_York', 'NY', 'all', '2N7DpokxSlE3V8bO65IdvwW267Anxt_J9U31Fq-Nc2k', 'bfvIVvVDnrthxOrDE04aZsVPA9r_ckG_', 0, null, null, null, 0);
insert into tally_mark (mark_hash, outcome, counted_at, language, surface) values ('1A0j0UPzYDDO0jQ2iSzBavuajQG21xMW', 'spoke', 1795539600000, 'en', 'paper');
insert into tally_mark (mark_hash, outcome, counted_at, language, surface) values ('3Vy9dpzmIsjkNovgTZjLD3l9AFR_dKRk', 'spoke', 1795539600000, 'en', 'paper');
insert into tally_mark (mark_hash, outcome, counted_at, language, surface) values ('8EW05PJuw-6SwTDmc6-QZLaCn1Yvj9vE', 'spoke', 1795539600000, 'en', 'paper');
insert into tally_mark (mark_hash, outcome, counted_at, language, surface) values ('DAu_Zv5Tl6AQEoak_1hlZCuRYWcNxEDg', 'spoke', 1795539600000, 'en', 'paper');
insert into tally_mark (mark_hash, outcome, counted_at, language, surface) values ('JPpF-zHzdZLCf-f4BYbKgggU6ukw0XRA', 'spoke', 1795539600000, 'en', 'paper');
insert into tally_mark (mark_hash, outcome, counted_at, language, surface) values ('P1-vegYirSYbDFVzkJifXssG7xNvYgPR', 'spoke', 1795539600000, 'en', 'paper');
insert into tally_mark (mark_hash, outcome, counted_at, language, surface) values ('PqJDWf5SlBSkRcpbPi5RNLTqo_3dkEyQ', 'spoke', 1795539600000, 'en', 'paper');
insert into tally_mark (mark_hash, outcome, counted_at, language, surface) values ('WhooePxXF-fC6sF6U_1IDtdpHibr3A1z', 'spoke', 1795539600000, 'en', 'paper');
insert into tally_mark (mark_hash, outcome, counted_at, language, surface) values ('cx6hGML6p4DKQN8CqMJ2PhqgHQfQbJna', 'spoke', 1795539600000, 'en', 'paper');
insert into tally_mark (mark_hash, outcome, counted_at, language, surface) values ('hoK2Zs6Xudh3mYaLMhS42m0DiYWi5XFL', 'spoke', 1795539600000, 'en', 'paper');
insert into timer (conversation_hash, flow, sealed, turn, ordinal, due_at, zone, leased_until) values ('ep6m4itgFCpdOkJrQkSf0D-Xc8aeA9HU', 'call', bytes'019714016D9DF080CD41F8B37969102278379C21954F52C6DA7EFC8C29163581B8DD19AEDFF7C915ED8E836DDA99B2D780249D1DAA90E299FB3296FDAEC9672282BDE8B9FCD93D54922DC4FEAC3503C42EB70FF57DC58590', 1, 0, 1795798800000, 'America/New_York', 0);
