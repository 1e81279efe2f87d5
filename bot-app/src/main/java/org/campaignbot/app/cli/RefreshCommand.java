package org.campaignbot.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.DirectorySettings;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.content.refresh.Download;
import org.campaignbot.content.refresh.FeedTrust;
import org.campaignbot.content.refresh.Refresh;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.directory.EasternTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Updates the tables of lawmakers, districts and ZIP codes. */
@Command(
        name = "refresh",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what new tables would change, and with --apply puts them in force.",
            "A folder holds the five files of unitedstates/congress-legislators (legislators-current.yaml, "
                    + "legislators-district-offices.yaml, legislators-social-media.yaml, committees-current.yaml, "
                    + "committee-membership-current.yaml), a map (zip-districts-cdNNN.csv and districts-cdNNN.topojson), "
                    + "or both. From an address come the five files alone; the source publishes them at "
                    + Download.USUAL
                    + " .",
            "A feed is one file with all tables, signed by a key that " + FeedTrust.SETTING
                    + " names. Its name ends with .feed, here or at an address; ./bot directory pack makes one.",
            "Ends with 1 where the new tables are refused; the former ones then stay."
        })
final class RefreshCommand implements Callable<Integer> {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

    @Parameters(
            paramLabel = "FOLDER|FILE|URL",
            description = "The folder with the new files, a feed, or the address of either on the web.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String source;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The state of the source, as 2026-11-24: the day of its last change, never today for want of it. A web "
                            + "server usually tells it.")
    private @Nullable String asOf;

    @Option(
            names = "--apply",
            description = "Write the tables below " + StorageSettings.DATA + "; a folder needs --as-of.")
    private boolean apply;

    @Option(
            names = "--names",
            description =
                    "Take the names alone, in the 14 days after a Congress begins, while their source has few numbers. "
                            + "Members who stay keep theirs, with their date; cards of the others give the Capitol switchboard.")
    private boolean names;

    @Option(names = "--map", description = "Take the map of a feed, too.")
    private boolean map;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        boolean isAddress = ADDRESS.matcher(source).matches();
        boolean isFeed = isAddress ? Download.isFeed(source) : Files.isRegularFile(Path.of(source));
        if (!isAddress && !isFeed && !Files.isDirectory(Path.of(source))) {
            throw new SettingProblem(
                    "There is no folder or feed " + source + ". Name the folder with the new files, or the feed.");
        }
        if (isFeed ? asOf != null : map) {
            throw new SettingProblem(
                    isFeed ? "A feed says itself how old it is. Leave out --as-of." : "--map is for a feed alone.");
        }
        if (apply && asOf == null && !isAddress && !isFeed) {
            throw new SettingProblem(
                    "--apply needs --as-of: the files do not say how old they are, and every card does.");
        }
        Shell shell = Shell.of(spec);
        LocalDate today = EasternTime.dateAt(shell.clock().instant());
        Content content = shell.content();
        AppliedTables applied = new AppliedTables(content.data());
        DirectorySettings settings = DirectorySettings.of(shell.variables());
        FeedTrust trust = settings.trust(content.data());
        Refresh.Outcome outcome = isAddress
                ? Refresh.fetch(content.tables(), applied.newest(), settings.from(source), day(), today, trust, map)
                : isFeed
                        ? Refresh.ofFeed(content.tables(), applied.newest(), Path.of(source), trust, map, today)
                        : Refresh.prepare(content.tables(), applied.newest(), Path.of(source), day(), today);
        if (apply && outcome.feed().isPresent()) {
            outcome.feed().get().keep(content.data());
        }
        PrintWriter out = spec.commandLine().getOut();
        outcome.report().forEach(out::println);
        if (!outcome.refusals().isEmpty()) {
            outcome.refusals().forEach(refusal -> out.println("refused: " + refusal));
            return outcome.names().isPresent() ? names(outcome, outcome.names().get(), applied, out) : stay(out);
        }
        if (outcome.isNothingNew()) {
            return 0;
        }
        if (apply && outcome.asOf().isEmpty()) {
            throw new SettingProblem(
                    "--apply needs --as-of: the server does not say how old the files are, and every card" + " does.");
        }
        if (apply) {
            out.println(
                    "Written to " + applied.apply(outcome.files()) + "; every running bot takes it within a minute.");
        } else {
            String day = outcome.asOf().map(LocalDate::toString).orElse("DATE");
            boolean isTold =
                    (isAddress || isFeed) && asOf == null && outcome.asOf().isPresent();
            out.println((isTold
                            ? (isFeed ? "The feed is of " : "The source is of ") + day
                                    + ". Nothing is written. With --apply"
                            : "Nothing is written. With --apply --as-of " + day)
                    + " these tables would be put in force.");
        }
        return 0;
    }

    private static int stay(PrintWriter out) {
        out.println("The former tables stay.");
        return 1;
    }

    /** What to do with tables that lack numbers alone, just after a Congress began. */
    private int names(Refresh.Outcome outcome, Refresh.Names offered, AppliedTables applied, PrintWriter out)
            throws IOException {
        String without = offered.withoutNumber() + " members without a number get the Capitol switchboard";
        if (offered.areInForce()) {
            out.println("These names are in force already; " + without
                    + ". Try again tomorrow: the numbers of 2025 came" + " two days after the names.");
        } else if (names && apply) {
            out.println("The names of " + outcome.asOf().orElseThrow() + " are written to "
                    + applied.apply(offered.files()) + "; every running bot takes them within a minute. " + without
                    + ".");
            return 0;
        } else {
            out.println(
                    "A new Congress has its names before its numbers. With --names --apply the names would be put in"
                            + " force: members who stay keep their number with its date, and " + without + ".");
        }
        return stay(out);
    }

    private Optional<LocalDate> day() throws SettingProblem {
        try {
            return Optional.ofNullable(asOf).map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            throw new SettingProblem("--as-of isn't a day: \"" + asOf + "\". Write it as 2026-11-24.");
        }
    }
}
