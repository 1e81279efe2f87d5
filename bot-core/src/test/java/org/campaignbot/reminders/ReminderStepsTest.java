package org.campaignbot.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.calls.OfficeHours;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.RepairFacts;
import org.campaignbot.conversation.Steps;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderStepsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    @Test
    void nobodyIsInterruptedWhoWroteLessThanAMinuteAgo() {
        assertThat(pause(NOON, null, 59).outcome()).isEqualTo("busy");
        assertThat(again(pause(NOON, null, 59))).isEqualTo(NOON.plusSeconds(60).toString());
        assertThat(pause(NOON, null, 60).outcome()).isEqualTo("quiet");
    }

    @Test
    void whoeverWasGivenHelpInDangerIsLeftInPeaceForHalfAnHour() {
        assertThat(again(pause(NOON, hushed(NOON), 600)))
                .isEqualTo(NOON.plus(Duration.ofMinutes(30)).toString());
        assertThat(pause(NOON, hushed(NOON), 1800).outcome()).isEqualTo("quiet");
    }

    @Test
    void whoeverWentOnAfterwardsIsNot() {
        assertThat(pause(NOON.plusSeconds(90), hushed(NOON), 150).outcome()).isEqualTo("quiet");
    }

    @Test
    void oneWhoIsUnknownIsNotWaitedFor() {
        assertThat(run("reminder.pause", name -> null, NOON).outcome()).isEqualTo("quiet");
    }

    @ParameterizedTest
    @CsvSource({"true, yes", "false, no"})
    void onlyAReminderThatTheProcessForgetsIsNotLasting(boolean areKept, String lasting) {
        JavaStep.Facts facts = name -> switch (name) {
            case "when" -> new Value.Text("tomorrow at 9 am");
            case "zone" -> new Value.Text("America/New_York");
            default -> null;
        };
        JavaStep.Result read = Steps.named("reminder.read", ReminderSteps.all(areKept, ReminderStepsTest::offices))
                .run(new JavaStep.Input(facts, Map.of(), NOON, 1, Language.ENGLISH));
        assertThat(read.facts().get("moment"))
                .isInstanceOfSatisfying(
                        Value.Row.class,
                        moment -> assertThat(moment.fields().get("lasting")).isEqualTo(new Value.Text(lasting)));
    }

    @Test
    void theSameHelpShownTwiceComesOutAsAgain() {
        assertThat(run("reminder.hush", name -> null, NOON).outcome()).isEqualTo("hushed");
        assertThat(run("reminder.hush", shown("other-danger"), NOON).outcome()).isEqualTo("hushed");
        assertThat(run("reminder.hush", shown("urgent-help"), NOON).outcome()).isEqualTo("again");
    }

    private static JavaStep.Facts shown(String help) {
        return name -> name.equals("hushed_for") ? new Value.Text(help) : null;
    }

    @ParameterizedTest
    @CsvSource({"9 pm, yes", "4:30 am, yes", "7 am, early", "8 am, no", "8:59 pm, no"})
    void nightIsFromNineToFiveAndThenItIsEarlyUntilEight(String clock, String night) {
        assertThat(moment(Map.of("when", "tomorrow at " + clock)).fields().get("night"))
                .isEqualTo(new Value.Text(night));
    }

    @ParameterizedTest
    @CsvSource({
        "call, tomorrow at noon, open",
        "call, thursday at noon, holiday",
        "call, saturday at noon, weekend",
        "call, tomorrow at 6 pm, night",
        "write, thursday at noon, open"
    })
    void aReminderOfACallSaysWhetherOfficesAreOpenThen(String flow, String when, String offices) {
        Map<String, String> facts = Map.of("when", when, "remind_flow", flow, "zone", "America/New_York");
        JavaStep.Result read = run("reminder.read", holding(facts), Map.of("offices", "call"), NOON);
        assertThat(((Value.Row) java.util.Objects.requireNonNull(read.facts().get("moment")))
                        .fields()
                        .get("offices"))
                .isEqualTo(new Value.Text(offices));
    }

    @Test
    void aTimeForAReminderThatWasJustSetIsForThatOne() {
        Map<String, String> facts =
                Map.of(JavaStep.Facts.WAITING_FLOW, "remind", "reminders", "write=2026-11-27T14:00:00Z");
        JavaStep.Result subject =
                run("reminder.subject", holding(facts), Map.of("call", "call", "write", "letter"), NOON);
        assertThat(subject.facts().get("remind_flow")).isEqualTo(new Value.Text("write"));
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        Map<String, String> facts = Map.of(
                "when", "1 pm", "changing", "yes", "remind_flow", "call", "reminders", "call=2026-11-27T14:00:00Z");
        assertThat(moment(facts).fields().get("instant")).isEqualTo(new Value.Text("2026-11-27T18:00:00Z"));
    }

    @Test
    void theWeekAfterIsAfterTheOneThatIsSet() {
        Map<String, String> facts = Map.of(
                "when",
                "the week after then, around noon",
                "changing",
                "yes",
                "remind_flow",
                "call",
                "reminders",
                "call=2026-11-26T17:00:00Z");
        assertThat(moment(facts).fields().get("instant")).isEqualTo(new Value.Text("2026-12-03T17:00:00Z"));
    }

    @Test
    void aTimeByAnotherClockIsReadByThatOne() {
        assertThat(moment(Map.of("when", "tomorrow at 9 pacific time")).fields().get("instant"))
                .isEqualTo(new Value.Text("2026-11-25T17:00:00Z"));
    }

    @Test
    void aTimeInTheAnswerToTheZoneCounts() {
        assertThat(moment(Map.of("when", "at 6", "zone_words", "eastern, tomorrow at 7"))
                        .fields()
                        .get("instant"))
                .isEqualTo(new Value.Text("2026-11-26T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"start, '', known", "menu, '', unknown", "start, call=2026-11-27T14:00:00Z, unknown"})
    void aQuestionThatOnlySpeaksOfOneThingMeansItUntilAReminderIsSet(String waiting, String set, String outcome) {
        Map<String, String> facts = Map.of(JavaStep.Facts.WAITING_FLOW, waiting, "reminders", set);
        JavaStep.Result subject =
                run("reminder.subject", holding(facts), Map.of("call", "@start call", "write", "letter"), NOON);
        assertThat(subject.outcome()).isEqualTo(outcome);
    }

    private static String offices(Instant at) {
        return OfficeHours.inWashington(at).word();
    }

    private static JavaStep.Facts holding(Map<String, String> facts) {
        return name -> {
            String text = facts.get(name);
            return text == null ? null : new Value.Text(text);
        };
    }

    private static Value.Row moment(Map<String, String> facts) {
        Map<String, String> held = new HashMap<>(facts);
        held.put("zone", "America/New_York");
        return (Value.Row) java.util.Objects.requireNonNull(
                run("reminder.read", holding(held), NOON).facts().get("moment"));
    }

    private static Value hushed(Instant now) {
        Value hushed = run("reminder.hush", name -> null, now).facts().get(RepairFacts.HUSH);
        return java.util.Objects.requireNonNull(hushed);
    }

    private static JavaStep.Result pause(
            Instant lastTurn, @org.jspecify.annotations.Nullable Value hushed, int seconds) {
        JavaStep.Facts facts = name -> name.equals(JavaStep.Facts.LAST_TURN)
                ? new Value.Text(lastTurn.toString())
                : name.equals(RepairFacts.HUSH) ? hushed : null;
        return run("reminder.pause", facts, NOON.plusSeconds(seconds));
    }

    private static JavaStep.Result run(String name, JavaStep.Facts facts, Instant now) {
        return run(name, facts, name.equals("reminder.hush") ? Map.of("for", "urgent-help") : Map.of(), now);
    }

    private static JavaStep.Result run(String name, JavaStep.Facts facts, Map<String, String> with, Instant now) {
        return Steps.named(name, ReminderSteps.all(true, ReminderStepsTest::offices))
                .run(new JavaStep.Input(facts, with, now, 1, Language.ENGLISH));
    }

    private static String again(JavaStep.Result result) {
        Value.Row row =
                (Value.Row) java.util.Objects.requireNonNull(result.facts().get("pause"));
        return ((Value.Text) java.util.Objects.requireNonNull(row.fields().get("instant"))).text();
    }
}
