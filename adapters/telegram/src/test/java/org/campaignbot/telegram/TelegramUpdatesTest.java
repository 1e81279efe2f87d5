package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.update.Origin;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Private chats: what people do there, as the core sees it. */
class TelegramUpdatesTest {

    private static final String DEEP = "https://t.me/helper_bot?start=";

    private final Told told = new Told();

    private Event event(String message) {
        Update update = told.message(message).update();
        return update == null ? new Event.Submitted(java.util.Map.of()) : update.event();
    }

    @Test
    void aTextIsTypedByAPersonInTheirChat() {
        assertThat(told.message("\"text\": \"Hello there\"").update())
                .isEqualTo(new Update(
                        "900000001",
                        new ConversationKey(new Address("telegram", "42", "77", null), new Person("telegram", "77")),
                        new Event.Typed("Hello there"),
                        Language.ENGLISH,
                        new Origin(false, DEEP, null, "31", null)));
    }

    @Test
    void idsOfFiftyTwoBitsStayWhole() {
        TelegramArrival telegramArrival = told.read("""
                {"update_id": 1, "message": {"message_id": 5, "date": 1700000000, "text": "Hi",
                 "chat": {"id": 4503599627370495, "type": "private"},
                 "from": {"id": 4503599627370495, "is_bot": false, "first_name": "A"}}}""");
        assertThat(Told.taken(telegramArrival).conversation())
                .isEqualTo(new ConversationKey(
                        new Address("telegram", "42", "4503599627370495", null),
                        new Person("telegram", "4503599627370495")));
    }

    @ParameterizedTest
    @CsvSource({"es-MX, es", "es, es", "pt-br, pt", "EN, en", "'', en", "123, en", "zh-hans, zh"})
    void theClientsLanguageIsTheLocale(String code, String language) {
        TelegramArrival telegramArrival = told.read("""
                {"update_id": 1, "message": {"message_id": 5, "date": 1700000000, "text": "Hi",
                 "chat": {"id": 77, "type": "private"},
                 "from": {"id": 77, "is_bot": false, "first_name": "A", "language_code": "%s"}}}""".formatted(code));
        assertThat(Told.taken(telegramArrival).locale()).isEqualTo(new Language(language));
    }

    @ParameterizedTest
    @CsvSource({
        "/start, ''",
        "/start call, call",
        "/START call, call",
        "/start@helper_bot call, call",
        "/start@HELPER_BOT, ''",
        "/start no such thing!, ''",
        "/start ../../etc, ''",
        "/start a_b-C9, a_b-C9"
    })
    void aLinkIntoTheBotOpensIt(String text, String payload) {
        assertThat(event("\"text\": \"" + text + "\"")).isEqualTo(new Event.Opened(payload));
    }

    @Test
    void aPayloadLongerThanALinkCanCarryIsNone() {
        assertThat(event("\"text\": \"/start " + "a".repeat(65) + "\"")).isEqualTo(new Event.Opened(""));
        assertThat(event("\"text\": \"/start " + "a".repeat(64) + "\"")).isEqualTo(new Event.Opened("a".repeat(64)));
    }

    @ParameterizedTest
    @CsvSource({
        "/help, help",
        "/help@helper_bot, help",
        "/my_data, my data",
        "/start_over, start over",
        "/remind tomorrow at nine, remind tomorrow at nine",
        "/ hello, / hello",
        "/, /",
        "/niño, /niño",
        "see /help, see /help",
        "//help, //help"
    })
    void aCommandIsItsWords(String text, String words) {
        assertThat(event("\"text\": \"" + text + "\"")).isEqualTo(new Event.Typed(words));
    }

