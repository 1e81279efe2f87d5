package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.CorrectionRequest;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Corrects one seat or one number of the tables. */
@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        description = {
            "Corrects who holds a seat, or a number or website, until the tables change.",
            "SEAT is NY-S1, NY-12 or VT-0, as ./bot directory lookup shows it, or who holds it; NUMBER is 202-224-4451.",
            "Cards say that the campaign corrected it, and when. Every running bot takes it within five seconds."
        })
final class CorrectCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SEAT|NUMBER", description = "What is wrong.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String of;

    @Option(names = "--name", paramLabel = "NAME", description = "Who holds the seat.")
    private @Nullable String name;

    @Option(
            names = "--last-name",
            paramLabel = "NAME",
            description = "The last name, if it's more than the last word, as Van Hollen.")
    private @Nullable String lastName;

    @Option(names = "--party", paramLabel = "PARTY", description = "Democrat, Republican or Independent.")
    private @Nullable String party;

    @Option(names = "--vacant", description = "Nobody holds the seat.")
    private boolean vacant;

    @Option(names = "--since", paramLabel = "DAY", description = "The first day of that, as 2026-11-30.")
    private @Nullable String since;

    @Option(names = "--phone", paramLabel = "NUMBER", description = "The right number.")
    private @Nullable String phone;

    @Option(names = "--site", paramLabel = "ADDRESS", description = "The right website.")
    private @Nullable String site;

    @Option(names = "--hide", description = "Show the number to nobody.")
    private boolean hide;

    @Option(names = "--source", paramLabel = "TEXT", description = "An address or name to check it by.")
    private @Nullable String source;

    @Option(names = "--as-of", paramLabel = "DAY", description = "The day from which it's known (default: today).")
    private @Nullable String asOf;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "The day on which the correction ends, even if the tables haven't changed.")
    private @Nullable String until;

    @Option(names = "--undo", description = "Take back all corrections of this seat or number.")
    private boolean undo;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        Content content = shell.content();
        try (KeptChanges kept = KeptChanges.open(shell.storage(), content.campaign(), shell.clock())) {
            return undo ? takeBack(kept, shell.clock().instant()) : correct(kept, shell, content);
        }
    }

    private int correct(KeptChanges kept, Shell shell, Content content) throws Exception {
        LiveDirectory directory = content.liveDirectory(shell.clock(), shell.err()::println);
        directory.heed(kept);
        Instant now = shell.clock().instant();
        Version before = kept.current();
        LocalDate today = EasternTime.dateAt(now);
        CorrectionRequest request = new CorrectionRequest(
                        of, name, lastName, party, vacant, since, phone, site, hide, source, asOf, until)
                .inKeptForm(directory.get(), today);
        CorrectionRequest.Answer answer = request.answer(directory.get(), before, today);
        if (answer instanceof CorrectionRequest.Answer.Refused refused) {
            throw new SettingProblem(String.join("\n", refused.reasons()));
        }
        List<Correction> made = ((CorrectionRequest.Answer.Accepted) answer).corrections();
        Change change = Corrections.making(made, Shell.who(), now, before);
        if (!kept.change(before, change)) {
            return Shell.lost(spec);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (Correction correction : made) {
            out.println("Corrected: " + Corrections.sentence(correction) + ".");
            if (correction instanceof Correction.NumberChange) {
                kept.wrongNumbers().dismiss(correction.of());
            }
        }
        out.println("Every running bot takes it within five seconds. It ends when the tables change"
                + (request.until() == null ? "" : ", or on " + request.until())
                + ". Take it back: ./bot directory correct " + request.of()
                + " --undo");
        return 0;
    }

    private int takeBack(KeptChanges kept, Instant now) throws SettingProblem {
        Version before = kept.current();
        Change change = Corrections.takingBack(of, Shell.who(), now, before);
        if (change.values().isEmpty()) {
            throw new SettingProblem(
                    "There is no correction of \"" + of + "\". See ./bot directory corrections for all of them.");
        }
        if (!kept.change(before, change)) {
            return Shell.lost(spec);
        }
        spec.commandLine()
                .getOut()
                .println("Taken back: " + of + " is as in the tables. Every running bot takes it within five seconds.");
        return 0;
    }
}
