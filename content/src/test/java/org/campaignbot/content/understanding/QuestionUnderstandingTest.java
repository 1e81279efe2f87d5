package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.conversation.Understanding.Clear;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.conversation.Understanding.Likely;
import org.campaignbot.conversation.Understanding.Nothing;
import org.campaignbot.conversation.Understanding.Reported;
import org.campaignbot.conversation.Understanding.Unsure;
import org.campaignbot.conversation.Understanding.Urgent;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionUnderstandingTest {

    private static final Pack PACK = ShippedQuestions.pack(
            "welcoming-communities",
            Stream.of(
                    flow("learn", "family-detention"),
                    flow("action-join", "first"),
                    flow("urgent-help", "show"),
                    flow("lawmakers", "look"),
                    flow("call", "told-spoke"),
                    flow("caller-questions", "q-address"),
                    flow("script-in-english", "chosen"),
                    flow("settings", "show")));

    private final QuestionUnderstanding understanding = new QuestionUnderstanding(ShippedQuestions.MATCHER, PACK);

    @Test
    void anAnswerLeadsToTheFlowOrTheStepOfItsNameOrToWhereItsAuthorSays() {
        assertThat(read("how do I become a member")).isEqualTo(new Clear(new Destination("action-join", null)));
        assertThat(read("do they detain families")).isEqualTo(new Clear(new Destination("learn", "family-detention")));
        assertThat(read("who are my senators")).isEqualTo(new Clear(new Destination("lawmakers", null)));
    }

    @Test
    void anAnswerThatThePackHasNoPlaceForIsNothing() {
        assertThat(read("unsubscribe")).isEqualTo(new Nothing("alerts-unsubscribe"));
    }

    @Test
    void whatHasNoAnswerNamesTheNearestAndNoWordOfTheText() {
        assertThat(read("who is the best singer"))
                .isInstanceOfSatisfying(
                        Nothing.class,
                        nothing -> assertThat(
                                        ShippedQuestions.MATCHER.questions().answers())
                                .extracting(Questions.Answer::id)
                                .contains(nothing.nearest()));
    }

    @Test
    void dangerIsUrgent() {
        assertThat(read("they took my brother")).isEqualTo(new Urgent(new Destination("urgent-help", null)));
    }

    @Test
    void wordsOfAFlowThatNoQuestionNamesStillLeadThere() {
        assertThat(read("show me the settings")).isEqualTo(new Clear(new Destination("settings", null)));
    }

    @Test
    void whatMayMeanAFewThingsIsOfferedInTheLanguageSpoken() {
        // Two titles in one question mean both things, more or less.
        List<String> titles = List.copyOf(ShippedQuestions.MATCHER
                .questions()
                .titles()
                .getOrDefault(Language.ENGLISH, Map.of())
                .values());
        String unsure = titles.stream()
                .flatMap(one -> titles.stream().map(other -> one + ", " + other))
                .filter(text -> understanding.read(text, new Language("es")) instanceof Unsure)
                .findFirst()
                .orElseThrow();

        assertThat(understanding.read(unsure, new Language("es")))
                .isInstanceOfSatisfying(
                        Unsure.class,
                        meaning -> assertThat(meaning.likely())
                                .extracting(Likely::label)
                                .isNotEmpty()
                                .isSubsetOf(ShippedQuestions.MATCHER
                                        .questions()
                                        .titles()
                                        .getOrDefault(new Language("es"), Map.of())
                                        .values()));
    }

    @Test
    void aQuestionAtTheEndOfAReportIsReadBesideIt() {
        assertThat(atACall("they picked up n asked my adress is that normal"))
                .isEqualTo(new Reported(
                        new Destination("call", "told-spoke"),
                        new Clear(new Destination("caller-questions", "q-address"))));
        assertThat(atACall("they picked up and thanked me"))
                .isEqualTo(new Clear(new Destination("call", "told-spoke")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "long day at the plant. will they want my street address. anyway",
                "hm. the bus was late again. do they ask my address when i call. kids are loud"
            })
    void theClearestSentenceSpeaksForATextThatIsNothingClearAsAWhole(String text) {
        assertThat(read(text)).isEqualTo(new Clear(new Destination("caller-questions", "q-address")));
    }

    @Test
    void whatMayWellBeMeantIsOfferedAtOnceAndWhatIsAnythingIsNot() {
        assertThat(read("if i tell em where im at do they put it in a file"))
                .isInstanceOfSatisfying(
                        Nothing.class, nothing -> assertThat(nothing.isFair()).isTrue());
        assertThat(read("is i-95 backed up right now"))
                .isInstanceOfSatisfying(
                        Nothing.class, nothing -> assertThat(nothing.isFair()).isFalse());
    }

    @Test
    void aReportIsNotTakenFromTheMiddleOfAText() {
        assertThat(read("long day at the plant. i left her a voicemail i think. anyway"))
                .isNotInstanceOf(Reported.class)
                .isNotEqualTo(new Clear(new Destination("call", "told-voicemail")));
    }

    @Test
    void wordsThatDecideCountMoreThanWhatATextResembles() {
        assertThat(read("kiero el texto en ingles pero el chat en español"))
                .isEqualTo(new Clear(new Destination("script-in-english", null)));
        assertThat(read("i only have 2 min")).isEqualTo(new Clear(new Destination("call", null)));
    }

    @Test
    void wordsThatDecideHideNoCry() {
        assertThat(read("i only have 2 min they took my brother"))
                .isEqualTo(new Urgent(new Destination("urgent-help", null)));
        assertThat(read("me quedan 2 minutos se llevaron a mi hermano"))
                .isEqualTo(new Urgent(new Destination("urgent-help", null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "its like 5pm there r they open",
                "i got like 2 min what do i do",
                "son las 5 allá ya cerraron",
                "me da pena no se q decir"
            })
    void wordsThatDecideBesidePlainOnesAreNoCry(String text) {
        assertThat(ShippedQuestions.MATCHER.match(text).urgent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "its 5pm they r at the door do we open now",
                "i got 2 min he took my phone what do i do",
                "me siento muy mal ya no quiero vivir",
                "me siento muy mal",
                "hoy no, me mato el lunes"
            })
    void wordsThatDecideHideNoCryAmongThem(String text) {
        assertThat(ShippedQuestions.MATCHER.match(text).urgent()).isTrue();
    }

    private Object atACall(String text) {
        return understanding.read(text, Language.ENGLISH, new Understanding.Context("call", false));
    }

    private Object read(String text) {
        return understanding.read(text, Language.ENGLISH);
    }

    private static Flow flow(String name, String step) {
        return ShippedQuestions.flow(name, step, Map.of(Language.ENGLISH, List.of(name)), Map.of());
    }
}
