package org.campaignbot.app.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder for this installation's data, apart from the code and content that an update replaces. */
public final class DataFolder {

    /** The environment variable for a folder other than {@code data} beside the launcher. */
    public static final String VARIABLE = "BOT_DATA";

    private DataFolder() {}

    /** The folder of that name, or the default one; it need not exist. */
    public static Path of(@Nullable String named) {
        return named != null && !named.isBlank()
                ? Path.of(named)
                : Path.of(System.getProperty("bot.home", "."), "data");
    }
}
