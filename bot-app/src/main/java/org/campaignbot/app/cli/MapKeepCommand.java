package org.campaignbot.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.content.tables.RedrawnStates;
import org.campaignbot.directory.Congress;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.CorrectionRequest;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.KeptMapRequest;
import org.campaignbot.settings.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Declares that a state keeps its House map in the next Congress. */
@Command(
        name = "keep",
        mixinStandardHelpOptions = true,
        description = {
            "Declares that a state keeps its House map in the next Congress.",
            "Without that, or its new map, the bot names nobody's representative there from January 3 on. Cards show the "
                    + "source and date until the new map is here. Every running bot takes it within five seconds."
        })
final class MapKeepCommand implements Callable<Integer> {

    @Parameters(paramLabel = "STATE", description = "Its postal code, as VA.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String state;

    @Option(names = "--source", paramLabel = "TEXT", description = "An address or name to check it by.")
    private @Nullable String source;

    @Option(names = "--date", paramLabel = "DAY", description = "The day from which it's known, as 2026-11-30.")
    private @Nullable String date;

    @Option(
            names = "--proposed",
            description = "Take source and date from the list that ships with the bot (./bot directory map list).")
    private boolean proposed;

    @Option(names = "--until", paramLabel = "DAY", description = "The day on which the declaration ends by itself.")
    private @Nullable String until;

    @Option(names = "--anyway", description = "Declare it though the list says that the state has a new map.")
    private boolean anyway;

    @Option(names = "--undo", description = "Take the declaration back.")
    private boolean undo;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        state = state.toUpperCase(Locale.ROOT);
        Shell shell = Shell.of(spec);
        Content content = shell.content();
        try (KeptChanges kept = KeptChanges.open(shell.storage(), content.campaign(), shell.clock())) {
            return undo ? takeBack(kept, shell.clock().instant()) : keep(kept, shell, content);
        }
    }

    private int keep(KeptChanges kept, Shell shell, Content content) throws Exception {
        LiveDirectory directory = content.liveDirectory(shell.clock(), shell.err()::println);
        directory.heed(kept);
        Instant now = shell.clock().instant();
        LocalDate today = EasternTime.dateAt(now);
        Version before = kept.current();
        CorrectionRequest.Answer answer =
                request(content, directory.get(), today).answer(directory.get(), today);
        if (answer instanceof CorrectionRequest.Answer.Refused refused) {
            throw new SettingProblem(String.join("\n", refused.reasons()));
        }
        List<Correction> made = ((CorrectionRequest.Answer.Accepted) answer).corrections();
        if (!kept.change(before, Corrections.making(made, Shell.who(), now, before))) {
            return Shell.lost(spec);
        }
        int congress = KeptMapRequest.congress(directory.get(), today);
        spec.commandLine()
                .getOut()
                .println("Declared: " + Corrections.sentence(made.get(0)) + ".\n"
                        + "Every running bot takes it within five seconds; it counts from " + Congress.start(congress)
                        + " until the new map is here" + (until == null ? "" : ", or until " + until)
                        + ". Take it back: ./bot directory map keep " + state + " --undo");
        return 0;
    }

    /** The request, with what the list proposes where that is asked for. */
    private KeptMapRequest request(Content content, Directory tables, LocalDate today) throws SettingProblem {
        RedrawnStates.Report report = MapListCommand.reports(content, KeptMapRequest.congress(tables, today))
                .get(state);
        if (report != null && report.redrawn() && !anyway) {
            throw new SettingProblem(state + " votes by a new map, as of " + report.asOf() + " (" + report.source()
                    + "). If a court has changed that since, add --anyway.");
        }
        if (!proposed) {
            return new KeptMapRequest(state, source, date, until);
        } else if (report == null || report.redrawn()) {
            throw new SettingProblem(
                    "The list proposes nothing for " + state + ". Leave out --proposed, and give --source and --date.");
        }
        return new KeptMapRequest(
                state,
                source == null ? report.source() : source,
                date == null ? report.asOf().toString() : date,
                until);
    }

    private int takeBack(KeptChanges kept, Instant now) throws SettingProblem {
        Version before = kept.current();
        Change change = Corrections.takingBack(state, Shell.who(), now, before);
        if (change.values().isEmpty()) {
            throw new SettingProblem("Nothing is declared about the map of \"" + state
                    + "\". See ./bot directory map list for all of them.");
        }
        if (!kept.change(before, change)) {
            return Shell.lost(spec);
        }
        spec.commandLine()
                .getOut()
                .println("Taken back: " + state + " needs its new map again. Every running bot takes it within five"
                        + " seconds.");
        return 0;
    }
}
