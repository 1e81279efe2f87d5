package org.campaignbot.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.campaignbot.alert.desk.AlarmChoice;
import org.campaignbot.alert.desk.AlertEffectHandler;
import org.campaignbot.alert.desk.ConsoleDesk;
import org.campaignbot.alert.desk.DeskSteps;
import org.campaignbot.alert.desk.NumberDesk;
import org.campaignbot.alert.desk.TestGroup;
import org.campaignbot.alert.desk.TurnoverDesk;
import org.campaignbot.alert.reader.AlertHandler;
import org.campaignbot.alert.reader.AlertSteps;
import org.campaignbot.calls.ActionSteps;
import org.campaignbot.calls.CallSteps;
import org.campaignbot.calls.OfficeHours;
import org.campaignbot.calls.PartySteps;
import org.campaignbot.calls.ReportSteps;
import org.campaignbot.calls.SeatSteps;
import org.campaignbot.calls.TypedReportSteps;
import org.campaignbot.conversation.ChatSteps;
import org.campaignbot.conversation.Expectation;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.PackVocabulary;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.letters.LetterSteps;
import org.campaignbot.lookup.ElsewhereStep;
import org.campaignbot.lookup.HomeSteps;
import org.campaignbot.party.PartyHandler;
import org.campaignbot.reminders.ReminderSteps;
import org.campaignbot.reminders.ZoneSteps;
import org.campaignbot.subscriptions.GroupSubscriptions;
import org.campaignbot.subscriptions.SubscriptionHandler;
import org.campaignbot.subscriptions.SubscriptionSteps;
import org.campaignbot.visits.VisitSteps;

/** The Java steps, kinds of expected words and effects that packs can call. */
public final class Features {

    private static final List<String> EFFECTS = List.of(
            "count",
            "uncount",
            "report-number",
            "withdraw-number",
            "remind",
            "unremind",
            "subscribe",
            "unsubscribe",
            GroupSubscriptions.SUBSCRIBE,
            GroupSubscriptions.UNSUBSCRIBE,
            SubscriptionHandler.KEEP,
            AlertHandler.STARTED,
            AlarmChoice.EFFECT,
            TestGroup.EFFECT,
            TestGroup.LEAVE,
            NumberDesk.EFFECT,
            TurnoverDesk.EFFECT,
            ConsoleDesk.EFFECT,
            AlertEffectHandler.ACT,
            AlertEffectHandler.DRAFT,
            AlertEffectHandler.ALONE,
            AlertEffectHandler.AGAIN,
            AlertEffectHandler.PART,
            PartyHandler.OPEN,
            PartyHandler.JOIN,
            PartyHandler.END);

    private Features() {}

    /**
     * What packs can call, using the current directory.
     *
     * @param remindersAreKept whether reminders outlive the process, as those in a database do
     */
    public static PackVocabulary vocabulary(Supplier<Directory> directory, boolean remindersAreKept) {
        List<JavaStep> steps = Stream.of(
                        HomeSteps.all(directory),
                        List.of(ElsewhereStep.of(directory)),
                        ActionSteps.all(),
                        ChatSteps.all(),
                        CallSteps.all(directory),
                        ReportSteps.all(directory),
                        TypedReportSteps.all(directory),
                        PartySteps.all(directory),
                        SeatSteps.all(directory),
                        LetterSteps.all(directory),
                        VisitSteps.all(directory),
                        ZoneSteps.all(directory),
                        ReminderSteps.all(
                                remindersAreKept,
                                instant -> OfficeHours.inWashington(instant).word()),
                        SubscriptionSteps.all(directory),
                        AlertSteps.all(directory),
                        DeskSteps.all(),
                        List.of(NumberDesk.step()))
                .flatMap(List::stream)
                .toList();
        List<Expectation> expectations = new ArrayList<>(List.of(
                HomeSteps.place(directory),
                ZoneSteps.zone(directory),
                ReminderSteps.time(),
                ReminderSteps.reply(),
                ReminderSteps.task(),
                new Expectation.AnyWords()));
        expectations.addAll(LetterSteps.expectations(directory));
        return PackVocabulary.of(steps, expectations, EFFECTS)
                .drafting(AlertEffectHandler.DRAFTS)
                .telling(told())
                .resulting(results());
    }

    private static List<StepValue> results() {
        List<StepValue> results = new ArrayList<>(AlertEffectHandler.RESULTS);
        results.addAll(NumberDesk.RESULTS);
        results.addAll(TurnoverDesk.RESULTS);
        return results;
    }

    private static Map<String, Set<String>> told() {
        Map<String, Set<String>> told = new HashMap<>(PartyHandler.TOLD);
        told.putAll(AlertEffectHandler.TOLD);
        told.putAll(AlarmChoice.TOLD);
        told.putAll(TestGroup.TOLD);
        told.putAll(NumberDesk.TOLD);
        told.putAll(TurnoverDesk.TOLD);
        told.putAll(ConsoleDesk.TOLD);
        told.putAll(GroupSubscriptions.TOLD);
        told.putAll(AlertHandler.TOLD);
        told.putAll(SubscriptionHandler.TOLD);
        return told;
    }
}
