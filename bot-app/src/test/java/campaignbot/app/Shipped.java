package campaignbot.app;

import campaignbot.directory.Directory;
import java.nio.file.Path;

/** The campaign and tables that ship, read once for all tests. */
final class Shipped {

    /** The content folder of the checkout. */
    static final Content CONTENT = new Content(Path.of("..", "content"), Content.DEFAULT_CAMPAIGN);

    static final Directory DIRECTORY;

    static final Campaign CAMPAIGN;

    static {
        try {
            DIRECTORY = CONTENT.directory();
            CAMPAIGN = Campaign.read(CONTENT, () -> DIRECTORY);
        } catch (Content.BrokenContent broken) {
            throw new ExceptionInInitializerError(broken.getMessage());
        }
    }

    private Shipped() {}
}
