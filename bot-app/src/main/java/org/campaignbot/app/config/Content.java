package org.campaignbot.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.campaignbot.content.Problem;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.directory.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Where this installation's content is, and which campaign it serves.
 *
 * @param folder the content folder
 * @param campaign the name of the campaign
 * @param data the folder for this installation's own data, such as applied tables
 */
public record Content(Path folder, String campaign, Path data) {

    /** The environment variable for a content folder other than the one beside the launcher. */
    public static final String FOLDER_VARIABLE = "BOT_CONTENT";

    /** The environment variable for the campaign's name. */
    public static final String CAMPAIGN_VARIABLE = "BOT_CAMPAIGN";

    /** The campaign that is served by default. */
    public static final String DEFAULT_CAMPAIGN = "welcoming-communities";

    /**
     * Finds the content that an environment names.
     *
     * @param campaign the campaign named on the command line, or null
     * @throws SettingProblem if the folder doesn't exist
     */
    public static Content of(Map<String, String> environment, @Nullable String campaign) throws SettingProblem {
        return of(Variables.of(environment).installation(), campaign);
    }

    static Content of(InstallationProperties named, @Nullable String campaign) throws SettingProblem {
        Path folder = folder(named);
        String wanted = campaign != null ? campaign : Objects.requireNonNullElse(named.botCampaign(), DEFAULT_CAMPAIGN);
        if (!Files.isRegularFile(folder.resolve("campaigns").resolve(wanted).resolve("pack.yaml"))) {
            throw new SettingProblem(
                    campaign == null
                            ? CAMPAIGN_VARIABLE + " names no campaign in " + folder.resolve("campaigns")
                                    + ". Name one that is there."
                            : "There is no campaign named \"" + campaign + "\" in " + folder.resolve("campaigns")
                                    + ". Name one that is there.");
        }
        return new Content(folder, wanted, StorageSettings.folder(named.botData()));
    }

    /**
     * Finds the content folder that an environment names.
     *
     * @throws SettingProblem if the folder doesn't exist
     */
    public static Path folder(Map<String, String> environment) throws SettingProblem {
        return folder(Variables.of(environment).installation());
    }

    private static Path folder(InstallationProperties installation) throws SettingProblem {
        String named = installation.botContent();
        Path folder = named != null ? Path.of(named) : Path.of(System.getProperty("bot.home", "."), "content");
        if (!Files.isDirectory(folder.resolve("campaigns"))) {
            throw new SettingProblem("There is no folder " + folder.resolve("campaigns") + ". "
                    + (named != null
                            ? "Set " + FOLDER_VARIABLE + " to the content folder."
                            : "Start the bot by ./bot."));
        }
        return folder;
    }

    /** The folder of the campaign. */
    public Path campaignFolder() {
        return folder.resolve("campaigns").resolve(campaign);
    }

    /** The folder of the fact tables. */
    public Path tables() {
        return folder.resolve("directory");
    }

    /**
     * Reads the fact tables that ship; the transcripts are written against them.
     *
     * @throws BrokenContent if they have problems
     */
    public Directory directory() throws BrokenContent {
        return LiveDirectory.read(tables(), Optional.empty(), Optional.empty(), nothingIsWrong -> {});
    }

    /**
     * Reads the newer of the shipped and the applied fact tables, and picks up tables applied later. Corrections come with {@link
     * LiveDirectory#heed}.
     *
     * @param report takes what is wrong with applied tables, in words for the operator
     * @throws BrokenContent if the shipped tables have problems
     */
    public LiveDirectory liveDirectory(InstantSource clock, Consumer<String> report) throws BrokenContent {
        return new LiveDirectory(tables(), new AppliedTables(data), AppliedTables.maps(data), clock, report);
    }

    /** Content that the bot can't start with; its problems say where, what, and how to fix it. */
    public static final class BrokenContent extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        BrokenContent(List<Problem> problems) {
            super(String.join("\n", problems.stream().map(Problem::toString).toList()));
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }
}
