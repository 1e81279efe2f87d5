package campaignbot.app.installation;

import campaignbot.directory.Directory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The campaign and tables that ship, read once for all tests. */
public final class Shipped {

    /** The content folder of the checkout. */
    public static final Content CONTENT = new Content(
            Path.of("..", "content"), Content.DEFAULT_CAMPAIGN, DataFolder.of(System.getenv(DataFolder.VARIABLE)));

    public static final Directory DIRECTORY;

    public static final Campaign CAMPAIGN;

    static {
        try {
            DIRECTORY = CONTENT.directory();
            CAMPAIGN = Campaign.read(CONTENT, () -> DIRECTORY);
        } catch (Content.BrokenContent broken) {
            throw new ExceptionInInitializerError(broken.getMessage());
        }
    }

    private Shipped() {}

    /** A folder for what an installation keeps, in which nobody has to learn the questions anew. */
    public static Path dataIn(Path folder) throws IOException {
        // Reading the campaign above has learned them, once for all tests.
        Path learned = CONTENT.data().resolve("learned");
        if (Files.isDirectory(learned)) {
            Path copy = Files.createDirectories(folder.resolve("learned"));
            try (Stream<Path> files = Files.list(learned)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        return folder;
    }
}