    @Test
    void aCommandForAnotherBotIsNotForThisOne() {
        TelegramArrival telegramArrival = told.message("\"text\": \"/help@other_bot\"");
        assertThat(telegramArrival).isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_FOR_ANOTHER_BOT));
    }

    @Test
    void aPositionIsTakenAlsoThatOfAVenueAndTheFirstOfALiveOne() {
        String place = "{\"latitude\": 40.7, \"longitude\": -74}";
        assertThat(event("\"location\": " + place)).isEqualTo(new Event.Located(40.7, -74));
        assertThat(event("\"venue\": {\"location\": " + place + ", \"title\": \"x\", \"address\": \"y\"}"))
                .isEqualTo(new Event.Located(40.7, -74));
        assertThat(event("\"location\": {\"latitude\": 1, \"longitude\": 2, \"live_period\": 900}"))
                .isEqualTo(new Event.Located(1, 2));
    }

    @Test
    void laterLivePositionsAreDropped() {
        TelegramArrival telegramArrival = told.edited(
                "\"edit_date\": 1700000060, \"location\": {\"latitude\": 1, \"longitude\": 2, \"live_period\": 900}");
        assertThat(telegramArrival).isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_LIVE_POSITION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"latitude\": 91, \"longitude\": 0}",
                "{\"latitude\": 0, \"longitude\": -181}",
                "{\"latitude\": \"north\", \"longitude\": 0}",
                "{}"
            })
    void aPositionOffTheEarthIsUnreadable(String place) {
        assertThat(event("\"location\": " + place)).isEqualTo(new Event.Unreadable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo",
                "voice",
                "audio",
                "video",
                "video_note",
                "animation",
                "sticker",
                "document",
                "contact",
                "poll",
                "dice",
                "story",
                "paid_media"
            })
    void whatHasNoWordsIsUnreadable(String kind) {
        assertThat(event("\"" + kind + "\": {\"file_id\": \"x\"}")).isEqualTo(new Event.Unreadable());
    }

    @Test
    void theWordsBelowAPictureAreWordsLikeAnyOther() {
        assertThat(event("\"photo\": [], \"caption\": \"Who is this?\"")).isEqualTo(new Event.Typed("Who is this?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"pinned_message\": {}",
                "\"message_auto_delete_timer_changed\": {}",
                "\"write_access_allowed\": {}",
                "\"a_field_of_2031\": {\"x\": 1}",
                "\"date\": 1"
            })
    void whatTelegramItselfNotesInAChatIsNoWordOfAPerson(String field) {
        assertThat(told.message(field)).isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_SERVICE));
    }

    @Test
    void anEditedTextIsTellingOfTheEditAlone() {
        assertThat(Told.taken(told.edited("\"text\": \"10013\"")).event()).isEqualTo(new Event.Edited("10013"));
        assertThat(Told.taken(told.edited("\"text\": \"/help\"")).event()).isEqualTo(new Event.Edited("help"));
        assertThat(Told.taken(told.edited("\"caption\": \"10013\"")).event()).isEqualTo(new Event.Edited("10013"));
    }

    @Test
    void anEditThatMakesALinkOutOfATextIsNotFollowed() {
        assertThat(told.edited("\"text\": \"/start call\""))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_SERVICE));
        assertThat(told.edited("\"photo\": []")).isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_SERVICE));
    }

    @Test
    void aTopicOfAPrivateChatIsItsOwnConversation() {
        TelegramArrival telegramArrival =
                told.message("\"text\": \"Hi\", \"message_thread_id\": 9, \"is_topic_message\": true");
        assertThat(Told.taken(telegramArrival).conversation().address())
                .isEqualTo(new Address("telegram", "42", "77", "9"));
        TelegramArrival reply = told.message("\"text\": \"Hi\", \"message_thread_id\": 9");
        assertThat(Told.taken(reply).conversation().address()).isEqualTo(new Address("telegram", "42", "77", null));
    }

    @Test
    void whoeverBlocksTheBotHasLeftAndUnblockingIsNoWord() {
        assertThat(Told.taken(told.member("private", 77, "member", "kicked")).event())
                .isEqualTo(new Event.Left());
        assertThat(told.member("private", 77, "kicked", "member"))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_SERVICE));
    }
}
