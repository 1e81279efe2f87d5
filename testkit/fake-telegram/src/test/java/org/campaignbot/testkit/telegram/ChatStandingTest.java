package org.campaignbot.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChatStandingTest extends FakeBotApiCase {

    @Test
    void whoNeverWroteCannotBeWrittenTo() throws Exception {
        Talk stranger = api.talk(Person.of(202));
        BareBot.Reply reply = bot.plain(202, "hello");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.description()).isEqualTo("Forbidden: bot can't initiate conversation with a user");
        stranger.starts("topic-1");
        assertThat(bot.plain(202, "hello").status()).isEqualTo(200);
    }

    @Test
    void whoBlockedTheBotIsForbiddenUntilTheyWriteAgain() throws Exception {
        ana.blocks();
        assertThat(bot.plain(ANA.id(), "hello").text())
                .isEqualTo(
                        "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was blocked by the user\"}");
        ana.says("I am back");
        assertThat(bot.plain(ANA.id(), "hello").status()).isEqualTo(200);
    }

    @Test
    void whoDeletedTheirAccountIsGone() throws Exception {
        ana.deletesAccount();
        assertThat(bot.plain(ANA.id(), "hello").description()).isEqualTo("Forbidden: user is deactivated");
    }

    @Test
    void aGroupThatRemovedTheBotIsForbidden() throws Exception {
        api.group(Group.supergroup(-1001), ANA).removesBot();
        assertThat(bot.plain(-1001, "hello").description())
                .isEqualTo("Forbidden: bot was kicked from the supergroup chat");
        api.group(Group.basic(-5), ANA).removesBot();
        assertThat(bot.plain(-5, "hello").description()).isEqualTo("Forbidden: bot was kicked from the group chat");
    }

    @Test
    void aGroupThatTheBotLeftIsForbidden() throws Exception {
        api.group(Group.supergroup(-1001), ANA).addsBot();
        assertThat(bot.call("leaveChat", "{\"chat_id\":-1001}").status()).isEqualTo(200);
        assertThat(bot.plain(-1001, "hello").description())
                .isEqualTo("Forbidden: bot is not a member of the supergroup chat");
    }

    @Test
    void anUpgradedGroupTellsItsNewNumber() throws Exception {
        Group old = Group.basic(-5);
        api.group(old, ANA).addsBot();
        assertThat(bot.plain(-5, "hello").status()).isEqualTo(200);
        api.group(old, ANA).upgradesTo(Group.supergroup(-1005));
        BareBot.Reply reply = bot.plain(-5, "hello");
        assertThat(reply.description()).isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
        assertThat(reply.body().path("parameters").path("migrate_to_chat_id").asLong(0))
                .isEqualTo(-1005);
        assertThat(bot.plain(-1005, "hello").status()).isEqualTo(200);
    }

    @Test
    void theBotMayAskWhatAChatIsAndWhoIsInIt() throws Exception {
        assertThat(bot.call("getChat", "{\"chat_id\":101}")
                        .result()
                        .path("first_name")
                        .asString())
                .isEqualTo("Ana");
        assertThat(bot.call("getChatMember", "{\"chat_id\":101,\"user_id\":101}")
                        .result()
                        .path("status")
                        .asString())
                .isEqualTo("member");
        assertThat(bot.call("sendChatAction", "{\"chat_id\":101,\"action\":\"typing\"}")
                        .status())
                .isEqualTo(200);
        assertThat(bot.call("sendChatAction", "{\"chat_id\":101,\"action\":\"dancing\"}")
                        .description())
                .isEqualTo("Bad Request: wrong parameter action in request");
        assertThat(bot.call("getMe", "{}").result().path("username").asString()).isEqualTo("campaign_test_bot");
    }
}
