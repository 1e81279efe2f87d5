package org.campaignbot.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.campaignbot.testkit.fake.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EditAndDeleteTest extends FakeBotApiCase {

    @Test
    void anEditChangesWhatIsShownAndTheLogKeepsBoth() throws Exception {
        long id = bot.plain(ANA.id(), "before").messageId();
        assertThat(edit(id, "after").result().path("edit_date").asLong(0)).isPositive();
        assertThat(api.lastShown(ANA.id()).text()).isEqualTo("after");
        assertThat(api.lastShown(ANA.id()).edits()).isEqualTo(1);
        assertThat(api.log().calls()).extracting(Call::text).containsExactly("before", "after");
    }

    @Test
    void theSameAgainIsNotModified() throws Exception {
        long id = bot.plain(ANA.id(), "same").messageId();
        assertThat(edit(id, "same").description())
                .isEqualTo(
                        "Bad Request: message is not modified: specified new message content and reply markup are exactly the"
                                + " same as a current content and reply markup of the message");
        assertThat(bot.call("editMessageReplyMarkup", about(id)).description())
                .startsWith("Bad Request: message is not modified");
        ObjectNode bold = about(id).put("text", "<b>same</b>").put("parse_mode", "HTML");
        assertThat(bot.call("editMessageText", bold).status()).isEqualTo(200);
    }

    @Test
    void onlyAMessageOfTheBotThatIsThereCanBeEdited() throws Exception {
        assertThat(edit(999, "new").description()).isEqualTo("Bad Request: message to edit not found");
        assertThat(edit(ana.lastMessageId(), "new").description()).isEqualTo("Bad Request: message can't be edited");
        long id = bot.plain(ANA.id(), "gone").messageId();
        bot.call("deleteMessage", about(id));
        assertThat(edit(id, "new").description()).isEqualTo("Bad Request: message to edit not found");
        long withKeyboard =
                bot.withMarkup(ANA.id(), "{\"keyboard\":[[\"Yes\"]]}").messageId();
        assertThat(edit(withKeyboard, "new").description()).isEqualTo("Bad Request: message can't be edited");
    }

    @Test
    void anEditWithoutButtonsTakesThemAway() throws Exception {
        long id = bot.withMarkup(ANA.id(), "{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"y\"}]]}")
                .messageId();
        assertThat(bot.call("editMessageReplyMarkup", about(id)).status()).isEqualTo(200);
        assertThat(api.lastShown(ANA.id()).labels()).isEmpty();
        ObjectNode reply = about(id);
        reply.set("reply_markup", Json.read("{\"keyboard\":[[\"Yes\"]]}"));
        assertThat(bot.call("editMessageReplyMarkup", reply).description())
                .isEqualTo("Bad Request: inline keyboard expected");
    }

    @Test
    void aMessageIsDeletedOnceAndWithinTwoDays() throws Exception {
        long own = bot.plain(ANA.id(), "mine").messageId();
        long theirs = ana.lastMessageId() - 1;
        assertThat(bot.call("deleteMessage", about(theirs)).status()).isEqualTo(200);
        assertThat(bot.call("deleteMessage", about(theirs)).description())
                .isEqualTo("Bad Request: message to delete not found");
        clock.advance(Duration.ofDays(2));
        assertThat(bot.call("deleteMessage", about(own)).description())
                .startsWith("Bad Request: message can't be deleted");
        assertThat(api.isPresent(ANA.id(), own)).isTrue();
    }

    @Test
    void severalMessagesAreDeletedAtOnceAndThoseThatAreGoneAreSkipped() throws Exception {
        long first = bot.plain(ANA.id(), "first").messageId();
        long second = bot.plain(ANA.id(), "second").messageId();
        ObjectNode both = Json.object().put("chat_id", ANA.id());
        both.putArray("message_ids").add(first).add(second).add(999);
        assertThat(bot.call("deleteMessages", both).status()).isEqualTo(200);
        assertThat(api.isPresent(ANA.id(), first)).isFalse();
        assertThat(api.isPresent(ANA.id(), second)).isFalse();
        both.putArray("message_ids");
        assertThat(bot.call("deleteMessages", both).status()).isEqualTo(400);
    }

    @Test
    void whatOthersWroteInAGroupIsDeletedByAnAdministratorAlone() throws Exception {
        Group group = Group.supergroup(-1001);
        api.group(group, ANA).addsBot();
        Talk inGroup = api.talk(ANA, group);
        inGroup.says("10001");
        ObjectNode message = Json.object().put("chat_id", -1001).put("message_id", inGroup.lastMessageId());
        assertThat(bot.call("deleteMessage", message).description()).isEqualTo("Bad Request: message can't be deleted");
        api.group(group, ANA).promotesBot();
        assertThat(bot.call("deleteMessage", message).status()).isEqualTo(200);
    }

    private BareBot.Reply edit(long id, String text) throws Exception {
        return bot.call("editMessageText", about(id).put("text", text));
    }

    private static ObjectNode about(long id) {
        return Json.object().put("chat_id", ANA.id()).put("message_id", id);
    }
}
