insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('3naTeTW66ve6TNI8KOstq0Ll2Tn48cH7', bytes'016FB1BE0DDD83BB75A4992294BAF9C15EB1B75FEDC9F9880D426C23A219D3E6DB6ACCEB9A113FB5872D90A8A5D15B12D969E51EF023AA4E37C3F1D6875B7ECAEAB78A90FA3F8A0408A04E9FE3AAF2972EB91B7CE27D6E21', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('5rgWbevlyweV83F25DEenwCY4NBNfdiY', bytes'0193F324892445127060CF44A56626A850AE7369AB2B4BCDC17A5173482FDFA5B82DCC6AC724009528E96166CF3D76868BAE6225FD9B6A0CAF36E960494987D518BDA7CC3243097A21CAC5D16C6BDE2498BA81F2282580EF', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('NpPPkpIh4oPbX3SwykHcRky5Oj5nEqG_', bytes'01E752505912E3C6203505F27C31BB23D7E28CEE5ADE59013374A161C61D2A6C48C3EDEFE51138B23ECDAB10270D546B843E696853F40DB7132ABAABCAB96FC133D474BCA85124E3D2B2CDCB744BBED94B3871F1A993A633', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('cNbgr_c7RJ3RHMA1I83bWDrwpwZDHKgn', bytes'013309F4D080290CBFCEAB136170AF26680C6A2E1C205152861A5F87F75A4173C5A9F91A848397100E8654A55C88718C9003BB77136E5C7BAB152852CCC6D10CD908427D30D82EC9310B5D2CD6E836D20B7C0627A3D2D87D', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('ep6m4itgFCpdOkJrQkSf0D-Xc8aeA9HU', bytes'01C3A4BE6EE512C78DDAF52C6532D8D884962D1D1D923300F8281C804BA37CDAA78FD2397E3501993115CCC199DC544BBAF0D2DA5A80683B3E64FC3B3E439DE5C721777DCBA25986AB26FDE44DCAD144CF9D88D7CA653C67', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('fR7hJAugnZ48G69eC5OLFaNqm_fVpc64', bytes'012F8AB95C34637D015132070FB2F56DE723F2D792FDAA28C049490C72A6AC22B56A5CDF96647336A801625B76422D0E5F4089CE54CC9CFAB283B460398F8DE3606E6F7220B6910878592E26A30EE036BE3A816136C3EFDE', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('fYJiFGGuGTb3Sal7C5VG43B_uHkJUt1i', bytes'01F8CD47BD5C56D8207FF53A055C789EF1E60E2DC174311F52A55BD62DFD5DC66F00C2B0E1D9586DAA4B5B6A5224BD131DCFFDD2487EDF701DFB103DCAA51BF8349BF3510667A8BD2930C6A0F4472486491BF111268AC135', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('gxuH0PWnlk_x9m0R-1_4s5hFrIifEvQv', bytes'017BF8DEB5C4F5ED8C00B8C56ED92031F5B70C66B85005AEADF001E5748444CF1D12B54819B5679959FC9315BC22F80D2D0732A194FA488F60818CD78CDBF0537A8AC2657412DE78DE5F99091E224B32B50EEA2E1D358C1C', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', bytes'013B41D37973792A0AE83DA39BE347FF2AE78A7ED2BF5FB24CD9D2096CC923CC8010BE4E392A8EDEEF782C0399961D375AEA3A6E75C7B965BEBB6199C79518641DE89CF09E929EF5F3353A5B9FD50A7513F341346306FACD', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into conversation (id_hash, sealed, version, last_turn, swept, state) values ('mRW53MAhpf_uSOmqQ4BjlZUFC4deNT5q', bytes'01E57A02738D5301318BE611299881E14DD007715ACD80298B8BA63CB8A604AF147DFF2E52E19CB9BEA9CED72B4413ED1F00CD692009FC5A5352A6D12BA7145417924264C6BB75FE4F227FD7909C186C39CCBBE9DA155534', 1795539600000, 1795539600000, 0, 'state 1
turn	1	1795539600000
budget	0	0
asked	call	outcome	call	ready
shape	2	yes	abc	no	def
trail	menu	menu
fact	home	NY-12@119
fact	language	es
');
insert into effect (conversation_hash, sealed, turn, ordinal, name, made_at, arguments, claimed_by, claimed_until) values ('jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', bytes'013B41D37973792A0AE83DA39BE347FF2AE78A7ED2BF5FB24CD9D2096CC923CC8010BE4E392A8EDEEF782C0399961D375AEA3A6E75C7B965BEBB6199C79518641DE89CF09E929EF5F3353A5B9FD50A7513F341346306FACD', 1, 0, 'count', 1795539600000, '{"outcome":"spoke"}', null, null);
insert into effect (conversation_hash, sealed, turn, ordinal, name, made_at, arguments, claimed_by, claimed_until) values ('jn9cXSgqdhzKkRedaF4VUuLUzyKN8yXa', bytes'013B41D37973792A0AE83DA39BE347FF2AE78A7ED2BF5FB24CD9D2096CC923CC8010BE4E392A8EDEEF782C0399961D375AEA3A6E75C7B965BEBB6199C79518641DE89CF09E929EF5F3353A5B9FD50A7513F341346306FACD', 1, 1, 'unremind', 1795539600000, '{}', null, null);
insert into installation (name, content) values ('key-check', 'ouo0vWgv2hrfw65taH9llDov4D2AK7ZV');
insert into number_count (number, day, reports) values ('202-224-4451', '2026-11-24', 1);
insert into number_report (reporter_hash, day, number, reported_at) values ('Yx4yfdcC7q5dwNv66igr3j0BiafJel4G', '2026-11-24', '202-224-4451', 1795539600000);
insert into outbox (id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until, account_hash) values ('Fhu8LSxad1Tf0gq1u2qlpT9RGy1sP5DK', 'i_yCqF8Dz7bQw4Zg-g9ttNB_CRUXQtlL', 20, bytes'014FDC26FD4D1D1F5D01F462DBAF884A0D2CC58CE1F9350199E6DF1AD91072ECA8122CA9F08F183EC0B0EC18B77F13050D6F6ECE49CB206C436DC2AA582C5A6D211D4EB59EEB89A01B80C61BF0470EA593622ADB6E43B97ABDF64E4581F346F030BB908E52C6173FB4833AAAE03EB992DC2F995DA8A95FD3F58CB90E68B377C24A9C6ABC76AD90BC0CB913CBC7B9D896829B5977683727CE899DD761A6D111B4633445F5E04CB2A524B1C201CD2F404C3B7928D7AF4FA969C563C9AA698BD4B4FB9324E7D55ABF8748C12CD2FCEA05FC2B6A61D4FBE12751E822031912756D03DDCC5E56B220CE6D3A2BE776AFB21707CB684EB2718868737398B63CDFE59007ED83DBD57AF13A94F07E9678064AE6F69F0628AFF23769DCFFEEB094B2C755DE73EA51C75E23ABA11B18FF999C6F36C1325978AB99D2A88CB424DA45CE66520DCE9837F690FE4650BADBD27792A7ACE32CBE570881694B358096E451530DBED0B1D1FA06714F5A507C', 1795539600000, null, null, null, 'bfvIVvVDnrthxOrDE04aZsVPA9r_ckG_');
insert into outbox (id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until, account_hash) values ('HsZ7unUtZeLiDRXZY3u4t-upBFNt2m2i', 'uxpN3JB8r6tmDBGKFPyv4MHAlieT7sx_', 20, bytes'01D7597081B6FA7DF32834C2F558FF6BC501FAA8F13F6CB5987E090DE77D132917BBA6611C9B99D9302CA3554396964E9F84C9C7A421158DC0D0C746689C9E3F240BB75A0361586556F9C3430FEF98E355B6C7DEB2A74BC62FB42AC4804D0F98BC0F374F8475175C3D414485F3EBDB59CD066CC56DB675A2CB796B0C01047B1E63C13B19513A6B6C8848847BF1F1535BC9CDBA92AF9EE4A1EE95FE82C7988BA7E3D5C953A37698B9CF13C4243F741F0481C405CD52B7FA55DAD80FC9508807E215BEC02952DC5A5D472C727A22F198F73B910DB315132ECC51AE6296C5A2B57DCE493ED177834C5564E2D928B2543515CD4678559081EB12ACFF110F96DBA569214E25D4D47AD480ABB5BA189EFDC2BDAEAD9B06A2CE50B4F370EFFB4339BCF010B8AE59F494CF90C0B82DB8191CDE9000922ACECDF9051399ADBE577EBF9E8761CD39C9ADDFD735426D16DAFEFE69B517768D90D3CBC2CDE9047158B2B97EEEE93B60D458CCF2E51E', 1795539600000, null, null, null, 'bfvIVvVDnrthxOrDE04aZsVPA9r_ckG_');
insert into outbox (id_hash, chat_hash, lane, sealed, made_at, held_by, claimed_by, claimed_until, account_hash) values ('97xCfwATb2opXO7xqk9kkiO0aHoCLjyD', 'h1VgKFUu_BW0T3UUWnb2p2u8mkpuzms7', 20, bytes'01164B34F6C9CB4440A662C610AECDE5EBA4564DFC0DDA1C67E5573141960EB4EED296AEEBCBC45628D7BDDF8896B646DD6642773927FD0212E31F973448CB7FDFA3AF9358DAB85288C637314A877C66A138A279E56255646E6BC26C071965EAEB822DF0DC3774D5E821C32DA6D2004AC0600C1208AB012DAF2E82D9401859F0293447909F322F16DCB8145FC805EF63756A41', 1795539600000, 'e5717075-62de-4fb5-99bc-7e1de10988cf', null, null, 'bfvIVvVDnrthxOrDE04aZsVPA9r_ckG_');
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
insert into setting_version (campaign, number, made_at, sealed, content) values ('tiny', 1, 1795539600000, bytes'018F548426F9C24CFE66B62CC47641200F5614BB68089307C13BD58714C8B7B2C597FC05', '{"endorsed_by":"Us"}');
insert into setting_version (campaign, number, made_at, sealed, content) values ('tiny', 2, 1795539600000, bytes'01384C520165DFEA2368917C57CF6A82B0EBE452786294DBB9C40B0AD533C5FF139BF667', '{"endorsed_by":"All"}');
insert into subscription (id_hash, sealed, text_version, since, language, zone, home, topics, person_hash, account_hash, heard_at, asked_at, set_by, set_by_hash, of_group) values ('NpPPkpIh4oPbX3SwykHcRky5Oj5nEqG_', bytes'01E752505912E3C6203505F27C31BB23D7E28CEE5ADE59013374A161C61D2A6C48C3EDEFE51138B23ECDAB10270D546B843E696853F40DB7132ABAABCAB96FC133D474BCA85124E3D2B2CDCB744BBED94B3871F1A993A633', '1', 1795539600000, 'es', 'America/New_York', 'NY', 'all', '2N7DpokxSlE3V8bO65IdvwW267Anxt_J9U31Fq-Nc2k', 'bfvIVvVDnrthxOrDE04aZsVPA9r_ckG_', 0, null, null, null, 0);
insert into tally_count (action, state, day, outcome, number) values ('call', 'NY', '2026-11-24', 'spoke', 10);
insert into tally_mark (mark_hash, outcome, counted_at) values ('1A0j0UPzYDDO0jQ2iSzBavuajQG21xMW', 'spoke', 1795539600000);
insert into tally_mark (mark_hash, outcome, counted_at) values ('3Vy9dpzmIsjkNovgTZjLD3l9AFR_dKRk', 'spoke', 1795539600000);
insert into tally_mark (mark_hash, outcome, counted_at) values ('8EW05PJuw-6SwTDmc6-QZLaCn1Yvj9vE', 'spoke', 1795539600000);
insert into tally_mark (mark_hash, outcome, counted_at) values ('DAu_Zv5Tl6AQEoak_1hlZCuRYWcNxEDg', 'spoke', 1795539600000);
insert into tally_mark (mark_hash, outcome, counted_at) values ('JPpF-zHzdZLCf-f4BYbKgggU6ukw0XRA', 'spoke', 1795539600000);
insert into tally_mark (mark_hash, outcome, counted_at) values ('P1-vegYirSYbDFVzkJifXssG7xNvYgPR', 'spoke', 1795539600000);
insert into tally_mark (mark_hash, outcome, counted_at) values ('PqJDWf5SlBSkRcpbPi5RNLTqo_3dkEyQ', 'spoke', 1795539600000);
insert into tally_mark (mark_hash, outcome, counted_at) values ('WhooePxXF-fC6sF6U_1IDtdpHibr3A1z', 'spoke', 1795539600000);
insert into tally_mark (mark_hash, outcome, counted_at) values ('cx6hGML6p4DKQN8CqMJ2PhqgHQfQbJna', 'spoke', 1795539600000);
insert into tally_mark (mark_hash, outcome, counted_at) values ('hoK2Zs6Xudh3mYaLMhS42m0DiYWi5XFL', 'spoke', 1795539600000);
insert into timer (conversation_hash, flow, sealed, turn, ordinal, due_at, zone, leased_until) values ('ep6m4itgFCpdOkJrQkSf0D-Xc8aeA9HU', 'call', bytes'01C3A4BE6EE512C78DDAF52C6532D8D884962D1D1D923300F8281C804BA37CDAA78FD2397E3501993115CCC199DC544BBAF0D2DA5A80683B3E64FC3B3E439DE5C721777DCBA25986AB26FDE44DCAD144CF9D88D7CA653C67', 1, 0, 1795798800000, 'America/New_York', 0);
