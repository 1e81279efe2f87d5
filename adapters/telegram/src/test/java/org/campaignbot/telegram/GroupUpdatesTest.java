package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.update.Update;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups: the bot handles only what is meant for it. */
class GroupUpdatesTest {

    private static final String TO_US =
            "\"reply_to_message\": {\"message_id\": 3, \"from\": {\"id\": 42, \"is_bot\": true}}";

    private final Told told = new Told();

    private Event event(String fields) {
        return Told.taken(told.inGroup(fields)).event();
    }

    @Test
    void whatPeopleSayToEachOtherIsLeftToThem() {
        assertThat(told.inGroup("\"text\": \"Who brings the signs?\""))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_GROUP_TALK));
        assertThat(told.inGroup("\"photo\": []")).isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_GROUP_TALK));
        assertThat(told.inGroup("\"location\": {\"latitude\": 1, \"longitude\": 2}"))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_GROUP_TALK));
        assertThat(told.inGroup("\"text\": \"/help@other_bot\""))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_FOR_ANOTHER_BOT));
    }

    @Test
    void aCommandIsForTheBotAndItsConversationIsThatOfThePersonInTheGroup() {
        var update = Told.taken(told.inGroup("\"text\": \"/help@Helper_Bot\""));
        assertThat(update.event()).isEqualTo(new Event.Typed("help"));
        assertThat(update.conversation())
                .isEqualTo(new ConversationKey(
                        new Address("telegram", "42", "-1001234567890", null), new Person("telegram", "77")));
        assertThat(update.origin().group()).isTrue();
        assertThat(update.origin().message()).as("nothing is erased in a group").isNull();
        assertThat(event("\"text\": \"/start@helper_bot call\"")).isEqualTo(new Event.Opened("call"));
    }

    @ParameterizedTest
    @CsvSource({
        "'@helper_bot what is the bill?', 'what is the bill?'",
        "'what is the bill, @Helper_Bot?', 'what is the bill,  ?'",
        "'hey @helper_bot', hey"
    })
    void aMentionIsForTheBotAndIsTakenOut(String text, String words) {
        assertThat(event("\"text\": \"" + text + "\"")).isEqualTo(new Event.Typed(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"write to a@helper_bot", "@helper_bot2 hello", "@helper_botany", "helper_bot hello"})
    void aNameThatOnlyLooksLikeTheBotsIsNotIt(String text) {
        assertThat(told.inGroup("\"text\": \"" + text + "\""))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_GROUP_TALK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/claim %s", "/claim@helper_bot %s", "%s", "@helper_bot %s", "@helper_bot /claim %s"})
    void aOneTimeCodeIsReadFromEveryFormInPrivateAndInAGroup(String form) {
        OneTimeCode code = OneTimeCode.random(new Random(1));
        String text = "\"text\": \"" + form.formatted(code.text()) + "\"";
        assertThat(words(Told.taken(told.message(text)).event())).contains(code);
        assertThat(words(event(text + ", " + TO_US))).contains(code);
    }

    private static Optional<OneTimeCode> words(Event event) {
        return OneTimeCode.typed(((Event.Typed) event).text());
    }

    @Test
    void whoeverOnlyCallsTheBotsNameIsShownWhatItCanDo() {
        assertThat(event("\"text\": \"@helper_bot\"")).isEqualTo(new Event.Opened(""));
    }

    @Test
    void anAnswerToTheBotIsForItWhateverItIs() {
        assertThat(event("\"text\": \"yes\", " + TO_US)).isEqualTo(new Event.Typed("yes"));
        assertThat(event("\"sticker\": {}, " + TO_US)).isEqualTo(new Event.Unreadable());
        assertThat(event("\"location\": {\"latitude\": 1, \"longitude\": 2}, " + TO_US))
                .isEqualTo(new Event.Located(1, 2));
    }

    @Test
    void everythingInATopicThatTheBotOpenedIsNoAnswerToIt() {
        assertThat(told.inGroup("\"text\": \"yes\", \"reply_to_message\": {\"message_id\": 3, \"from\": {\"id\": 42},"
                        + " \"forum_topic_created\": {}}"))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_GROUP_TALK));
    }

    @Test
    void aOneTimeCodeIsForTheBotHoweverItIsTyped() {
        assertThat(event("\"text\": \" 2345-BCDF-GHJK\"")).isEqualTo(new Event.Typed("2345-BCDF-GHJK"));
        assertThat(told.inGroup("\"text\": \"2345-BCDF-GHJK works\""))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_GROUP_TALK));
    }

    @Test
    void aMentionByNumberIsTakenOutByItsPlace() {
        assertThat(event("\"text\": \"Helper, what now?\", \"entities\": [{\"type\": \"text_mention\", \"offset\": 0,"
                        + " \"length\": 7, \"user\": {\"id\": 42}}]"))
                .isEqualTo(new Event.Typed("what now?"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 7", "0, -7", "5, 999999", "3000000000, 1", "9223372036854775807, 9223372036854775807", "0, 0"})
    void aPlaceOutsideTheTextLeavesTheTextAsItIs(String offset, String length) {
        assertThat(event("\"text\": \"Helper, what now?\", \"entities\": [{\"type\": \"text_mention\", \"offset\": "
                        + offset + ", \"length\": " + length + ", \"user\": {\"id\": 42}}, 7, null, {}]"))
                .isEqualTo(new Event.Typed("Helper, what now?"));
    }

    @Test
    void aMentionInTheMiddleOfAnEmojiBreaksNothing() {
        assertThat(event("\"text\": \"\\ud83d\\ude00 now\", \"entities\": [{\"type\": \"text_mention\", \"offset\": 1,"
                        + " \"length\": 1, \"user\": {\"id\": 42}}]"))
                .isInstanceOf(Event.Typed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"new_chat_members\": []",
                "\"left_chat_member\": {}",
                "\"migrate_to_chat_id\": -1009",
                "\"migrate_from_chat_id\": -9",
                "\"group_chat_created\": true",
                "\"forum_topic_created\": {}"
            })
    void whatTelegramNotesInAGroupIsNoWordOfAPerson(String field) {
        assertThat(told.inGroup(field)).isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_SERVICE));
    }

    @Test
    void whoHasNoNameOrIsABotIsNotAnswered() {
        assertThat(told.inGroup(
                        "\"text\": \"/help\", \"sender_chat\": {\"id\": -1001234567890, \"type\": \"supergroup\"}"))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_ANONYMOUS));
        assertThat(told.read("""
            {"update_id": 1, "message": {"message_id": 5, "date": 1, "text": "/help",
             "chat": {"id": -9, "type": "group"}, "from": {"id": 8, "is_bot": true, "first_name": "B"}}}\
            """)).isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_OF_BOT));
    }

    @Test
    void beingAddedToAGroupIsGreetedAndBeingRemovedEndsIt() {
        assertThat(Told.taken(told.member("group", -9, "left", "member")).event())
                .isEqualTo(new Event.Opened(""));
        assertThat(Told.taken(told.member("supergroup", -9, "kicked", "administrator"))
                        .event())
                .isEqualTo(new Event.Opened(""));
        assertThat(Told.taken(told.member("group", -9, "member", "left")).event())
                .isEqualTo(new Event.Left());
        assertThat(Told.taken(told.member("supergroup", -9, "administrator", "kicked"))
                        .event())
                .isEqualTo(new Event.Left());
        assertThat(told.member("group", -9, "member", "administrator"))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_SERVICE));
        assertThat(told.member("channel", -9, "left", "administrator"))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_OF_CHANNEL));
    }

    @Test
    void whatEndsWithARemovalFromAGroupIsTheGroupsAsAWhole() {
        Update update = Told.taken(told.member("group", -9, "member", "left"));
        Address group = new Address(TelegramChannel.NAME, "42", "-9", null);
        assertThat(update.conversation()).isEqualTo(new ConversationKey(group, new Person(TelegramChannel.NAME, "-9")));
    }

    @Test
    void aTopicOfAForumIsItsOwnConversation() {
        var update =
                Told.taken(told.inGroup("\"text\": \"/help\", \"message_thread_id\": 17, \"is_topic_message\": true"));
        assertThat(update.conversation().address().thread()).isEqualTo("17");
    }

    @Test
    void aReplyTellsWhomItRepliesToWhereThatIsAPerson() {
        assertThat(repliedTo("\"message_id\": 3, \"from\": {\"id\": 78, \"is_bot\": false}"))
                .isEqualTo(new Person("telegram", "78"));
        assertThat(repliedTo("\"message_id\": 3, \"from\": {\"id\": 42, \"is_bot\": true}"))
                .isNull();
        assertThat(repliedTo("\"message_id\": 3, \"from\": {\"id\": 1}, \"sender_chat\": {\"id\": -5}"))
                .isNull();
        assertThat(repliedTo("\"message_id\": 3")).isNull();
    }

    private @Nullable Person repliedTo(String message) {
        return Told.taken(told.inGroup("\"text\": \"/mute\", \"reply_to_message\": {" + message + "}"))
                .origin()
                .repliesTo();
    }
}
