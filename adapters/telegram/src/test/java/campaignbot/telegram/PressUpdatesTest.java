package campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import campaignbot.conversation.Event;
import campaignbot.people.Person;
import org.junit.jupiter.api.Test;

class PressUpdatesTest {

    private static final String PRIVATE = "\"id\": 77, \"type\": \"private\"";
    private static final String SENT = "\"date\": 1700000000, \"text\": \"Which?\"";

    private final Told told = new Told();

    @Test
    void aPressTellsItsNamesAndTheMessageItWasOn() {
        Arrival arrival = told.press("call/outcome/spoke", PRIVATE, SENT);
        assertThat(Told.taken(arrival).event()).isEqualTo(new Event.Pressed("call", "outcome", "spoke"));
        assertThat(Told.taken(arrival).origin().pressedOn()).isEqualTo("12");
        assertThat(Told.taken(arrival).origin().message()).isNull();
        assertThat(arrival.press()).isEqualTo("4711");
    }

    @Test
    void aPressOnAMessageThatCannotBeReachedReplacesNothing() {
        Arrival arrival = told.press("call/outcome/spoke", PRIVATE, "\"date\": 0");
        assertThat(Told.taken(arrival).event()).isEqualTo(new Event.Pressed("call", "outcome", "spoke"));
        assertThat(Told.taken(arrival).origin().pressedOn()).isNull();
    }

    @Test
    void aPressInAGroupIsThatOfThePersonAndInATopicOfTheTopic() {
        Arrival arrival = told.press(
                "a/b/c",
                "\"id\": -9, \"type\": \"supergroup\"",
                SENT + ", \"is_topic_message\": true, \"message_thread_id\": 5");
        assertThat(Told.taken(arrival).conversation().person()).isEqualTo(new Person("telegram", "77"));
        assertThat(Told.taken(arrival).conversation().address().chat()).isEqualTo("-9");
        assertThat(Told.taken(arrival).conversation().address().thread()).isEqualTo("5");
        assertThat(Told.taken(arrival).origin().group()).isTrue();
    }

    @Test
    void forgedDataIsAPressOnAnUnknownButtonAndCounted() {
        Arrival arrival = told.press("'; drop table", PRIVATE, SENT);
        assertThat(Told.taken(arrival).event()).isEqualTo(CallbackData.UNKNOWN);
        assertThat(arrival.counted()).isEqualTo(Counted.PRESS_GARBLED);
        assertThat(arrival.press()).isEqualTo("4711");
    }

    @Test
    void aPressWithoutAChatIsPassedButItsClockIsEnded() {
        Arrival arrival = told.read("""
                {"update_id": 1, "callback_query": {"id": "4711", "from": {"id": 77, "is_bot": false, "first_name": "A"},
                 "inline_message_id": "x", "chat_instance": "1", "data": "a/b/c"}}""");
        assertThat(arrival).isEqualTo(new Arrival(null, Counted.UPDATE_WITHOUT_CHAT, "4711", null));
    }

    @Test
    void aPressWithoutDataIsAPressOnAnUnknownButton() {
        Arrival arrival = told.read("""
                {"update_id": 1, "callback_query": {"id": "4711", "from": {"id": 77, "is_bot": false, "first_name": "A"},
                 "chat_instance": "1", "game_short_name": "g",
                 "message": {"message_id": 1, "date": 5, "chat": {"id": 77, "type": "private"}}}}""");
        assertThat(Told.taken(arrival).event()).isEqualTo(CallbackData.UNKNOWN);
    }
}
