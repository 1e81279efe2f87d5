package campaignbot.features;

import campaignbot.action.ActionStatus;
import campaignbot.action.CallHours;
import campaignbot.action.ChooseSeat;
import campaignbot.action.ChosenSeat;
import campaignbot.action.ClimbLadder;
import campaignbot.action.FindAim;
import campaignbot.action.FinishCall;
import campaignbot.action.GoOnAfterCall;
import campaignbot.action.MarkSeat;
import campaignbot.action.OpenActions;
import campaignbot.action.PrepareCall;
import campaignbot.action.ReportCall;
import campaignbot.action.RoundSeats;
import campaignbot.action.StartUndo;
import campaignbot.action.UndoCall;
import campaignbot.action.UndoWindow;
import campaignbot.action.letter.AskPart;
import campaignbot.action.letter.BeginLetter;
import campaignbot.action.letter.KeepPart;
import campaignbot.action.letter.NextPart;
import campaignbot.action.letter.ShowLetter;
import campaignbot.action.visit.ChooseOffice;
import campaignbot.action.visit.ShowOffice;
import campaignbot.alert.desk.AlarmChoice;
import campaignbot.alert.desk.AlertDeskHandler;
import campaignbot.alert.desk.DeskSteps;
import campaignbot.alert.reader.AlertHandler;
import campaignbot.alert.reader.OpenAlert;
import campaignbot.conversation.AnyWords;
import campaignbot.conversation.Expectation;
import campaignbot.conversation.JavaStep;
import campaignbot.conversation.Vocabulary;
import campaignbot.directory.Directory;
import campaignbot.lookup.FindHome;
import campaignbot.lookup.HomeOptions;
import campaignbot.lookup.HomeSeats;
import campaignbot.lookup.PickHome;
import campaignbot.lookup.PlaceExpectation;
import campaignbot.party.PartyHandler;
import campaignbot.party.PartyPlace;
import campaignbot.reminder.FindZone;
import campaignbot.reminder.Hush;
import campaignbot.reminder.KnownZone;
import campaignbot.reminder.Pause;
import campaignbot.reminder.ReadTime;
import campaignbot.reminder.ReminderSubject;
import campaignbot.reminder.ZoneOptions;
import campaignbot.subscription.AlertScope;
import campaignbot.subscription.AlertTopics;
import campaignbot.subscription.GroupSubscriptions;
import campaignbot.subscription.SubscriptionHandler;
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
        return Vocabulary.of(
                        Stream.of(
                                        lookup(directory),
                                        actions(directory),
                                        letters(directory),
                                        followUp(directory),
                                        DeskSteps.all())
                                .flatMap(List::stream)
                                .toList(),
                        expectations(directory),
                        EFFECTS)
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

    private static List<JavaStep> lookup(Supplier<Directory> directory) {
        return List.of(new FindHome(directory), new PickHome(directory), new HomeOptions(), new HomeSeats(directory));
    }

    private static List<JavaStep> actions(Supplier<Directory> directory) {
        return List.of(
                new ActionStatus(),
                new OpenActions(),
                new PrepareCall(directory),
                new FinishCall(directory),
                new UndoCall(directory),
                new ReportCall(directory),
                new GoOnAfterCall(),
                new ClimbLadder(directory),
                new CallHours(directory),
                new StartUndo(),
                new UndoWindow(),
                new RoundSeats(directory),
                new FindAim(directory),
                new PartyPlace());
    }

    private static List<JavaStep> letters(Supplier<Directory> directory) {
        return List.of(
                new ChooseSeat(directory),
                new ChosenSeat(directory),
                new MarkSeat(),
                new BeginLetter(),
                new AskPart(),
                new KeepPart(),
                new NextPart(),
                new ShowLetter(directory),
                new ChooseOffice(directory),
                new ShowOffice(directory));
    }

    private static List<JavaStep> followUp(Supplier<Directory> directory) {
        return List.of(
                new KnownZone(directory),
                new FindZone(directory),
                new ZoneOptions(),
                new ReadTime(false),
                new ReminderSubject(),
                new Hush(),
                new Pause(),
                new AlertScope(directory),
                new AlertTopics(),
                new OpenAlert(directory));
    }

    private static List<Expectation> expectations(Supplier<Directory> directory) {
        return List.of(
                new PlaceExpectation(directory),
                FindZone.expectation(directory),
                ReadTime.expectation(),
                new AnyWords());
    }
}
