package campaignbot.content;

import campaignbot.action.FinishCall;
import campaignbot.action.PrepareCall;
import campaignbot.action.UndoCall;
import campaignbot.alert.AlertScope;
import campaignbot.content.pack.PackRead;
import campaignbot.content.pack.PackReader;
import campaignbot.content.tables.DirectoryTables;
import campaignbot.content.understanding.QuestionMatcher;
import campaignbot.content.understanding.QuestionUnderstanding;
import campaignbot.conversation.Engine;
import campaignbot.conversation.Vocabulary;
import campaignbot.directory.Directory;
import campaignbot.flow.Pack;
import campaignbot.lookup.FindHome;
import campaignbot.lookup.HomeOptions;
import campaignbot.lookup.HomeSeats;
import campaignbot.lookup.PickHome;
import campaignbot.lookup.PlaceExpectation;
import campaignbot.reminder.FindZone;
import campaignbot.reminder.KnownZone;
import campaignbot.reminder.Pause;
import campaignbot.reminder.ReadTime;
import campaignbot.reminder.ReminderSubject;
import campaignbot.reminder.ZoneOptions;
import java.nio.file.Path;
import java.util.List;

/** The campaign and the fact tables that ship, read once for all tests. */
public final class ShippedCampaign {

    /** The folder of the campaign. */
    public static final Path FOLDER = Path.of("campaigns", "welcoming-communities");

    /** The fact tables. */
    public static final Directory DIRECTORY = directory();

    /** What its flows may call by name. */
    public static final Vocabulary VOCABULARY = Vocabulary.of(
            List.of(
                    new FindHome(() -> DIRECTORY),
                    new PickHome(() -> DIRECTORY),
                    new HomeOptions(),
                    new HomeSeats(() -> DIRECTORY),
                    new PrepareCall(() -> DIRECTORY),
                    new FinishCall(() -> DIRECTORY),
                    new UndoCall(() -> DIRECTORY),
                    new KnownZone(() -> DIRECTORY),
                    new FindZone(() -> DIRECTORY),
                    new ZoneOptions(),
                    new ReadTime(false),
                    new ReminderSubject(),
                    new Pause(),
                    new AlertScope(() -> DIRECTORY)),
            List.of(
                    new PlaceExpectation(() -> DIRECTORY),
                    FindZone.expectation(() -> DIRECTORY),
                    ReadTime.expectation()),
            List.of("count", "uncount", "remind", "unremind", "subscribe", "unsubscribe"));

    /** Its pack. */
    public static final Pack PACK = pack();

    private static final QuestionMatcher MATCHER =
            QuestionMatcher.read(Path.of(""), PACK).matcher();

    private ShippedCampaign() {}

    /** An engine over the pack, or over an edited one. */
    public static Engine engine(Pack pack) {
        return new Engine(pack, VOCABULARY, new QuestionUnderstanding(MATCHER, pack));
    }

    private static Pack pack() {
        PackRead read = PackReader.read(Path.of(""), FOLDER.getFileName().toString(), VOCABULARY);
        Pack pack = read.pack();
        if (pack == null) {
            throw new AssertionError("the shipped pack is broken: " + read.errors());
        }
        return pack;
    }

    private static Directory directory() {
        DirectoryTables.Result result = DirectoryTables.read(Path.of("directory"));
        if (result instanceof DirectoryTables.Result.Broken broken) {
            throw new AssertionError("the shipped tables are broken: " + broken.problems());
        }
        return ((DirectoryTables.Result.Read) result).directory();
    }
}
