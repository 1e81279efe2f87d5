package org.campaignbot.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TalkTest extends FakeBotApiCase {

    private static final Group GROUP = Group.supergroup(-1001);
    private static final String MENU =
            "{\"inline_keyboard\":[[{\"text\":\"Call\",\"callback_data\":\"c:1\"},{\"text\":\"Site\",\"url\":\"https://example.org\"}]]}";

    private long last;

    @BeforeEach
    void nothingWaits() throws Exception {
        last = bot.call("getUpdates", "{}").result().get(0).path("update_id").asLong(0);
    }

    @Test
    void aMessageSaysWhoWroteItWhereAndInWhichLanguage() throws Exception {
        ana.says("hola");
        JsonNode message = next().path("message");
        assertThat(message.path("from").path("language_code").asString()).isEqualTo("es");
        assertThat(message.path("from").path("is_bot").asBoolean()).isFalse();
        assertThat(message.path("chat").path("type").asString()).isEqualTo("private");
        assertThat(message.path("date").asLong(0)).isEqualTo(clock.instant().getEpochSecond());
        assertThat(message.has("entities")).isFalse();
        api.talk(Person.of(7).speaking(null)).says("hi");
        assertThat(next().path("message").path("from").has("language_code")).isFalse();
    }

    @Test
    void aCommandIsMarkedAndAddressedInAGroup() throws Exception {
        ana.command("help");
        JsonNode inPrivate = next().path("message");
        assertThat(inPrivate.path("text").asString()).isEqualTo("/help");
        assertThat(inPrivate.path("entities").get(0).path("type").asString()).isEqualTo("bot_command");
        api.talk(ANA, GROUP).starts("g_1");
        JsonNode inGroup = next().path("message");
        assertThat(inGroup.path("text").asString()).isEqualTo("/start@campaign_test_bot g_1");
        assertThat(inGroup.path("entities").get(0).path("length").asInt(0)).isEqualTo(24);
        assertThat(inGroup.path("chat").path("type").asString()).isEqualTo("supergroup");
        assertThatThrownBy(() -> ana.starts("a b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPressCarriesTheMessageAndTheData() throws Exception {
        long id = bot.withMarkup(ANA.id(), MENU).messageId();
        ana.presses("Call");
        JsonNode query = next().path("callback_query");
        assertThat(query.path("data").asString()).isEqualTo("c:1");
        assertThat(query.path("message").path("message_id").asLong(0)).isEqualTo(id);
        assertThat(query.path("message").path("reply_markup").path("inline_keyboard"))
                .hasSize(1);
        assertThatThrownBy(() -> ana.presses("Write")).hasMessageContaining("Call");
        assertThatThrownBy(() -> ana.presses("Site")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPressIsAnsweredInTimeOrRefused() throws Exception {
        bot.withMarkup(ANA.id(), MENU);
        ana.presses("Call");
        String answer = "{\"callback_query_id\":\""
                + next().path("callback_query").path("id").asString() + "\"";
        assertThat(api.unansweredPresses()).hasSize(1);
        assertThat(bot.call("answerCallbackQuery", answer + ",\"text\":\"" + "a".repeat(201) + "\"}")
                        .description())
                .isEqualTo("Bad Request: MESSAGE_TOO_LONG");
        assertThat(bot.call("answerCallbackQuery", answer + "}").status()).isEqualTo(200);
        assertThat(api.unansweredPresses()).isEmpty();
        clock.advance(Duration.ofSeconds(151));
        for (String late : new String[] {answer + "}", "{\"callback_query_id\":\"1\"}"}) {
            assertThat(bot.call("answerCallbackQuery", late).description())
                    .isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
        }
    }

    @Test
    void aPressCanBeForgedOrOld() throws Exception {
        long id = bot.withMarkup(ANA.id(), MENU).messageId();
        ana.forgesPress(id, "admin:all");
        assertThat(next().path("callback_query").path("data").asString()).isEqualTo("admin:all");
        ana.pressesInaccessible(id, "c:1");
        JsonNode message = next().path("callback_query").path("message");
        assertThat(message.path("date").asLong(-1)).isZero();
        assertThat(message.has("text")).isFalse();
    }

    @Test
    void aLiveLocationEditsItsMessage() throws Exception {
        ana.sharesLiveLocation(40.75, -73.99, 900);
        JsonNode begun = next().path("message");
        assertThat(begun.path("location").path("live_period").asInt(0)).isEqualTo(900);
        ana.moves(begun.path("message_id").asLong(0), 41, -74);
        JsonNode moved = next().path("edited_message");
        assertThat(moved.path("message_id")).isEqualTo(begun.path("message_id"));
        assertThat(moved.path("location").path("latitude").asDouble(0)).isEqualTo(41);
        assertThat(moved.has("edit_date")).isTrue();
    }

    @Test
    void allSortsOfThingsCanBeSent() throws Exception {
        ana.sharesVenue(40.75, -73.99, "Library");
        assertThat(next().path("message").path("venue").path("title").asString())
                .isEqualTo("Library");
        ana.sharesContact(ANA, "+12025550100");
        assertThat(next().path("message").path("contact").path("user_id").asLong(0))
                .isEqualTo(101);
        for (String kind : new String[] {"photo", "voice", "sticker", "document", "video", "dice"}) {
            ana.sends(kind);
            assertThat(next().path("message").has(kind)).isTrue();
        }
        long text = ana.says("befor");
        ana.edits(ana.lastMessageId(), "before");
        assertThat(next().path("update_id").asLong(0)).isEqualTo(text);
        assertThat(next().path("edited_message").path("text").asString()).isEqualTo("before");
    }

    @Test
    void blockingAndUnblockingAreTold() throws Exception {
        ana.blocks();
        JsonNode blocked = next().path("my_chat_member");
        assertThat(blocked.path("old_chat_member").path("status").asString()).isEqualTo("member");
        assertThat(blocked.path("new_chat_member").path("status").asString()).isEqualTo("kicked");
        ana.unblocks();
        assertThat(next().path("my_chat_member")
                        .path("new_chat_member")
                        .path("status")
                        .asString())
                .isEqualTo("member");
    }

    @Test
    void aGroupTellsOfItsUpgradeOnBothSides() throws Exception {
        api.group(Group.basic(-5), ANA).upgradesTo(Group.supergroup(-1005));
        JsonNode old = next().path("message");
        assertThat(old.path("chat").path("id").asLong(0)).isEqualTo(-5);
        assertThat(old.path("migrate_to_chat_id").asLong(0)).isEqualTo(-1005);
        assertThat(next().path("message").path("migrate_from_chat_id").asLong(0))
                .isEqualTo(-5);
    }

    @Test
    void aReplyAndATopicAreSaid() throws Exception {
        long id = bot.plain(ANA.id(), "Which state?").messageId();
        ana.replies(id, "Ohio");
        assertThat(next().path("message")
                        .path("reply_to_message")
                        .path("from")
                        .path("is_bot")
                        .asBoolean())
                .isTrue();
        api.talk(ANA, Group.forum(-1002)).inThread(5).command("help");
        JsonNode inTopic = next().path("message");
        assertThat(inTopic.path("message_thread_id").asLong(0)).isEqualTo(5);
        assertThat(inTopic.path("chat").path("is_forum").asBoolean()).isTrue();
    }

    @Test
    void supergroupsNumberTheirMessagesByThemselves() throws Exception {
        api.talk(ANA, GROUP).command("help");
        assertThat(next().path("message").path("message_id").asLong(0)).isEqualTo(1);
        api.talk(ANA, Group.supergroup(-1002)).command("help");
        assertThat(next().path("message").path("message_id").asLong(0)).isEqualTo(1);
        ana.says("one");
        long mine = next().path("message").path("message_id").asLong(0);
        api.talk(Person.of(7)).says("one");
        assertThat(next().path("message").path("message_id").asLong(0)).isEqualTo(mine + 1);
    }

    @Test
    void inAGroupTheBotSeesOnlyWhatIsMeantForIt() throws Exception {
        Talk inGroup = api.talk(ANA, GROUP);
        assertThat(inGroup.says("good morning")).isZero();
        assertThat(inGroup.says("/help@another_bot")).isZero();
        assertThat(inGroup.sharesLocation(40.75, -73.99)).isZero();
        assertThat(inGroup.says("hey @Campaign_Test_Bot")).isPositive();
        assertThat(inGroup.says("/help")).isPositive();
        assertThat(inGroup.replies(bot.plain(-1001, "Which state?").messageId(), "Ohio"))
                .isPositive();
        api.group(GROUP, ANA).promotesBot();
        assertThat(inGroup.says("good morning")).isPositive();
        api.group(GROUP, ANA).removesBot();
        assertThat(inGroup.says("/help")).isZero();
    }

    @Test
    void whatNoBotKnowsYetCanBeDelivered() throws Exception {
        api.deliver("stopped_message_generation", "{\"new_field\":[1,2]}");
        assertThat(next().path("stopped_message_generation").path("new_field")).hasSize(2);
    }

    private JsonNode next() throws Exception {
        JsonNode update = bot.call("getUpdates", "{\"limit\":1,\"offset\":" + (last + 1) + "}")
                .result()
                .get(0);
        last = update.path("update_id").asLong(0);
        return update;
    }
}
