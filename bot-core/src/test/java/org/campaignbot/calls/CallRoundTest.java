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

class CallRoundTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final Directory directory = Directory.builder()
            .asOf(LocalDate.of(2026, 6, 15))
            .map(119)
            .add(senator("T000001", 1))
            .add(senator("T000003", 3))
            .add(member("T000002", "NY", 1))
            .add(member("T000009", "DC", 0))
            .build();

    private Instant now = NOON;
    private final Map<String, Value> facts = new HashMap<>(Map.of("home", new Value.Text("NY")));
    private final Map<String, Value> records = new HashMap<>();

    @Test
    void senatorsComeUpOneAfterTheOther() {
        assertThat(prepare()).isEqualTo("ready NY-S1, 1 left");
        assertThat(run("call.done")).isEqualTo("more");
        assertThat(prepare()).isEqualTo("ready NY-S3, 0 left");
        assertThat(run("call.done")).isEqualTo("done");
    }

    @Test
    void aLateReportCountsForTheSenatorOnTheScreenAndTheRoundEnds() {
        prepare();
        run("call.done");
        prepare();
        facts.remove(CallRound.CALLED);
        assertThat(prepare()).isEqualTo("ready NY-S3, 0 left");
        assertThat(run("call.done")).isEqualTo("done");
    }

    @Test
    void anUndoneCallComesUpAgain() {
        prepare();
        report("spoke");
        run("call.done");
        prepare();
        now = NOON.plusSeconds(30);
        assertThat(run("call.undo")).isEqualTo("undone");
        facts.remove(CallReport.FACT);
        assertThat(prepare()).isEqualTo("ready NY-S1, 1 left");
        assertThat(run("call.undo")).isEqualTo("nothing");
    }

    @Test
    void aReportOlderThanThirtySecondsStaysAndItsCallComesUpToBeReportedAnew() {
        prepare();
        report("spoke");
        run("call.done");
        now = NOON.plusSeconds(31);
        assertThat(run("call.undo")).isEqualTo("late");
        assertThat(prepare()).isEqualTo("ready NY-S1, 1 left");
    }

    @Test
    void aWrongNumberThatIsTakenBackIsNamedAgain() {
        prepare();
        report("wrong");
        facts.remove("dialed");
        assertThat(run("call.undo")).isEqualTo("undone-wrong");
        assertThat(facts.get("dialed")).isEqualTo(new Value.Text("202-555-0100"));
    }

    @Test
    void aNewRoundBeginsWithTheFirst() {
        for (int i = 0; i < 2; i++) {
            prepare();
            run("call.done");
        }
        assertThat(prepare()).isEqualTo("ready NY-S1, 1 left");
    }

    @Test
    void aSeatOfAnotherStateIsNotTakenAlong() {
        prepare();
        facts.put("home", new Value.Text("DC-0"));
        assertThat(run("call.prepare")).isEqualTo("delegate");
    }

    @Test
    void withoutAHomeNobodyIsGuessed() {
        facts.remove("home");
        assertThat(run("call.prepare")).isEqualTo("missing");
        assertThat(run("call.undo")).isEqualTo("nothing");
    }

    @Test
    void aPressOnAnOlderCardCountsForThatCardAndLeavesTheOpenOneOpen() {
        prepare();
        run("call.done");
        prepare();
        facts.put(CallRound.CARD, new Value.Text("NY-S1"));
        report("message");
        assertThat(facts.get("senator"))
                .extracting(row -> ((Value.Row) row).fields().get("seat"))
                .isEqualTo(new Value.Text("NY-S1"));
        assertThat(run("call.done")).isEqualTo("back");
        assertThat(prepare()).isEqualTo("ready NY-S3, 0 left");
    }

    @Test
    void aPressOnAFormerMembersCardIsNotCountedForTheSuccessor() {
        prepare();
        assertThat(facts.get(CallRound.CARD)).isEqualTo(new Value.Text("NY-S1_T000001"));
        facts.put(CallRound.CARD, new Value.Text("NY-S1_T000000"));
        assertThat(run("call.report", Map.of("outcome", "spoke"))).isEqualTo("over");
        facts.put(CallRound.CARD, new Value.Text("NY-S1_T000000_office2"));
        assertThat(run("call.report", Map.of("outcome", "spoke"))).isEqualTo("over");
        facts.put(CallRound.CARD, new Value.Text("NY-S1_T000001"));
        assertThat(run("call.report", Map.of("outcome", "spoke"))).isEqualTo("noted");
        assertThat(facts.get("booked")).isEqualTo(new Value.Text("NY-S1"));
    }

    @Test
    void aCardThatWasReachedIsCountedOnce() {
        prepare();
        report("message");
        run("call.done");
        prepare();
        facts.put(CallRound.CARD, new Value.Text("NY-S1"));
        assertThat(run("call.report", Map.of("outcome", "spoke"))).isEqualTo("already");
    }

    @Test
    void aFailedCallOpensItsCardAgain() {
        prepare();
        run("call.done");
        prepare();
        facts.put(CallRound.CARD, new Value.Text("NY-S1"));
        report("busy");
        assertThat(prepare()).isEqualTo("ready NY-S1, 1 left");
    }

    @Test
    void aCallToTheHouseNeedsTheDistrict() {
        records.put("action-call", action("house", "open"));
        assertThat(run("call.prepare")).isEqualTo("missing");
        assertThat(run("call.target")).isEqualTo("district");
        assertThat(facts.get("purpose")).isEqualTo(new Value.Text("district"));
        facts.put("home", new Value.Text("NY-1@119"));
        assertThat(run("call.target")).isEqualTo("place");
        assertThat(prepare()).isEqualTo("ready NY-1, 0 left");
        assertThat(run("call.done")).isEqualTo("done");
    }

    @Test
    void aDistrictOfAnotherMapIsAskedAgain() {
        records.put("action-call", action("house", "open"));
        facts.put("home", new Value.Text("NY-1@118"));
        assertThat(run("call.prepare")).isEqualTo("missing");
    }

    @Test
    void aHouseMemberWhoseTermEndedIsNotGuessed() {
        records.put("action-call", action("house", "open"));
        facts.put("home", new Value.Text("NY-1@119"));
        now = Instant.parse("2031-01-05T17:00:00Z");
        assertThat(run("call.prepare")).isEqualTo("nobody");
    }

    @Test
    void aCallToBothBeginsWithTheSenators() {
        records.put("action-call", action("both", "open"));
        facts.put("home", new Value.Text("NY-1@119"));
        assertThat(prepare()).isEqualTo("ready NY-S1, 2 left");
        run("call.done");
        assertThat(prepare()).isEqualTo("ready NY-S3, 1 left");
        run("call.done");
        assertThat(prepare()).isEqualTo("ready NY-1, 0 left");
    }

    @Test
    void aCallToBothDoesWithoutTheDistrict() {
        records.put("action-call", action("both", "open"));
        assertThat(prepare()).isEqualTo("ready NY-S1, 1 left");
    }

    @Test
    void aClosedActionAsksNobody() {
        records.put("action-call", action("house", "closed"));
        assertThat(prepare()).isEqualTo("ready NY-S1, 1 left");
    }

    @Test
    void anOldCardBooksItsOwnSenatorAfterTheCallMovedToTheHouse() {
        facts.put("home", new Value.Text("NY-1@119"));
        prepare();
        records.put("action-call", action("house", "open"));
        facts.put(CallRound.CARD, new Value.Text("NY-S1"));
        report("message");
        assertThat(facts.get("senator"))
                .extracting(row -> ((Value.Row) row).fields().get("seat"))
                .isEqualTo(new Value.Text("NY-S1"));
        assertThat(run("call.done")).isEqualTo("more");
        assertThat(prepare()).isEqualTo("ready NY-1, 0 left");
    }

    @Test
    void aTypedReportOnAFormerMembersCardIsNotCountedForTheSuccessor() {
        facts.put(CallRound.CALLING, new Value.Text("NY-S1_T000000"));
        assertThat(run("call.open")).isEqualTo("over");
        facts.put(CallRound.CALLING, new Value.Text("NY-S1_T000000"));
        assertThat(run("call.report", Map.of("outcome", "message"))).isEqualTo("over");
        assertThat(facts).doesNotContainKeys(CallReport.FACT, CallRound.CALLED, "booked");
        assertThat(run("call.open")).as("the card is closed").isEqualTo("none");
        facts.put(CallRound.CALLING, new Value.Text("NY-S1_T000000"));
        assertThat(run("call.prepare")).isEqualTo("over");
        assertThat(prepare()).isEqualTo("ready NY-S1, 1 left");
    }

    @Test
    void aCardOfAFormerMemberLeavesTheOpenOneOpen() {
        prepare();
        facts.put(CallRound.CARD, new Value.Text("NY-S3_T000000"));
        assertThat(run("call.report", Map.of("outcome", "message"))).isEqualTo("over");
        assertThat(run("call.open")).isEqualTo("open");
        assertThat(facts.get(CallRound.CALLING)).isEqualTo(new Value.Text("NY-S1_T000001"));
    }

    @Test
    void aCardWhoseSeatIsEmptyBooksNobodyElse() {
        prepare();
        facts.put(CallRound.CARD, new Value.Text("NY-S2"));
        assertThat(run("call.open")).isEqualTo("over");
        facts.put(CallRound.CARD, new Value.Text("NY-S2"));
        assertThat(run("call.done")).isEqualTo("more");
        facts.put(CallRound.CARD, new Value.Text("NY-S2"));
        assertThat(run("call.report", Map.of("outcome", "message"))).isEqualTo("over");
        assertThat(facts).doesNotContainKey(CallReport.FACT).containsEntry(CallRound.CALLED, new Value.Text(""));
    }

    @Test
    void aCardOutOfTurnSkipsNobody() {
        prepare();
        facts.put(JavaStep.Facts.TYPED, new Value.Text("call T000003 first"));
        assertThat(run("call.named", Map.of("flow", "call"))).isEqualTo("named");
        facts.remove(JavaStep.Facts.TYPED);
        assertThat(prepare()).isEqualTo("ready NY-S3, 1 left");
        assertThat(run("call.report", Map.of("outcome", "spoke"))).isEqualTo("noted");
        assertThat(run("call.done")).isEqualTo("more");
        assertThat(prepare()).isEqualTo("ready NY-S1, 0 left");
    }

    @Test
    void aNumberOfTheCampaignsOwnNeedsNoHome() {
        facts.remove("home");
        records.put("action-call", number("303-555-0142", "open"));
        assertThat(run("call.prepare")).isEqualTo("number");
        assertThat(facts.get("call_target")).isEqualTo(new Value.Text("number"));
        assertThat(facts.get("own_number"))
                .extracting(row -> ((Value.Row) row).fields().get("headline"))
                .isEqualTo(new Value.Text("The governor's office"));
        assertThat(run("call.open")).isEqualTo("open");
        report("message");
        assertThat(facts.get("booked")).isEqualTo(new Value.Text("none"));
        assertThat(facts).doesNotContainKey("senator");
        assertThat(run("call.done")).isEqualTo("done");
    }

    @Test
    void aCallToANumberIsBookedOnceAndCanBeTakenBack() {
        records.put("action-call", number("303-555-0142", "open"));
        run("call.prepare");
        report("spoke");
        assertThat(run("call.said")).isEqualTo("known");
        run("call.done");
        facts.put(CallRound.CARD, new Value.Text("number-303-555-0142"));
        assertThat(run("call.report", Map.of("outcome", "message"))).isEqualTo("already");
        assertThat(run("call.undo")).isEqualTo("undone");
        assertThat(facts.get("booked")).isEqualTo(new Value.Text("none"));
        assertThat(run("call.undo")).isEqualTo("nothing");
        run("call.prepare");
        report("message");
        now = NOON.plusSeconds(31);
        assertThat(run("call.undo")).isEqualTo("late");
    }

    @Test
    void anOldCardBooksItsOwnSenatorAfterTheCallMovedToANumber() {
        prepare();
        records.put("action-call", number("303-555-0142", "open"));
        facts.put(CallRound.CARD, new Value.Text(""));
        assertThat(run("call.open")).isEqualTo("none");
        facts.put(CallRound.CARD, new Value.Text("NY-S1"));
        report("message");
        assertThat(facts.get("booked")).isEqualTo(new Value.Text("NY-S1"));
        assertThat(run("call.done")).isEqualTo("more");
        assertThat(run("call.prepare")).isEqualTo("number");
        facts.put(CallRound.CARD, new Value.Text("NY-S3"));
        report("message");
        assertThat(run("call.done")).isEqualTo("back");
        assertThat(run("call.undo")).isEqualTo("undone");
        assertThat(facts.get("booked")).isEqualTo(new Value.Text("NY-S3"));
    }

    @Test
    void anOldCardOfANumberBooksNoSenatorAfterTheCallMovedBack() {
        records.put("action-call", number("303-555-0142", "open"));
        run("call.prepare");
        records.put("action-call", number("303-555-0142", "closed"));
        records.put("action-again", action("senate", "open"));
        assertThat(prepare()).isEqualTo("ready NY-S1, 1 left");
        facts.put(CallRound.CARD, new Value.Text("number-303-555-0142"));
        report("message");
        assertThat(facts.get("booked")).isEqualTo(new Value.Text("none"));
        assertThat(run("call.done")).isEqualTo("back");
    }

    @Test
    void aCardWhoseNumberWasReplacedBooksNothing() {
        records.put("action-call", number("303-555-0142", "open"));
        run("call.prepare");
        records.put("action-call", number("303-555-0199", "open"));
        for (String step : List.of("call.open", "call.done", "call.report", "call.said")) {
            facts.put(CallRound.CARD, new Value.Text("number-303-555-0142"));
            assertThat(run(step, Map.of("outcome", "message"))).isIn("over", "more", "unknown");
        }
        assertThat(facts).doesNotContainKeys(CallReport.FACT, "booked");
        assertThat(run("call.undo")).isEqualTo("nothing");
    }

    @Test
    void aNumberWhoseFlowIsClosedStillAsksNobodyWhereTheyLive() {
        facts.remove("home");
        records.put("action-call", number("303-555-0142", "closed"));
        assertThat(run("call.prepare")).isEqualTo("number");
    }

    @Test
    void aCallPartyStaysWithSenators() {
        records.put("action-call", number("303-555-0142", "open"));
        facts.put("party_round", new Value.Text("0 " + NOON.plusSeconds(3600).getEpochSecond() + " NY-S3 NY-S1"));
        assertThat(prepare()).isEqualTo("ready NY-S3, 1 left");
    }

    private static Value number(String phone, String status) {
        return new Value.Row(Map.of(
                "kind", new Value.Text("action"),
                "flow", new Value.Text("call"),
                "who", new Value.Text("number"),
                "office", new Value.Text("the governor's office"),
                "phone", new Value.Code(phone),
                "source", new Value.Text("a letter"),
                "as_of", new Value.Day(LocalDate.of(2026, 11, 20)),
                "status", new Value.Text(status)));
    }

    private static Value action(String who, String status) {
        return new Value.Row(
                Map.of("kind", new Value.Text("action"), "who", new Value.Text(who), "status", new Value.Text(status)));
    }

    private String prepare() {
        String outcome = run("call.prepare");
        Value seat =
                facts.get("senator") instanceof Value.Row row ? row.fields().get("seat") : null;
        return outcome + " " + (seat instanceof Value.Text text ? text.text() : "nobody") + ", "
                + (facts.get("left") instanceof Value.Count left ? left.number() : -1) + " left";
    }

    private void report(String outcome) {
        assertThat(run("call.report", Map.of("outcome", outcome))).isEqualTo("noted");
    }

    private String run(String step) {
        return run(step, Map.of());
    }

    private String run(String name, Map<String, String> with) {
        if (name.equals("call.prepare") || name.equals("call.undo")) {
            // A new turn begins, and it isn't one that a press on a card began.
            facts.remove(CallRound.CARD);
        }
        List<JavaStep> steps = new ArrayList<>(CallSteps.all(() -> directory));
        steps.addAll(ReportSteps.all(() -> directory));
        JavaStep step = Steps.named(name, steps);
        JavaStep.Result result = step.run(new JavaStep.Input(known(), with, now, 1, Language.ENGLISH));
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
            public Map<String, Value> records() {
                return records;
            }
        };
    }

    private static Lawmaker senator(String bioguide, int senateClass) {
        return lawmaker(bioguide, Chamber.SENATE, "NY", Optional.empty(), OptionalInt.of(senateClass));
    }

    private static Lawmaker member(String bioguide, String state, int district) {
        return lawmaker(
                bioguide, Chamber.HOUSE, state, Optional.of(new District(state, district)), OptionalInt.empty());
    }

    private static Lawmaker lawmaker(
            String bioguide, Chamber chamber, String state, Optional<District> district, OptionalInt senateClass) {
        return new Lawmaker(
                bioguide,
                chamber,
                state,
                district,
                "Test " + bioguide,
                "Test",
                bioguide,
                "Nobody's",
                senateClass,
                Optional.empty(),
                LocalDate.of(2025, 1, 3),
                LocalDate.of(2031, 1, 3),
                Optional.of("202-555-0100"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
