package org.campaignbot.app.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.directory.EasternTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands about lawmakers and districts. */
@Command(
        name = "directory",
        mixinStandardHelpOptions = true,
        description = "Looks things up in the tables of lawmakers, districts and ZIP codes, renews or corrects them.",
        subcommands = {
            DirectoryCommand.LookupCommand.class,
            RefreshCommand.class,
            PackCommand.class,
            CorrectCommand.class,
            CorrectionsCommand.class,
            MapCommand.class
        })
public final class DirectoryCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Looks up who represents a place. */
    @Command(
            name = "lookup",
            mixinStandardHelpOptions = true,
            description = {
                "Tells who represents a place.",
                "QUERY is a ZIP code, a town with or without its state, a state, a lawmaker's name, or a position as LAT,LON.",
                "With - it reads one query a line and writes one JSON object a line."
            })
    static final class LookupCommand implements Callable<Integer> {

        @Parameters(paramLabel = "QUERY", arity = "1..*", description = "What to look up, or - for standard input.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String[] query;

        @Option(names = "--json", description = "Write a JSON object.")
        private boolean json;

        @Option(
                names = "--at",
                paramLabel = "INSTANT",
                description = "Look up as of this instant, as 2027-01-03T12:00:00Z.")
        private @Nullable String at;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            PrintWriter out = spec.commandLine().getOut();
            Shell shell = Shell.of(spec);
            InstantSource clock = shell.clock(at);
            Content content = shell.content();
            LiveDirectory directory = content.liveDirectory(clock, shell.err()::println);
            try (KeptChanges kept = KeptChanges.open(shell.storage(), content.campaign(), clock)) {
                directory.heed(kept);
            }
            LookupReport report = new LookupReport(directory, EasternTime.dateAt(clock.instant()));
            String joined = String.join(" ", query);
            if (joined.startsWith("--")) {
                throw new SettingProblem("There is no option " + query[0] + ". See ./bot directory lookup --help.");
            }
            if (joined.equals("-")) {
                BufferedReader lines = shell.lines();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.println(report.json(line));
                }
            } else if (json) {
                out.println(report.json(joined));
            } else {
                out.print(report.lines(joined));
            }
            out.flush();
            return 0;
        }
    }
}
