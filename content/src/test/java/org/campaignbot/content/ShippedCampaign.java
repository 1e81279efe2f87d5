package org.campaignbot.content;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.campaignbot.content.pack.PackRead;
import org.campaignbot.content.pack.PackReader;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.content.understanding.QuestionMatcher;
import org.campaignbot.content.understanding.QuestionUnderstanding;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.PackVocabulary;
import org.campaignbot.directory.Directory;
import org.campaignbot.features.Features;
import org.campaignbot.flow.Pack;

/** The campaign and the fact tables that ship, read once for all tests. */
public final class ShippedCampaign {

    /** The folder of the campaign. */
    public static final Path FOLDER = Path.of("campaigns", "welcoming-communities");

    /** The fact tables. */
    public static final Directory DIRECTORY = directory();

    /** What its flows may call by name; every Java step is held to what it declares. */
    public static final PackVocabulary VOCABULARY = DeclaredSteps.of(Features.vocabulary(() -> DIRECTORY, false));

    /** Its pack. */
    public static final Pack PACK = pack();

    private static final QuestionMatcher MATCHER = LearnedOnce.matcher(PACK);

    private ShippedCampaign() {}

    /** An engine over the pack, or over an edited one. */
    public static Engine engine(Pack pack) {
        return new Engine(pack, VOCABULARY, new QuestionUnderstanding(MATCHER, pack));
    }

    /** Engines over other tables; what happens there isn't what the shipped chats show. */
    public static Function<Pack, Engine> engines(Supplier<Directory> directory) {
        PackVocabulary vocabulary = Features.vocabulary(directory, false);
        return pack -> new Engine(pack, vocabulary, new QuestionUnderstanding(MATCHER, pack));
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
