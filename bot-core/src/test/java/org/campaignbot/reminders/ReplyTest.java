package org.campaignbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes thx ur sweet",
                "yeah it works",
                "yep thats good. also fix rosen i havent called her",
                "perfect thanks",
                "that works",
                "si asi esta bien",
                "sí gracias",
                "así está bien",
                "thank you so much",
                "Yes, I said one o'clock.",
                "yes quite right",
                "si perfecto a esa hora. y el chamaco no me dijo na de como va a votar"
            })
    void aYesMayHaveMoreWords(String text) {
        assertThat(Reply.of(text, TODAY)).isEqualTo(Reply.YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "el chamaco no me dijo na de como va a votar",
                "va a votar que no",
                "the kid didnt say how he'll vote",
                "Kelly was busy"
            })
    void whatAnOfficeSaidIsNoReply(String text) {
        assertThat(Reply.of(text, TODAY)).isEqualTo(Reply.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes. actually no wait", "sí. pero cámbialo", "I'm busy then"})
    void aYesMayBeTakenBack(String text) {
        assertThat(Reply.of(text, TODAY)).isNotEqualTo(Reply.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"that's quite early", "no need to change it", "no hace falta cambiarla"})
    void wordsThatOnlyLookLikeCancelingCancelNothing(String text) {
        assertThat(Reply.of(text, TODAY)).isNotIn(Reply.CANCEL, Reply.CANCEL_ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not at 10", "yes, but not at 10", "not monday", "a las 10 no puedo"})
    void aTimeThatIsOnlyDeniedIsNoChange(String text) {
        assertThat(Reply.of(text, TODAY)).isEqualTo(Reply.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"don't remind me at 9, remind me at 10", "no me recuerdes a las 9, sino a las 10"})
    void whoCancelsOneTimeAndNamesAnotherChangesIt(String text) {
        assertThat(Reply.of(text, TODAY)).isEqualTo(Reply.CHANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"remind me to make my calls at 3", "ponme un recordatorio para llamar a las 3"})
    void aNewReminderIsNoChange(String text) {
        assertThat(Reply.saysChange(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is that my time or dc time",
                "u didnt answer. is 9am el paso time or washington time",
                "is that set?",
                "what time did i set",
                "when are you reminding me",
                "si, y a q hora es eso en washington?",
                "y a que hora es eso en washington",
                "esa hora es la de aqui o la de washington? aqui es mountain",
                "a que hora me vas a avisar",
                "y mañana de que me va a acordar a las 6? de la carta verdad",
                "y lo de las 6 si quedo?",
                "u still gonna ping me at 5?",
                "wait is that tonight? yes if its tonight",
                "espera eso es hoy?"
            })
    void aQuestionAboutItsTimeIsNoChange(String text) {
        assertThat(Reply.of(text, TODAY)).isEqualTo(Reply.ASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whats the latest i can call on a weekday my time",
                "y ese recordatorio quien lo ve?",
                "who sees that reminder",
                "el viernes abren? como es lo de thanksgiving",
                "are they open at 9",
                "y no van a estar cerrados a esa hora?",
                "what is this about",
                "help",
                "who are my senators"
            })
    void aQuestionAboutSomethingElseIsLeftAlone(String text) {
        assertThat(Reply.of(text, TODAY)).isEqualTo(Reply.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can u change that to 1pm",
                "actually can u make it wednesday",
                "how about 10?",
                "friday at 3?",
                "no wednesday not monday",
                "mejor el viernes",
                "a las 10, no a las 9",
                "me lo puedes poner a las 2?",
                "que sea a las 10",
                "gracias pero mejor a las 10",
                "cancel that, make it friday",
                "yes but at 10",
                "q me recuerdes hoy a las 9 de la noche",
                "can u recordarme mañana at 9",
                "no i said 10 not 9",
                "dije a las 10, no a las 9"
            })
    void aWishForAnotherTimeIsAChange(String text) {
        assertThat(Reply.of(text, TODAY)).isEqualTo(Reply.CHANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "cancel the reminder, CANCEL",
        "cancel that, CANCEL",
        "actually cancel it all, CANCEL_ALL",
        "nombre ya mejor quitamelo yo me acuerdo solo, CANCEL",
        "ya no me recuerdes, CANCEL",
        "quitalo, CANCEL",
        "never mind i'll remember, CANCEL",
        "cancel the one on wednesday, CANCEL",
        "no thats wrong, NO",
        "i cant at 9, NO",
        "no puedo el viernes, NO",
        "pacific duh elko, ZONE",
        "ya te dije pacifico, ZONE"
    })
    void aReminderIsCanceledOrRefusedInManyWords(String text, Reply expected) {
        assertThat(Reply.of(text, TODAY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'To call the other Senator, Mr. Kelly.', true",
        "calling my senators, true",
        "a la otra senadora, false",
        "llamarle a mi senador, true",
        "write a letter, true",
        "who do i call?, false",
        "i am not sure what you mean by that, false"
    })
    void whatThereIsToDoIsNamedNearTheBeginning(String text, boolean expected) {
        assertThat(Reply.namesTask(text)).isEqualTo(expected);
    }
}
