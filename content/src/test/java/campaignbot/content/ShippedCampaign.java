package campaignbot.content;

import campaignbot.action.ChooseSeat;
import campaignbot.action.ChosenSeat;
import campaignbot.action.FinishCall;
import campaignbot.action.MarkSeat;
import campaignbot.action.PrepareCall;
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
import campaignbot.content.pack.PackRead;
import campaignbot.content.pack.PackReader;
import campaignbot.content.tables.DirectoryTables;
import campaignbot.content.understanding.QuestionMatcher;
import campaignbot.content.understanding.QuestionUnderstanding;
import campaignbot.conversation.AnyWords;
import campaignbot.conversation.Engine;
import campaignbot.conversation.Vocabulary;
import campaignbot.directory.Directory;
import campaignbot.flow.Pack;
import campaignbot.lookup.FindHome;
import campaignbot.lookup.HomeOptions;
import campaignbot.lookup.HomeSeats;
import campaignbot.lookup.PickHome;
import campaignbot.lookup.PlaceExpectation;
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
                    new StartUndo(),
                    new UndoWindow(),
                    new ChooseSeat(() -> DIRECTORY),
                    new ChosenSeat(() -> DIRECTORY),
                    new MarkSeat(),
                    new BeginLetter(),
                    new AskPart(),
                    new KeepPart(),
                    new NextPart(),
                    new ShowLetter(() -> DIRECTORY),
                    new ChooseOffice(() -> DIRECTORY),
                    new ShowOffice(() -> DIRECTORY)),
            List.of(new PlaceExpectation(() -> DIRECTORY), new AnyWords()),
            List.of("count", "uncount"));

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
