package org.campaignbot.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.content.refresh.Download;
import org.campaignbot.content.refresh.FeedKey;
import org.campaignbot.content.refresh.FeedPack;
import org.campaignbot.content.refresh.FeedTrust;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.directory.EasternTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a feed: one signed file with all tables, which other bots take. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = {
            "Packs all tables into one signed file, a feed, for the bots that name its key.",
            "Without a folder it takes the tables in force here. Make the key once, and keep it where nobody else reads it: "
                    + "openssl genpkey -algorithm ed25519 -out feed.pem",
            "It prints the public key, which the other bots set as " + FeedTrust.SETTING + "."
        })
final class PackCommand implements Callable<Integer> {

    private static final int USUAL_DAYS = 30;
    private static final DateTimeFormatter NUMBER =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "A folder with all tables, such as content/directory.")
    private @Nullable Path folder;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "The private key.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path key;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The feed to write; its name ends with .feed.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(
            names = "--number",
            paramLabel = "N",
            description =
                    "The version; each feed of a key needs a higher one (default: this second, as 20270106150405).")
    private @Nullable Long number;

    @Option(
            names = "--expires",
            paramLabel = "DATE",
            description = "The last day on which it may be used (default: in " + USUAL_DAYS + " days).")
    private @Nullable String expires;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        Content content = shell.content();
        Instant now = shell.clock().instant();
        LocalDate today = EasternTime.dateAt(now);
        if (!Download.isFeed("/" + out.getFileName())) {
            throw new SettingProblem(
                    "--out can't be " + out + ". Its name ends with .feed, and has letters, digits, dots and hyphens.");
        }
        FeedKey.Pair signer = signer();
        long version = number == null ? Long.parseLong(NUMBER.format(now)) : number;
        if (version < 1) {
            throw new SettingProblem("--number can't be " + version + ". Give a whole number from 1 on.");
        }
        LocalDate last = last(today);
        Path tables = folder == null ? content.tables() : folder;
        Optional<Path> applied = folder == null ? new AppliedTables(content.data()).newest() : Optional.empty();
        FeedPack.Outcome outcome = FeedPack.of(tables, applied, out, signer, version, today, last);
        PrintWriter report = spec.commandLine().getOut();
        if (!outcome.problems().isEmpty()) {
            outcome.problems().forEach(problem -> report.println("refused: " + problem));
            report.println("Nothing is written.");
            return 1;
        }
        report.println("Written to " + out + ": version " + version + ", tables of " + outcome.asOf() + ", "
                + outcome.bytes() / 1024 + " KB. It may be used until " + last + ".");
        report.println(
                "Its readers set " + FeedTrust.SETTING + "=" + signer.open().text());
        outcome.doubts().forEach(doubt -> report.println("They will refuse it: " + doubt));
        return 0;
    }

    private FeedKey.Pair signer() throws SettingProblem {
        try {
            return FeedKey.pair(Files.readString(key))
                    .orElseThrow(() -> new SettingProblem(key + " has no private Ed25519 key. Make one: openssl genpkey"
                            + " -algorithm ed25519 -out " + key));
        } catch (IOException unreadable) {
            throw new SettingProblem(
                    "The key " + key + " can't be read. Make one: openssl genpkey -algorithm ed25519 -out " + key);
        }
    }

    private LocalDate last(LocalDate today) throws SettingProblem {
        try {
            LocalDate last = expires == null ? today.plusDays(USUAL_DAYS) : LocalDate.parse(expires);
            if (!last.isBefore(today)) {
                return last;
            }
        } catch (DateTimeParseException notADay) {
            // Said below.
        }
        throw new SettingProblem("--expires can't be \"" + expires + "\". Give a day from today on, as 2027-02-05.");
    }
}
