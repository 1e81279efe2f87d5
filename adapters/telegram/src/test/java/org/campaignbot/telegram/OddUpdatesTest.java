package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.campaignbot.conversation.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unexpected updates: old, new, broken. */
class OddUpdatesTest {

    private static final String WHOLE = """
            {"update_id": 1, "message": {"message_id": 5, "date": 1700000000, "text": "Hi @helper_bot",
             "chat": {"id": 77, "type": "private"}, "from": {"id": 77, "is_bot": false, "language_code": "en"},
             "location": {"latitude": 1, "longitude": 2}, "entities": [{"type": "mention", "offset": 3, "length": 11}]},
             "callback_query": {"id": "1"}, "my_chat_member": {"chat": {"id": 77}}}""";

    private final Told told = new Told();

    /** The sample from Telegram's webhook page of 2015, when updates didn't distinguish bots from people. */
    @Test
    void telegramsOwnOldSampleIsTaken() {
        TelegramArrival telegramArrival = told.read("""
                {"update_id": 10000, "message": {"date": 1441645532,
                 "chat": {"last_name": "Test Lastname", "id": 1111111, "first_name": "Test", "username": "Test"},
                 "message_id": 1365,
                 "from": {"last_name": "Test Lastname", "id": 1111111, "first_name": "Test", "username": "Test"},
                 "text": "/start"}}""");
        assertThat(Told.taken(telegramArrival).event()).isEqualTo(new Event.Opened(""));
        assertThat(Told.taken(telegramArrival).origin().group()).isFalse();
    }

    @Test
    void telegramsOldSampleOfAForwardedMessageIsTaken() {
        TelegramArrival telegramArrival = told.read("""
                {"update_id": 10000, "message": {"date": 1441645532,
                 "chat": {"last_name": "Test Lastname", "type": "private", "id": 1111111, "first_name": "Test"},
                 "message_id": 1365,
                 "from": {"last_name": "Test Lastname", "id": 1111111, "first_name": "Test", "username": "Test"},
                 "forward_from": {"last_name": "Forward Lastname", "id": 222222, "first_name": "Forward Firstname"},
                 "forward_date": 1441645550, "text": "/start"}}""");
        assertThat(Told.taken(telegramArrival).event()).isEqualTo(new Event.Opened(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inline_query",
                "chosen_inline_result",
                "poll",
                "message_reaction",
                "business_message",
                "guest_message",
                "subscription",
                "stopped_message_generation",
                "something_of_2031"
            })
    void aKindThatIsNotReadIsPassedAndCounted(String kind) {
        assertThat(told.read("{\"update_id\": 1, \"" + kind + "\": {\"id\": \"1\"}}"))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_UNKNOWN_KIND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_post", "edited_channel_post"})
    void whatAChannelPostsIsPassed(String kind) {
        assertThat(told.read("{\"update_id\": 1, \"" + kind + "\": {\"text\": \"x\"}}"))
                .isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_OF_CHANNEL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "null",
                "{\"update_id\": \"one\"}",
                "{\"update_id\": 1.5, \"message\": {}}",
                "{\"update_id\": 1, \"message\": {}}",
                "{\"update_id\": 1, \"message\": {\"chat\": {\"id\": \"77\"}}}",
                "{\"update_id\": 1, \"message\": {\"chat\": {\"id\": 77, \"type\": \"private\"}, \"from\": 5, \"text\": \"x\"}}",
                "{\"update_id\": 1, \"message\": {\"chat\": {\"id\": 1e400}}}",
                "{\"update_id\": 1, \"edited_message\": {\"chat\": []}}",
                "{\"update_id\": 1, \"my_chat_member\": {}}"
            })
    void whatIsNoUpdateIsCountedByItsShape(String json) {
        assertThat(told.read(json)).isEqualTo(TelegramArrival.passed(TelegramCount.UPDATE_MALFORMED));
    }

    @Test
    void fieldsThatAreNotKnownYetChangeNothing() {
        TelegramArrival telegramArrival =
                told.message("\"text\": \"Hi\", \"new_field\": {\"a\": [1, {\"b\": null}]}, \"other\": \"x\"");
        assertThat(Told.taken(telegramArrival).event()).isEqualTo(new Event.Typed("Hi"));
    }

    @Property
    void anUpdateWithAnyFieldReplacedByAnythingIsReadWithoutAnException(
            @ForAll("fields") String field, @ForAll("values") String value) {
        String json = WHOLE.replaceAll("\"" + field + "\": (\"[^\"]*\"|[0-9a-z]+)", "\"" + field + "\": " + value);
        assertThat(told.read(json)).isNotNull();
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                "update_id",
                "message_id",
                "date",
                "text",
                "id",
                "type",
                "is_bot",
                "language_code",
                "latitude",
                "offset",
                "length");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "-1",
                "0",
                "1e308",
                "99999999999999999999999999",
                "\"\"",
                "\"x\"",
                "[]",
                "{}",
                "[{\"id\": 1}]",
                "1.5");
    }
}
