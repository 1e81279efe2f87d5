package org.campaignbot.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.conversation.Steps;
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedReportStepsTest {

    private static final Instant NOON = Instant.parse("2026-12-24T17:00:00Z");

    /** What a clause means by the words in it, in place of the classifier; the first that fits. */
    private static final List<String> MEANINGS = List.of(
            "havent called told-not-yet",
            "no le he llamado told-not-yet",
            "number was fine told-undo",
            "undo told-undo",
            "hung up told-cut-off",
            "busy told-busy",
            "wrong number told-wrong-number",
            "mailbox told-mailbox-full",
            "buzon lleno told-mailbox-full",
            "voicemail told-voicemail",
            "left told-voicemail",
            "recado told-voicemail",
            "mensaje told-voicemail",
            "hable told-spoke",
            "platique told-spoke",
            "talked told-spoke",
            "lady told-spoke");

    private final Directory directory = Directory.builder()
            .asOf(LocalDate.of(2026, 6, 15))
            .map(119)
            .add(senator("T000001", "NY", 1, "Oakhurst", "2031-01-03"))
            .add(senator("T000003", "NY", 3, "Pinehill", "2031-01-03"))
            .add(senator("T000004", "VT", 1, "Junipero", "2031-01-03"))
            .add(senator("T000005", "VT", 3, "Hazelwood", "2026-11-03"))
            .add(member("T000002", "NY"))
            .add(member("T000006", "VT"))
            .build();

    private final Map<String, Value> facts = new HashMap<>(Map.of("home", new Value.Text("NY")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # nothing reported yet, Oakhurst's card open
            ''                             | left oakhurst a voicemail                              | message  | open
            ''                             | talked to oakhurst, left one for pinehill              | both     | NY-S1:spoke NY-S3:message
            ''                             | pinehill hung up and i left a voicemail for oakhurst   | cut-off  | NY-S1:message NY-S3:cut-off
            ''                             | con oakhurst hable, a pinehill le deje recado          | spoke    | NY-S1:spoke NY-S3:message
            ''                             | first one left a msg second one some lady picked up    | both     | NY-S1:message NY-S3:spoke
            ''                             | left voicemails with both, oakhursts beeped early      | both     | open
            # somebody else's call changes nothing, though the senator is the same
            NY-S1:message                  | my landlord called oakhurst too does that count        | others-called | others-called
            NY-S1:message                  | my roomate called oakhurst too                         | others-called | others-called
            ''                             | left oakhurst a message and my roomate called pinehill | message  | NY-S1:message
            # what was in the news is no call
            ''                             | Oakhurst said on the news hes voting no                | spoke-for | unsure
            ''                             | i read it, Oakhurst is a no                            | spoke-for | unsure
            ''                             | saw it on the news so i called Oakhurst, a lady said hes voting no | spoke-for | open
            # the bot gave no answer, and no office
            ''                             | No me contesto. Le pregunte quien paga                 | no-answer | unsure
            # whoever is only named as the next one was called by nobody yet
            ''                             | busy ugh, trying pinehill now                          | busy     | NY-S1:busy skip
            ''                             | mailbox full on hers. pinehill now                     | mailbox-full | NY-S1:mailbox-full skip
            ''                             | left a message, pinehills next                         | message  | open
            ''                             | deje mensaje. con la otra manana                       | both     | NY-S1:message
            ''                             | calling pinehill now. got his voicemail                | message  | open
            # a full mailbox takes no message
            ''                             | left one for oakhurst, pinehill went to voicemail and the mailbox was full | message | NY-S1:message NY-S3:mailbox-full
            ''                             | oakhursts mailbox was full, so i called again and left a message | message | open
            ''                             | le marque a oakhurst y a pinehill, con oakhurst deje recado y pinehill tenia el buzon lleno | message | NY-S1:message NY-S3:mailbox-full
            ''                             | le marque a oakhurst y a pinehill, con oakhurst deje recado y pinehill tenia el buzon lleno | mailbox-full | NY-S1:message NY-S3:mailbox-full
            NY-S1:spoke                    | talked to his guy. then pinehill had a full mailbox    | spoke    | NY-S3:mailbox-full
            ''                             | oakhurst was busy at first, tried again and talked to a lady | spoke | open
            ''                             | it rang then a guy picked up and he was nice           | no-answer | NY-S1:spoke
            # who asks tells of nobody's call
            NY-S1:spoke                    | not 9. and did u take off that i talked to pinehill    | spoke    | unsure
            ''                             | left a message for oakhurst. whos the other one, isnt it junipero | message | open
            # a report was another one's
            NY-S1:message                  | wait no that was pinehill i left it for, wrong number  | wrong    | -NY-S1 NY-S3:message
            NY-S1:spoke                    | no era Oakhurst, era Pinehill                          | undo     | -NY-S1 NY-S3:spoke
            NY-S1:message NY-S3:wrong      | no the number was fine. left one for pinehill NOT oakhurst | undo | -NY-S3 -NY-S1 NY-S3:message
            NY-S1:spoke                    | No, no, you have put it down to the wrong one, it was Mrs. Pinehill's office I spoke to and not Mr. Oakhurst's. | spoke | -NY-S1 NY-S3:spoke
            NY-S1:message                  | sorry, i left it for pinehill, not the other           | undo     | -NY-S1 NY-S3:message
            NY-S1:message                  | me equivoque, el recado se lo deje a pinehill no al otro | undo   | -NY-S1 NY-S3:message
            NY-S1:message                  | left pinehill a voicemail, no other calls today        | message  | open
            NY-S1:message                  | a pinehill le deje recado, no otra llamada por hoy     | message  | open
            NY-S1:message                  | pinehill was busy                                      | busy     | open
            # what somebody is about to do says whose call comes next
            NY-S1:spoke                    | ill do pinehill now. got the voicemail                 | message  | open
            # a report was about somebody whose calls aren't counted
            NY-S1:spoke                    | wait no i didnt talk to oakhurst, that was my congressman | spoke | house -NY-S1
            NY-S1:message                  | oops that was my congresswoman                         | message  | house -NY-S1
            NY-S1:spoke NY-S3:message      | no era oakhurst, era junipero                          | undo     | elsewhere -NY-S1
            NY-S1:message                  | my congressman was nice, that was my congressman       | spoke    | house
            # a report went otherwise
            NY-S1:spoke NY-S3:spoke        | cambia lo de oakhurst a q deje mensaje                 | message  | -NY-S1 NY-S1:message
            NY-S1:message                  | no!! oakhurst hung up, it wasnt a voicemail            | cut-off  | -NY-S1 NY-S1:cut-off
            NY-S1:spoke NY-S3:message      | al primero fue al q le deje recado y con este hable    | message  | -NY-S1 -NY-S3 NY-S1:message NY-S3:spoke
            NY-S1:message NY-S3:spoke      | con pinehill hable, a oakhurst le deje recado          | spoke    | same
            NY-S1:busy                     | left oakhurst a voicemail                              | message  | open
            NY-S1:busy                     | left oakhurst a message, pulled up wrong number        | wrong    | -NY-S1 NY-S1:message
            # "wrong number" was only said to get off the phone, and the number is right
            ''                             | a guy answered and i panicked and said wrong number    | wrong    | hung-up
            ''                             | contesto un senor y le dije numero equivocado          | spoke    | hung-up
            ''                             | i called and she said wrong number                     | wrong    | open
            NY-S1:wrong                    | oh no the number is fine, my mistake                   | wrong    | -NY-S1
            NY-S1:wrong                    | no the number was right, i said wrong number           | wrong    | -NY-S1
            # a call wasn't made
            NY-S1:message NY-S3:spoke      | also fix oakhurst i havent called her                  | none     | -NY-S1
            NY-S1:message NY-S3:spoke      | undo the oakhurst one                                  | undo     | -NY-S1
            NY-S1:message                  | i havent called pinehill                               | none     | open
            # whose it was isn't said
            NY-S1:spoke NY-S3:message      | no, they hung up on me                                 | cut-off  | ?cut-off
            NY-S1:spoke NY-S3:message      | no, it was a voicemail                                 | message  | -NY-S1 NY-S1:message
            ''                             | one hung up on me, the other one had a nice lady       | both     | ?cut-off spoke
            ''                             | talked to one, left a voicemail at the other           | both     | ?spoke message
            ''                             | con uno me salio la cosa esa y con la otra hable       | both     | ?spoke
            # "other one?" goes on, and says nothing of the other one
            NY-S1:busy                     | still busy. other one?                                 | busy     | skip
            ''                             | busy. whos next                                        | busy     | NY-S1:busy skip
            # those who aren't counted
            ''                             | called my rep, some lady said thanks                   | spoke    | house
            ''                             | talked to a rep at oakhursts office                    | spoke    | open
            ''                             | left junipero a voicemail                              | message  | elsewhere
            ''                             | called junipero and left a voicemail                   | both     | elsewhere
            NY-S1:message                  | oakhurst hung up, i left junipero a voicemail          | message  | elsewhere -NY-S1 NY-S1:cut-off
            """)
    void aTextIsReadClauseByClause(@Nullable String reported, String typed, String whole, String toDo) {
        reported(reported == null ? "" : reported);
        assertThat(read(typed, whole)).isEqualTo(toDo);
    }

    @Test
    void theCallOfSomebodyWhoseSuccessorIsNotKnownCountsForNobodyElse() {
        facts.put("home", new Value.Text("VT"));
        run("call.prepare", Map.of());
        assertThat(read("junipero hung up. left hazelwood a voicemail", "message"))
                .isEqualTo("seat VT-S1:cut-off");
    }

    @Test
    void whatIsNoLongerSoIsTakenBackBeforeAnythingIsCounted() {
        reported("NY-S1:message NY-S3:wrong");
        read("left one for pinehill NOT oakhurst", "message");
        assertThat(run("call.take-back", Map.of())).isEqualTo("back-wrong");
        assertThat(facts).containsEntry("booked", new Value.Text("NY-S3")).containsEntry("told_again", text("yes"));
        assertThat(run("call.take-back", Map.of())).isEqualTo("back");
        assertThat(facts).containsEntry("booked", new Value.Text("NY-S1")).containsEntry("told_again", text("no"));
        assertThat(run("call.take-back", Map.of())).isEqualTo("none");
        assertThat(run("call.book", Map.of()))
                .as("the last one has a receipt of its own")
                .isEqualTo("none");
        assertThat(run("call.last", Map.of("flow", "call"))).isEqualTo("message");
        assertThat(run("call.report", Map.of("outcome", "message"))).isEqualTo("noted");
        assertThat(facts).containsEntry("booked", new Value.Text("NY-S3"));
        assertThat(run("call.done", Map.of()))
                .as("Oakhurst's call is still to be made")
                .isEqualTo("more");
    }

    @Test
    void bothAreDoneOnceTheSecondIsCorrected() {
        reported("NY-S1:spoke NY-S3:spoke");
        read("cambia lo de oakhurst a q deje mensaje", "message");
        run("call.take-back", Map.of());
        assertThat(run("call.last", Map.of("flow", "call"))).isEqualTo("message");
        run("call.report", Map.of("outcome", "message"));
        assertThat(run("call.done", Map.of())).isEqualTo("done");
    }

    @Test
    void whoseCallItWasIsAskedByNameAndTheOtherOutcomeIsTheOthers() {
        run("call.prepare", Map.of());
        read("one hung up on me, the other one had a nice lady", "both");
        assertThat(run("call.which", Map.of())).isEqualTo("ready");
        assertThat(facts).containsEntry("told_first", text("cut-off")).containsEntry("told_second", text("spoke"));
        facts.put("told_pick", text("NY-S3"));
        assertThat(run("call.picked", Map.of())).isEqualTo("told");
        assertThat(facts).containsEntry("told", text("NY-S1:spoke NY-S3:cut-off"));
    }

    @Test
    void whatWasAskedIsGoneWithMemory() {
        run("call.prepare", Map.of());
        facts.put("told_pick", text("NY-S3"));
        assertThat(run("call.picked", Map.of())).isEqualTo("none");
    }

    @Test
    void anotherFlowsQuestionGoesOnAfterACallWasTakenBack() {
        reported("NY-S1:message");
        read("i havent called oakhurst", "none");
        run("call.take-back", Map.of());
        facts.put(JavaStep.Facts.WAITING_FLOW, text("remind"));
        assertThat(run("call.last", Map.of("flow", "call"))).isEqualTo("away");
    }

    @Test
    void whatIsCountedCanBeListed() {
        assertThat(run("call.booked", Map.of())).isEqualTo("none");
        reported("NY-S3:message");
        assertThat(run("call.booked", Map.of())).isEqualTo("some");
        assertThat(facts.get("booked_calls"))
                .isInstanceOfSatisfying(
                        Value.Rows.class,
                        calls -> assertThat(calls.rows())
                                .extracting(row -> row.fields().get("outcome"))
                                .containsExactly(text("none"), text("message")));
    }

    /** Puts reports into memory as their cards would, in this order. */
    private void reported(String reports) {
        run("call.prepare", Map.of());
        for (String report : reports.isEmpty() ? new String[0] : reports.split(" ", -1)) {
            String[] parts = report.split(":", -1);
            facts.put(CallRound.CARD, text(parts[0]));
            run("call.report", Map.of("outcome", parts[1]));
            if (CallReport.isReached(parts[1])) {
                run("call.done", Map.of());
            }
            facts.remove(CallRound.CARD);
        }
    }

    private String read(String typed, String whole) {
        facts.put(JavaStep.Facts.TYPED, text(typed));
        facts.remove("told_others");
        String outcome = run("call.told", Map.of("outcome", whole));
        if (!outcome.equals("told")) {
            return outcome;
        }
        String asked = held("told_which");
        return (held("told_others") + " " + held("told") + (asked.isEmpty() ? "" : "?" + asked)).strip();
    }

    private String held(String fact) {
        return facts.get(fact) instanceof Value.Text held ? held.text() : "";
    }

    private String run(String name, Map<String, String> with) {
        List<JavaStep> steps = new ArrayList<>(CallSteps.all(() -> directory));
        steps.addAll(ReportSteps.all(() -> directory));
        steps.addAll(TypedReportSteps.all(() -> directory));
        JavaStep step = Steps.named(name, steps);
        JavaStep.Result result = step.run(new JavaStep.Input(known(), with, NOON, 1, Language.ENGLISH));
        assertThat(step.outcomes()).contains(result.outcome());
        assertThat(step.gives())
                .extracting(StepValue::name)
                .containsAll(result.facts().keySet());
        facts.putAll(result.facts());
        return result.outcome();
    }

    private JavaStep.Facts known() {
        return new JavaStep.Facts() {
            @Override
            public @Nullable Value value(String name) {
                return facts.get(name);
            }

            @Override
            public @Nullable String meaning(String words) {
                return MEANINGS.stream()
                        .filter(each -> words.contains(each.substring(0, each.lastIndexOf(' '))))
                        .map(each -> each.substring(each.lastIndexOf(' ') + 1))
                        .findFirst()
                        .orElse(null);
            }
        };
    }

    private static Value.Text text(String text) {
        return new Value.Text(text);
    }

    private static Lawmaker senator(String key, String state, int senateClass, String lastName, String until) {
        return lawmaker(key, state, Optional.empty(), OptionalInt.of(senateClass), lastName, until);
    }

    private static Lawmaker member(String key, String state) {
        return lawmaker(
                key, state, Optional.of(new District(state, 1)), OptionalInt.empty(), "Elderling", "2027-01-03");
    }

    private static Lawmaker lawmaker(
            String key,
            String state,
            Optional<District> district,
            OptionalInt senateClass,
            String lastName,
            String until) {
        return new Lawmaker(
                key,
                district.isPresent() ? Chamber.HOUSE : Chamber.SENATE,
                state,
                district,
                "Ada " + lastName,
                "Ada",
                lastName,
                "Independent",
                senateClass,
                Optional.empty(),
                LocalDate.of(2025, 1, 3),
                LocalDate.parse(until),
                Optional.of("202-555-0100"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
