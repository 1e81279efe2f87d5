package campaignbot.app;

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
import campaignbot.content.understanding.QuestionMatcher;
import campaignbot.content.understanding.QuestionUnderstanding;
import campaignbot.conversation.AnyWords;
import campaignbot.conversation.Engine;
import campaignbot.conversation.Understanding;
import campaignbot.conversation.Vocabulary;
import campaignbot.directory.Directory;
import campaignbot.flow.Pack;
import campaignbot.lookup.FindHome;
import campaignbot.lookup.HomeOptions;
import campaignbot.lookup.HomeSeats;
import campaignbot.lookup.PickHome;
import campaignbot.lookup.PlaceExpectation;
import java.util.List;
import java.util.function.Supplier;

/** A pack joined with the features that it can call by name. */
public record Campaign(Pack pack, Vocabulary vocabulary, QuestionMatcher matcher) {

    /** What packs can call, over the directory of the moment. */
    public static Vocabulary vocabulary(Supplier<Directory> directory) {
        return Vocabulary.of(
                List.of(
                        new FindHome(directory),
                        new PickHome(directory),
                        new HomeOptions(),
                        new HomeSeats(directory),
                        new PrepareCall(directory),
                        new FinishCall(directory),
                        new UndoCall(directory),
                        new StartUndo(),
                        new UndoWindow(),
                        new ChooseSeat(directory),
                        new ChosenSeat(directory),
                        new MarkSeat(),
                        new BeginLetter(),
                        new AskPart(),
                        new KeepPart(),
                        new NextPart(),
                        new ShowLetter(directory),
                        new ChooseOffice(directory),
                        new ShowOffice(directory)),
                List.of(new PlaceExpectation(directory), new AnyWords()),
                List.of("count", "uncount"));
    }

    /**
     * Reads the campaign of some content.
     *
     * @throws Content.BrokenContent where its pack has errors
     */
    static Campaign read(Content content, Supplier<Directory> directory) throws Content.BrokenContent {
        Vocabulary vocabulary = vocabulary(directory);
        PackRead read = PackReader.read(content.folder(), content.campaign(), vocabulary);
        Pack pack = read.pack();
        if (pack == null) {
            throw new Content.BrokenContent(read.errors());
        }
        QuestionMatcher.Result questions = QuestionMatcher.read(content.folder(), pack);
        if (!questions.problems().isEmpty()) {
            throw new Content.BrokenContent(questions.problems());
        }
        return new Campaign(pack, vocabulary, questions.matcher());
    }

    /** An engine over its pack. */
    public Engine engine() {
        return engine(pack);
    }

    /** What it makes of a free question. */
    Understanding understanding() {
        return new QuestionUnderstanding(matcher, pack);
    }

    /** An engine over an edited pack, with the same features. */
    Engine engine(Pack other) {
        return new Engine(other, vocabulary, new QuestionUnderstanding(matcher, other));
    }
}
