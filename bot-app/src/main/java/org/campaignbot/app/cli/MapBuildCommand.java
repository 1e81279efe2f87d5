package org.campaignbot.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.app.config.Shell;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.content.maps.MapBuild;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.directory.Congress;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.States;
import org.campaignbot.settings.KeptMapRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the map of a new Congress of the Census Bureau's files. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the House map of a new Congress of Census files, for one state or all.",
            "ZIP codes come from the relation of ZIP Code Tabulation Areas to districts (tab20_cd120…_zcta520_natl.txt), by "
                    + "--zips; or, before that is published, from block-equivalency files by --blocks, with the relation of "
                    + "ZIP Code Tabulation Areas to blocks (tab20_zcta520_tabblock20_natl.txt) by --block-zips.",
            "Boundaries are the cartographic boundary file as a .zip, a .shp with its .dbf, or GeoJSON.",
            "It shows what changes. With --apply the map stands beside the present one, and serves from the first day of its "
                    + "Congress. Ends with 1 where the files are refused; nothing changes then."
        })
final class MapBuildCommand implements Callable<Integer> {

    @Option(
            names = "--congress",
            paramLabel = "NUMBER",
            description = "The Congress (default: the one after the map that all states have).")
    private @Nullable Integer congress;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            split = ",",
            description = "The states to make, as TX or TX,CA (default: all).")
    private List<String> states = new ArrayList<>();

    @Option(
            names = "--zips",
            paramLabel = "FILE",
            description = "Which ZIP Code Tabulation Areas lie in which districts.")
    private @Nullable Path zips;

    @Option(
            names = "--blocks",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Which blocks lie in which districts: a state's block-equivalency file, or several.")
    private List<Path> blocks = new ArrayList<>();

    @Option(
            names = "--block-zips",
            paramLabel = "FILE",
            description = "Which blocks lie in which ZIP Code Tabulation Areas.")
    private @Nullable Path blockZips;

    @Option(
            names = "--people",
            paramLabel = "FILE",
            description =
                    "How many people live in each block (GEOID20, POP20), so that shares are of people, not of land.")
    private @Nullable Path people;

    @Option(names = "--boundaries", required = true, paramLabel = "FILE", description = "The districts' boundaries.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path boundaries;

    @Option(
            names = "--district-field",
            paramLabel = "NAME",
            description = "The field with the district's number, in a state's own file of boundaries.")
    private @Nullable String districtField;

    @Option(names = "--source", required = true, paramLabel = "TEXT", description = "Who made the files.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String source;

    @Option(names = "--date", required = true, paramLabel = "TEXT", description = "Their date or edition.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String date;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Write the map's files into this folder, too.")
    private @Nullable Path out;

    @Option(
            names = "--apply",
            description = "Write the map below " + StorageSettings.DATA + ", where the bot takes it.")
    private boolean apply;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Shell shell = Shell.of(spec);
        Content content = shell.content();
        LocalDate today = EasternTime.dateAt(shell.clock().instant());
        Directory tables =
                content.liveDirectory(shell.clock(), shell.err()::println).get();
        int present = tables.mapNumber();
        int sitting = Congress.number(today);
        int number = congress == null ? KeptMapRequest.congress(tables, today) : congress;
        AppliedTables maps = AppliedTables.maps(content.data());
        MapBuild.Outcome outcome = MapBuild.prepare(
                content.tables(), new AppliedTables(content.data()).newest(), maps.newest(), request(number, sitting));
        if (apply && number <= present) {
            throw new SettingProblem(
                    "The map " + present + " is in force, and only a later one can stand beside it. Give"
                            + " --congress " + (present + 1) + ", or --out instead of --apply.");
        }
        PrintWriter report = spec.commandLine().getOut();
        outcome.report().forEach(report::println);
        if (!outcome.refusals().isEmpty()) {
            outcome.refusals().forEach(refusal -> report.println("refused: " + refusal));
            report.println("Nothing has changed.");
            return 1;
        }
        if (out != null) {
            write(out, outcome);
            report.println("Written to " + out + ".");
        }
        if (apply) {
            report.println(
                    "Written to " + maps.apply(outcome.files()) + "; every running bot takes it within a minute. It"
                            + " serves from " + Congress.start(number) + ".");
        } else {
            report.println("With --apply this map would serve from " + Congress.start(number)
                    + (out == null ? ". Nothing is written." : "."));
        }
        return 0;
    }

    private MapBuild.Request request(int number, int sitting) throws SettingProblem {
        if (number < sitting || number > sitting + 1) {
            throw new SettingProblem("--congress can't be " + number + ". It's the Congress that sits, " + sitting
                    + ", or the next, " + (sitting + 1) + ".");
        }
        Set<String> wanted = new TreeSet<>();
        for (String state : states) {
            String code = state.strip().toUpperCase(Locale.ROOT);
            if (States.name(code).isEmpty()) {
                throw new SettingProblem("There is no state \"" + state + "\". Write its postal code, as TX.");
            }
            wanted.add(code);
        }
        if ((zips == null) == blocks.isEmpty()) {
            throw new SettingProblem("Give either --zips, or --blocks with --block-zips. See --help.");
        }
        if (blocks.isEmpty() == (blockZips != null) || (blocks.isEmpty() && people != null)) {
            throw new SettingProblem("--blocks, --block-zips and --people go together. See --help.");
        }
        if (districtField != null && wanted.size() != 1) {
            throw new SettingProblem("--district-field is for the file of one state. Name it by --state.");
        }
        return new MapBuild.Request(
                number,
                wanted,
                Optional.ofNullable(zips),
                blocks,
                Optional.ofNullable(blockZips),
                Optional.ofNullable(people),
                boundaries,
                Optional.ofNullable(districtField),
                source,
                date);
    }

    private static void write(Path folder, MapBuild.Outcome outcome) throws IOException {
        Files.createDirectories(folder);
        for (var file : outcome.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
