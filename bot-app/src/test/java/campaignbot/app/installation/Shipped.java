package campaignbot.app.installation;

import campaignbot.directory.Directory;
import java.nio.file.Path;

/** The campaign and tables that ship, read once for all tests. */
public final class Shipped {

    /** The content folder of the checkout. */
    public static final Content CONTENT = new Content(Path.of("..", "content"), Content.DEFAULT_CAMPAIGN);

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
}
