package org.campaignbot.app.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.KeptChanges;
import org.campaignbot.app.config.LiveDirectory;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.content.Problem;
import org.campaignbot.content.tables.RedrawnStates;
import org.campaignbot.directory.Congress;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.States;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.KeptMapRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists, state by state, whether the House map of the next Congress is here, declared unchanged, or missing. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists which states have their House map for the next Congress, and what is proposed for the others.")
final class MapListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** What the shipped list says about the states' maps in a Congress. */
    static SortedMap<String, RedrawnStates.Report> reports(Content content, int congress) throws SettingProblem {
        RedrawnStates.Result result = RedrawnStates.read(content.tables(), congress);
        if (!result.problems().isEmpty()) {
            throw new SettingProblem(String.join(
                    "\n", result.problems().stream().map(Problem::toString).toList()));
        }
        return result.reports();
    }

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        Content content = shell.content();
        LiveDirectory live = content.liveDirectory(shell.clock(), shell.err()::println);
        LocalDate today = EasternTime.dateAt(shell.clock().instant());
        Collection<Correction> corrections;
        try (KeptChanges kept = KeptChanges.open(shell.storage(), content.campaign(), shell.clock())) {
            live.heed(kept);
            corrections = Corrections.in(kept.current()).values();
        }
        Directory tables = live.get();
        int congress = KeptMapRequest.congress(tables, today);
        new Listing(tables, congress, corrections, reports(content, congress))
                .print(spec.commandLine().getOut());
        return 0;
    }

    private record Listing(
            Directory tables,
            int congress,
            Collection<Correction> declared,
            Map<String, RedrawnStates.Report> reports) {

        void print(PrintWriter out) {
            List<String> here = new ArrayList<>();
            List<String> kept = new ArrayList<>();
            List<String> redrawn = new ArrayList<>();
            List<String> proposed = new ArrayList<>();
            List<String> unknown = new ArrayList<>();
            List<String> single = new ArrayList<>();
            for (String state : States.codes()) {
                Optional<Correction.KeptMap> declaration = declaration(state);
                RedrawnStates.Report report = reports.get(state);
                if (tables.districts(state).stream().allMatch(District::isAtLarge)) {
                    single.add(state);
                } else if (tables.isMapHere(state, congress)) {
                    here.add(state);
                } else if (declaration.isPresent()) {
                    kept.add(Corrections.sentence(declaration.get()));
                } else if (report == null) {
                    unknown.add(state);
                } else {
                    (report.redrawn() ? redrawn : proposed)
                            .add(state + ": " + report.source() + ", as of " + report.asOf());
                }
            }
            LocalDate starts = Congress.start(congress);
            out.println("House maps of the " + congress + "th Congress, which begins on " + starts + ":");
            section(out, "Here, and in force from " + starts, here.isEmpty() ? here : List.of(String.join(" ", here)));
            section(out, "Kept by declaration", kept);
            section(out, "Missing, and redrawn. Make them: ./bot directory map build --help", redrawn);
            section(
                    out,
                    "Missing, and reported unchanged. Look for later rulings, then confirm each: "
                            + "./bot directory map keep STATE --proposed",
                    proposed);
            section(
                    out,
                    "Missing, and nothing is known about them",
                    unknown.isEmpty() ? unknown : List.of(String.join(" ", unknown)));
            section(out, "One seat, so no map is needed", List.of(String.join(" ", single)));
        }

        private Optional<Correction.KeptMap> declaration(String state) {
            return declared.stream()
                    .filter(Correction.KeptMap.class::isInstance)
                    .map(Correction.KeptMap.class::cast)
                    .filter(each ->
                            each.of().equals(state) && each.congress() == congress && tables.isCorrectedBy(each))
                    .findFirst();
        }

        private static void section(PrintWriter out, String title, List<String> lines) {
            if (!lines.isEmpty()) {
                out.println(title + ":");
                lines.forEach(line -> out.println("  " + line));
            }
        }
    }
}
