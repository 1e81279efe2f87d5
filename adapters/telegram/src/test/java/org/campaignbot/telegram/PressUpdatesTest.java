package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.conversation.Event;
import org.campaignbot.people.Person;
import org.junit.jupiter.api.Test;

class PressUpdatesTest {

    private static final String PRIVATE = "\"id\": 77, \"type\": \"private\"";
    private static final String SENT = "\"date\": 1700000000, \"text\": \"Which?\"";

    private final Told told = new Told();

    @Test
    void aPressTellsItsNamesAndTheMessageItWasOn() {
        TelegramArrival telegramArrival = told.press("call/outcome/spoke", PRIVATE, SENT);
        assertThat(Told.taken(telegramArrival).event()).isEqualTo(new Event.Pressed("call", "outcome", "spoke"));
        assertThat(Told.taken(telegramArrival).origin().pressedOn()).isEqualTo("12");
        assertThat(Told.taken(telegramArrival).origin().message()).isNull();
        assertThat(telegramArrival.press()).isEqualTo("4711");
    }

    @Test
    void aPressOnAMessageThatCannotBeReachedReplacesNothing() {
        TelegramArrival telegramArrival = told.press("call/outcome/spoke", PRIVATE, "\"date\": 0");
        assertThat(Told.taken(telegramArrival).event()).isEqualTo(new Event.Pressed("call", "outcome", "spoke"));
        assertThat(Told.taken(telegramArrival).origin().pressedOn()).isNull();
    }

    @Test
    void aPressInAGroupIsThatOfThePersonAndInATopicOfTheTopic() {
        TelegramArrival telegramArrival = told.press(
                "a/b/c",
                "\"id\": -9, \"type\": \"supergroup\"",
                SENT + ", \"is_topic_message\": true, \"message_thread_id\": 5");
        assertThat(Told.taken(telegramArrival).conversation().person()).isEqualTo(new Person("telegram", "77"));
        assertThat(Told.taken(telegramArrival).conversation().address().chat()).isEqualTo("-9");
        assertThat(Told.taken(telegramArrival).conversation().address().thread())
                .isEqualTo("5");
        assertThat(Told.taken(telegramArrival).origin().group()).isTrue();
    }

    @Test
    void forgedDataIsAPressOnAnUnknownButtonAndCounted() {
        TelegramArrival telegramArrival = told.press("'; drop table", PRIVATE, SENT);
        assertThat(Told.taken(telegramArrival).event()).isEqualTo(Keyboards.CallbackData.UNKNOWN);
        assertThat(telegramArrival.counted()).isEqualTo(TelegramCount.PRESS_GARBLED);
        assertThat(telegramArrival.press()).isEqualTo("4711");
    }

    @Test
    void aPressWithoutAChatIsPassedButItsClockIsEnded() {
        TelegramArrival telegramArrival = told.read("""
                {"update_id": 1, "callback_query": {"id": "4711", "from": {"id": 77, "is_bot": false, "first_name": "A"},
                 "inline_message_id": "x", "chat_instance": "1", "data": "a/b/c"}}""");
        assertThat(telegramArrival)
                .isEqualTo(new TelegramArrival(null, TelegramCount.UPDATE_WITHOUT_CHAT, "4711", null));
    }

    @Test
    void aPressWithoutDataIsAPressOnAnUnknownButton() {
        TelegramArrival telegramArrival = told.read("""
                {"update_id": 1, "callback_query": {"id": "4711", "from": {"id": 77, "is_bot": false, "first_name": "A"},
                 "chat_instance": "1", "game_short_name": "g",
                 "message": {"message_id": 1, "date": 5, "chat": {"id": 77, "type": "private"}}}}""");
        assertThat(Told.taken(telegramArrival).event()).isEqualTo(Keyboards.CallbackData.UNKNOWN);
    }
}
