package org.campaignbot.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignbot.flow.Fold;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionMatcherTest {

    private static final List<String> ANSWERS = ShippedQuestions.MATCHER.questions().answers().stream()
            .filter(answer -> !answer.onlyDecided())
            .map(Questions.Answer::id)
            .toList();

    /** Words that say nothing by themselves, so that none may bring a list along by its sound. */
    private static final List<String> EVERYDAY = List.of(
            ("a an and are as at be been but by can did do does for from had has have if in is it its not of on or so that "
                            + "the then there this to was what when which will with would you your "
                            + "al como con de del desde el en era eran es eso esta este fue ha han hay la las lo los mas no o para "
                            + "pero por que se ser si sin sobre son su sus te tu un una y yo")
                    .split(" ", -1));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "there are men banging on my door | door",
                "ice is outside my building | door",
                "they took my dad and they are still outside | door",
                "urgent help | asks",
                "I am being detained by ICE what do I say | door",
                "ICE is arresting my husband right now | door",
                "me paró la migra, qué hago | door",
                "ICE already took my husband and now they are knocking on my door | door",
                "ya se lo llevaron y ahora están tocando la puerta otra vez | door",
                "they took my dad yesterday and now they're outside my house | door",
                "they took my brother | taken",
                "ICE took my coworker yesterday from the parking lot | taken",
                "nobody is at the door, they already took him | taken",
                "we looked in the locator and nothing comes up | taken",
                "i need a lawyer for my cousin tonight | lawyer",
                "estan tocando la puerta y dicen que es la policia | door",
                "se llevaron a mi mama y siguen afuera | door",
                "ayer se llevaron a mi hermano del trabajo | taken",
                "no estan en la puerta, ya se lo llevaron | taken",
                "necesito un abogado que no cobre | lawyer",
                "la migra, que hago | -",
                "hes diabetic and needs insulin how do we get it to him | q-medicine",
                "they took my husband and hes diabetic | taken",
                "me pide un numero de A y solo tengo el nombre | q-locator",
                "puedo ir yo a la carcel a verlo | q-held",
                "will they deport him before monday | q-deported",
            })
    void thePartOfTheHelpThatFitsIsShownAndTheDoorComesFirst(String text, String part) {
        assertThat(ShippedQuestions.MATCHER.part("urgent-help", text).orElse("-"))
                .isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "would they show up if i search his name, is it safe to | q-safe-search",
                "can i look for her without a computer | q-by-phone",
                "como lo busco sin computadora | q-by-phone",
                "un abogado que hable español | q-low-cost",
                "what do i tell my kids | q-children",
                "no sé cómo decirles a mis hijos | q-children",
                "there was no match | q-not-found",
                "ya la busqué y no sale | q-not-found",
                "will the congressman's office do anything, yes or no | q-casework",
                "what do i even say, im gonna cry | q-cry",
                "who sees what i type in this chat | q-chat-private",
                "le pasan los datos a la migra | q-chat-private",
                "i have no idea what to do | q-steps",
                "dígame a dónde llamo | q-hotline",
                "erase everything please | care-erase",
                "no hay ningún peligro, me asustaste | q-false-alarm",
                "they want him to sign a paper for voluntary departure | q-sign",
                "cuánto es la fianza normalmente | q-bond",
                "how do i put money on his phone account | q-account",
                "y si lo mueven a otro estado | q-moved",
                "who picks up the kids from school | q-school",
                "what do i tell her if they knock | q-at-the-door",
                "hay alguien que le ayude con la renta | q-needs",
                "remind me at 3 to check again | q-alarm",
                "ok but the insulin, he can get really sick | q-medicine",
                "they took my wife, what do i do | -",
                "they are knocking again what do i do | -"
            })
    void whatPeopleAskRightAfterTheHelpHasItsAnswer(String text, String answer) {
        assertThat(ShippedQuestions.MATCHER.followUp("urgent-help", text).orElse("-"))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody was taken, i sent her the message",
                "no a nadie se llevaron, digo que ya mandé el mensaje a mi hija",
                "oye chico yo no tengo a nadie preso, quiero volver a lo de antes",
                "ya se lo mandé por el wasap a ella y a mi compadre"
            })
    void whoSaysThatNobodyWasTakenCriesForNobody(String text) {
        assertThat(match(text).sure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody got taken but ice is at my neighbors door right now",
                "no se llevaron a nadie pero están afuera tocando",
                "no tengo a nadie, se llevaron a todos",
                "está preso"
            })
    void whatElseTheySayIsStillWeighed(String text) {
        assertThat(match(text).sure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mi hijo no llegó a dormir",
                "ando buscando a mi hermana",
                "my husband never made it home",
                "if someone got detained who do we call"
            })
    void whoeverMissesSomebodyIsShownWhereToLook(String text) {
        assertThat(match(text).sure()).isTrue();
        assertThat(ShippedQuestions.MATCHER.part("urgent-help", text)).contains("taken");
    }

    @Test
    void wordsThatSayNothingDoNotHideWhatIsMeant() {
        assertThat(ShippedQuestions.MATCHER.match("im scared to call tbh").answer())
                .isEqualTo("q-nervous");
        assertThat(ShippedQuestions.MATCHER.match("lol").answer()).isEqualTo("chat-laugh");
    }

    @Test
    void aQuestionStaysOneWithoutItsLastWord() {
        assertThat(ShippedQuestions.MATCHER
                        .ordinary("voicemail is ok lol?", Set.of("told-voicemail"))
                        .answer())
                .isNotEqualTo("told-voicemail");
    }

    @ParameterizedTest
    @CsvSource({
        "and if the mailbox is full, told-mailbox-full",
        "if its busy all day, told-busy",
        "y si suena ocupado, told-busy"
    })
    void whatIsOnlySupposedReportsNoCall(String text, String report) {
        assertThat(ShippedQuestions.MATCHER.ordinary(text, Set.of(report)).answer())
                .isNotEqualTo(report);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shall I ring this number on my regular telephone?",
                "who do i got besides moreno",
                "is my knee bad or is it the stairs",
                "¿y mi vecina también puede o ya no?"
            })
    void aQuestionIsNoRemarkOnSomebodysLife(String text) {
        assertThat(ShippedQuestions.MATCHER.ordinary(text, Set.of()).answer())
                .isNotIn("chat-aside", "chat-story", "chat-wait", "chat-praise");
    }

    @Test
    void aSpanishYesReportsOne() {
        assertThat(ShippedQuestions.MATCHER
                        .ordinary("si, sonaba ocupado", Set.of("told-busy"))
                        .answer())
                .isEqualTo("told-busy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hickenlooper", "Tuberville", "klobuchar", "padilla", "budd"})
    void aReportMeansTheSameForAnySenator(String name) {
        assertThat(ShippedQuestions.MATCHER.ordinary(name + " vm", Set.of()).answer())
                .isEqualTo("told-voicemail");
        assertThat(ShippedQuestions.MATCHER.ordinary("call " + name, Set.of()).answer())
                .isEqualTo("action-call-senators");
        assertThat(ShippedQuestions.MATCHER.ordinary("talked to " + name + "'s girl", Set.of()))
                .isEqualTo(ShippedQuestions.MATCHER.ordinary("talked to ossoff's girl", Set.of()));
    }

    @Test
    void everySenatorsNameIsListedUnlessItIsAnEverydayWord() throws IOException {
        List<String> listed = ShippedQuestions.MATCHER.questions().words().getOrDefault("lawmaker-names", List.of());
        Set<String> everyday = Set.of(
                "banks",
                "blunt",
                "cotton",
                "justice",
                "king",
                "lee",
                "moreno",
                "paul",
                "rochester",
                "rounds",
                "van",
                "whitehouse",
                "young");
        List<String> names;
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Path.of("directory/lawmakers.csv"))) {
            names = rows.stream()
                    .filter(row -> row.getField("chamber").equals("senate"))
                    .flatMap(
                            row -> Stream.of(Fold.fold(row.getField("last_name").replace("-", " "))
                                    .split(" ", -1)))
                    .toList();
        }
        assertThat(names).hasSizeGreaterThan(90).allMatch(name -> listed.contains(name) || everyday.contains(name));
        assertThat(listed).doesNotContainAnyElementsOf(everyday);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            got the machine, what do i say              | q-script    | true
            went to voicemail should i leave a message  | q-voicemail | true
            contestó una señora, qué le digo            | told-during | true
            left one. what do i say to the next         | q-script    | false
            le dejé recado, qué digo la otra vez        | q-script    | false
            she answered. do they ask my address        | q-address   | false
            """)
    void whatIsAskedWithThePhoneInTheHandReportsNothing(String text, String asked, boolean isDuring) {
        assertThat(ShippedQuestions.MATCHER.isDuring(text, asked)).isEqualTo(isDuring);
    }

    @Test
    void theShippedFilesHaveNoProblem() {
        assertThat(ShippedQuestions.PROBLEMS).isEmpty();
        assertThat(ANSWERS).hasSize(202);
    }

    @Test
    void everyAnswerThatIsLearnedHasItsExamplesInBothLanguagesAndATitle() {
        Questions questions = ShippedQuestions.MATCHER.questions();
        for (String answer : ANSWERS) {
            assertThat(questions.examples().stream()
                            .filter(each -> each.answer().equals(answer))
                            .count())
                    .as(answer)
                    .isGreaterThanOrEqualTo(16L);
            assertThat(questions.titles().values())
                    .allSatisfy(titles -> assertThat(titles).containsKey(answer));
        }
    }

    @Test
    void anExampleTypedAsItStandsGetsItsAnswerUnlessItMayBeDanger() {
        long strayed = ShippedQuestions.MATCHER.questions().examples().stream()
                .filter(example -> {
                    Matched matched = match("  " + example.text().toUpperCase(Locale.ROOT) + "  ");
                    double sure = example.answer().equals(Matched.NONE) ? 0 : 1;
                    return !matched.urgent()
                            && (!matched.answer().equals(example.answer()) || matched.confidence() != sure);
                })
                .map(Questions.Example::text)
                .map(Fold::fold)
                // Words without a letter, and lines that the campaign itself gives another answer than what it
                // inherits.
                .filter(text -> !text.isEmpty())
                .filter(text -> answers(text).size() == 1)
                .count();

        assertThat(strayed).isZero();
    }

    private static Set<String> answers(String folded) {
        return ShippedQuestions.MATCHER.questions().examples().stream()
                .filter(example -> Fold.fold(example.text()).equals(folded))
                .map(Questions.Example::answer)
                .collect(Collectors.toSet());
    }

    @Test
    void noListedWordIsHeardInAnEverydayOne() {
        WordLists lists = new WordLists();
        Questions questions = ShippedQuestions.MATCHER.questions();
        questions
                .words()
                .forEach((list, entries) -> entries.stream()
                        .filter(entry -> !entry.contains(" ") && !entry.startsWith("*"))
                        .filter(entry -> !EVERYDAY.contains(Fold.fold(entry)))
                        .forEach(entry -> lists.add(entry, entry)));
        for (String word : EVERYDAY) {
            assertThat(lists.touchedBy(List.of(Sound.of(word)))[0].isEmpty())
                    .as("\"" + word + "\" sounds like an entry of words or danger")
                    .isTrue();
        }
    }

    /** What another process learned may be kept from before a change in the code; then {@link LearnedFile} needs another version. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?!", "42", "x", "١٢٣", "the the the"})
    void wordsWithoutMeaningMeanNothing(String text) {
        assertThat(match(text).answer()).isEqualTo(Matched.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "there are men in uniforms outside my apartment banging",
                "they took my husband this morning",
                "se llevaron a mi papá",
                "agentes en la puerta",
                "mi hermano está detenido",
                "they are breaking in",
                "me están siguiendo unos agentes"
            })
    void aCryForHelpIsHeardWithoutTheNameOfWhoCame(String text) {
        assertThat(match(text).answer()).isEqualTo("urgent-help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I don't want to live anymore", "mi marido me pega"})
    void otherDangerIsNotTakenForAgents(String text) {
        assertThat(match(text).answer()).isEqualTo("other-danger");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"what is ICE?", "ICE funding", "does ICE raid schools?", "me muero de risa", "qué es una redada"
            })
    void aQuestionAboutTheSubjectIsNoCryForHelp(String text) {
        assertThat(match(text).urgent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who should I vote for",
                "which candidate is best for immigrants",
                "should I vote for my senator",
                "por quién voto",
                "qué partido es mejor para los migrantes",
                "is the democrat better"
            })
    void nobodyGetsAdviceOnElections(String text) {
        assertThat(match(text).answer()).isIn(Matched.NONE, "q-vote-for");
    }

    @ParameterizedTest
    @CsvSource({
        "👍, chat-ok",
        "🙏🏽, chat-thanks",
        "😂😂, chat-laugh",
        "lol, chat-laugh",
        "thanks!, chat-thanks",
        "hola, chat-hi"
    })
    void smallTalkIsHeardInWordsAndPictures(String text, String answer) {
        assertThat(match(text).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "left a voicemail, told-voicemail",
        "nobody picked up, told-no-answer",
        "the line was busy, told-busy",
        "i talked to an intern, told-spoke",
        "got both offices voicemail each time, told-both-voicemail",
        "no contestó nadie, told-no-answer",
        "what if someone answers?, q-pickup",
        "do i have to give my name, q-name",
        "no hablo inglés, care-to-spanish",
        "I don't speak Spanish, care-to-english",
        "erase everything you have on me, care-erase",
        "never mind, care-cancel"
    })
    void whatCallersSayIsHeard(String text, String answer) {
        assertThat(match(text).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no de la noche no, 7 de la mañana",
                "a las 8 de la noche no, de la mañana",
                "not 7 at night, 7 am"
            })
    void aTimeOfTheDayIsNoCry(String text) {
        assertThat(match(text).urgent()).isFalse();
    }

    @Test
    void anEmergencyNumberIsNoTimeOfTheDay() {
        assertThat(match("911 please").sure()).isTrue();
        assertThat(match("por favor 911").urgent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the intern was sweet about the bill. they had uncle beto face down on the sidewalk",
                "i read her the whole script about the budget. they had uncle beto face down on the sidewalk"
            })
    void aCryInOneClauseOfAReportIsNotLost(String text) {
        assertThat(match(text)).satisfies(matched -> {
            assertThat(matched.answer()).isEqualTo("urgent-help");
            assertThat(matched.sure()).isFalse();
        });
        assertThat(danger(text)).as("as a whole").isLessThan(0.06);
    }

    /** How likely it is that a text as a whole is a cry for help, phrases and signs aside. */
    private static double danger(String text) {
        float[] shares = ShippedQuestions.MATCHER.sharesOfDanger(Pictures.read(text));
        return IntStream.range(0, ShippedQuestions.MATCHER.questions().ids(true).size())
                .mapToDouble(i -> shares[i])
                .sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "they had a fire drill so we're all standing in the parking lot, good time to call",
                "Talked to a real nice boy named Tyler, he wrote it all down"
            })
    void aHarmlessClauseThatSoundsLikeDangerShowsNothing(String text) {
        assertThat(match(text).urgent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hold on the mailman's at the door",
                "they took my message",
                "they took my name down",
                "what if someone answers",
                "my phone died"
            })
    void whatOnlySoundsLikeDangerShowsNoCard(String text) {
        assertThat(match(text).urgent() && match(text).sure()).isFalse();
    }

    @Test
    void aQuestionIsUnderstoodInEitherLanguageWhicheverIsSpoken() {
        assertThat(ShippedQuestions.MATCHER
                        .match("¿qué es un punto de entrada?")
                        .answer())
                .isEqualTo("ports-of-entry");
    }

    @Test
    void whatIsUnsureOffersThreeAtMost() {
        Stream.of("labelled.tsv", "rehearsal.tsv")
                .flatMap(file -> LabelledQuestion.of(file).stream())
                .map(question -> match(question.text()))
                .forEach(matched -> {
                    assertThat(matched.offered()).hasSizeLessThanOrEqualTo(3).allMatch(ANSWERS::contains);
                    assertThat(matched.answer().equals(Matched.NONE))
                            .isEqualTo(matched.offered().isEmpty());
                    assertThat(matched.confidence()).isBetween(0.0, 1.0);
                });
    }

    @Test
    void theThreeLikeliestComeWithTheirProbabilitiesAndAnExampleIsSure() {
        List<QuestionMatcher.Guess> guesses = ShippedQuestions.MATCHER.guesses("how long does the phoning bit take");
        assertThat(guesses).hasSize(3);
        assertThat(guesses)
                .extracting(QuestionMatcher.Guess::probability)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(guesses.stream()
                        .mapToDouble(QuestionMatcher.Guess::probability)
                        .sum())
                .isBetween(0.0, 1.0001);
        assertThat(ShippedQuestions.MATCHER.title(guesses.get(0).answer(), Language.SPANISH))
                .isPresent();
        Questions.Example example = ShippedQuestions.MATCHER.questions().examples().stream()
                .filter(each -> !match(each.text()).urgent() && !each.answer().equals(Matched.NONE))
                .findFirst()
                .orElseThrow();
        assertThat(ShippedQuestions.MATCHER.guesses(example.text()))
                .containsExactly(new QuestionMatcher.Guess(example.answer(), 1));
        assertThat(ShippedQuestions.MATCHER.guesses("12 34")).isEmpty();
    }

    @Test
    void aQuestionTakesLessThanAMillisecond() {
        List<LabelledQuestion> questions = LabelledQuestion.of("rehearsal.tsv");
        long[] nanos = new long[questions.size()];
        for (int i = 0; i < nanos.length; i++) {
            long from = System.nanoTime();
            match(questions.get(i).text());
            nanos[i] = System.nanoTime() - from;
        }
        Arrays.sort(nanos);
        assertThat(nanos[nanos.length / 2]).isLessThan(Duration.ofMillis(1).toNanos());
    }

    private static Matched match(String text) {
        return ShippedQuestions.MATCHER.match(text);
    }
}
