package campaignbot.features;

import campaignbot.action.ActionSteps;
import campaignbot.action.CallSteps;
import campaignbot.action.PartySteps;
import campaignbot.action.ReportSteps;
import campaignbot.action.SeatSteps;
import campaignbot.action.letter.LetterSteps;
import campaignbot.action.visit.VisitSteps;
import campaignbot.alert.desk.AlarmChoice;
import campaignbot.alert.desk.AlertDeskHandler;
import campaignbot.alert.desk.DeskSteps;
import campaignbot.alert.reader.AlertHandler;
import campaignbot.alert.reader.AlertSteps;
import campaignbot.conversation.AnyWords;
import campaignbot.conversation.Expectation;
import campaignbot.conversation.JavaStep;
import campaignbot.conversation.Vocabulary;
import campaignbot.directory.Directory;
import campaignbot.lookup.HomeSteps;
import campaignbot.party.PartyHandler;
import campaignbot.reminder.ReminderSteps;
import campaignbot.reminder.ZoneSteps;
import campaignbot.subscription.GroupSubscriptions;
import campaignbot.subscription.SubscriptionHandler;
import campaignbot.subscription.SubscriptionSteps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
            AlertDeskHandler.ACT,
            AlertDeskHandler.DRAFT,
            AlertDeskHandler.ALONE,
            AlertDeskHandler.AGAIN,
            PartyHandler.OPEN,
            PartyHandler.JOIN,
            PartyHandler.END);

    private Features() {}

    /** What packs can call, using the current directory. */
    public static Vocabulary vocabulary(Supplier<Directory> directory) {
        List<JavaStep> steps = Stream.of(
                        HomeSteps.all(directory),
                        ActionSteps.all(),
                        CallSteps.all(directory),
                        ReportSteps.all(directory),
                        PartySteps.all(directory),
                        SeatSteps.all(directory),
                        LetterSteps.all(directory),
                        VisitSteps.all(directory),
                        ZoneSteps.all(directory),
                        ReminderSteps.all(),
                        SubscriptionSteps.all(directory),
                        AlertSteps.all(directory),
                        DeskSteps.all())
                .flatMap(List::stream)
                .toList();
        List<Expectation> expectations =
                List.of(HomeSteps.place(directory), ZoneSteps.zone(directory), ReminderSteps.time(), new AnyWords());
        return Vocabulary.of(steps, expectations, EFFECTS)
                .drafting(AlertDeskHandler.DRAFTS)
                .telling(told());
    }

    private static Map<String, Set<String>> told() {
        Map<String, Set<String>> told = new HashMap<>(PartyHandler.TOLD);
        told.putAll(AlertDeskHandler.TOLD);
        told.putAll(AlarmChoice.TOLD);
        told.putAll(GroupSubscriptions.TOLD);
        told.putAll(AlertHandler.TOLD);
        told.putAll(SubscriptionHandler.TOLD);
        return told;
    }
}
