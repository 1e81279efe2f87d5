package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
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
            "FOLDER holds the five files of unitedstates/congress-legislators (legislators-current.yaml, "
                    + "legislators-district-offices.yaml, legislators-social-media.yaml, committees-current.yaml, "
                    + "committee-membership-current.yaml), a map (zip-districts-cdNNN.csv and districts-cdNNN.topojson), "
                    + "or both.",
            "Ends with 1 where the new tables are refused; the former ones then stay."
        })
final class RefreshCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "The folder with the new files.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The state of the source, as 2026-11-24: the day of its last change, never today for want of it.")
    private @Nullable String asOf;

    @Option(names = "--apply", description = "Write the tables below " + StorageSettings.DATA + "; needs --as-of.")
    private boolean apply;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(folder)) {
            throw new SettingProblem("There is no folder " + folder + ". Name the one with the new files.");
        }
        if (apply && asOf == null) {
            throw new SettingProblem(
                    "--apply needs --as-of: the files do not say how old they are, and every card does.");
        }
        Shell shell = Shell.of(spec);
        LocalDate today = EasternTime.dateAt(shell.clock().instant());
        Content content = shell.content();
        AppliedTables applied = new AppliedTables(content.data());
        Refresh.Outcome outcome = Refresh.prepare(content.tables(), applied.newest(), folder, day(), today);
        PrintWriter out = spec.commandLine().getOut();
        outcome.report().forEach(out::println);
        if (!outcome.refusals().isEmpty()) {
            outcome.refusals().forEach(refusal -> out.println("refused: " + refusal));
            out.println("The former tables stay.");
            return 1;
        }
        out.println(
                apply
                        ? "Written to " + applied.apply(outcome.files())
                                + "; every running bot takes it within a minute."
                        : "Nothing is written. With --apply --as-of DATE these tables would be put in force.");
        return 0;
    }

    private Optional<LocalDate> day() throws SettingProblem {
        try {
            return Optional.ofNullable(asOf).map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            throw new SettingProblem("--as-of isn't a day: \"" + asOf + "\". Write it as 2026-11-24.");
        }
    }
}
