package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.Shell;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.settings.CorrectionStanding;
import org.campaignbot.settings.Corrections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the corrections of the tables, and the numbers that callers found wrong. */
@Command(
        name = "corrections",
        mixinStandardHelpOptions = true,
        description = "Lists corrections, which of them have ended, and numbers that were reported wrong.")
final class CorrectionsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        Content content = shell.content();
        LiveDirectory directory = content.liveDirectory(shell.clock(), shell.err()::println);
        LocalDate today = EasternTime.dateAt(shell.clock().instant());
        PrintWriter out = spec.commandLine().getOut();
        try (KeptChanges kept = KeptChanges.open(shell.storage(), content.campaign(), shell.clock())) {
            directory.heed(kept);
            Collection<Correction> corrections = Corrections.in(kept.current()).values();
            if (corrections.isEmpty()) {
                out.println("Nothing is corrected.");
            }
            for (Correction correction : corrections) {
                out.println(Corrections.sentence(correction) + ": " + state(correction, directory.get(), today));
            }
            List<WrongNumbers.Reported> wrong = kept.wrongNumbers().reported().stream()
                    .filter(WrongNumbers.Reported::isShown)
                    .toList();
            for (WrongNumbers.Reported number : wrong) {
                out.println("Reported wrong: " + SettingsReport.line(number) + ". Hide it: ./bot directory correct "
                        + number.number() + " --hide");
            }
        }
        return 0;
    }

    private static String state(Correction correction, Directory directory, LocalDate today) {
        CorrectionStanding standing = CorrectionStanding.of(correction, directory, today);
        return switch (standing.stage()) {
            case IN_FORCE -> "in force";
            case BEGINS -> "begins on " + standing.day();
            case ENDED -> "ended on " + standing.day();
            case ENDED_UNKNOWN ->
                "ended on " + standing.day() + "; until the tables change, the seat's holder isn't known";
            case TABLES_CHANGED -> "ended, as the tables have changed";
            case MAP_CAME -> "ended, as the new map is here";
        };
    }
}
