package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignbot.app.BotProcess;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.content.refresh.Rehearsal;
import org.campaignbot.content.refresh.Rehearsal.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The turnover in real processes, each at its own time: tables are put in force by the command, and a chat goes by them. */
class TurnoverProcessTest {

    private static final String MY_LAWMAKERS = "my lawmakers\n82001\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /** What a command says, on one line: a terminal's width breaks sentences. */
    private String bot(String day, String said, String... arguments) throws Exception {
        return BotProcess.run(
                        Map.of(
                                StorageSettings.DATA,
                                folder.resolve("data").toString(),
                                "BOT_CLOCK",
                                day + "T15:00:00Z"),
                        said,
                        arguments)
                .out()
                .replaceAll("\\s+", " ");
    }

    private String refresh(Step step, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "directory",
                "refresh",
                source(step).toString(),
                "--as-of",
                step.from().toString(),
                "--apply"));
        arguments.addAll(List.of(more));
        return bot(step.from().toString(), "", arguments.toArray(String[]::new));
    }

    private String map(Step step, String state) throws Exception {
        Path source = source(step);
        return bot(
                step.from().toString(),
                "",
                "directory",
                "map",
                "build",
                "--state",
                state,
                "--zips",
                source.resolve(Rehearsal.MAP_ZIPS).toString(),
                "--boundaries",
                source.resolve(Rehearsal.MAP_BOUNDARIES).toString(),
                "--source",
                "made up",
                "--date",
                step.from().toString(),
                "--apply");
    }

    private Path source(Step step) throws IOException {
        Path source = folder.resolve(step.name());
        return Files.isDirectory(source) ? source : Rehearsal.write(step, Files.createDirectory(source));
    }

    @Test
    void eachDayOfTheTurnoverIsPlayedByTheClock() throws Exception {
        assertThat(refresh(Step.SPECIAL)).contains("Written to ");
        assertThat(bot("2026-12-04", "", "doctor"))
                .contains("The next Congress begins on 2027-01-03, in 30 days.", "Read docs/january-3.md");
        assertThat(bot("2026-12-15", MY_LAWMAKERS, "chat"))
                .contains("Representative Harriet Hageman", "Numbers as of December 1, 2026");

        assertThat(bot("2027-01-03", MY_LAWMAKERS, "chat"))
                .contains("Not known: Wyoming. A term ended on January 3, 2027.", "Senator John Barrasso")
                .doesNotContain("Hageman", "Lummis");

        assertThat(refresh(Step.NAMES)).contains("refused: only ", "With --names --apply", "The former tables stay.");
        assertThat(refresh(Step.NAMES, "--names")).contains("The names of 2027-01-04 are written to ");
        assertThat(bot("2027-01-04", MY_LAWMAKERS, "chat"))
                .contains(
                        "Representative Newly Made-Up-WY-0",
                        "no number yet",
                        "Names as of January 4, 2027.",
                        "Numbers as of December 1, 2026");
        assertThat(bot("2027-01-04", "mis legisladores\n82001\n", "chat", "--lang", "es"))
                .contains("Cámara de Representantes: Newly Made-Up-WY-0", "aún sin número");

        assertThat(refresh(Step.NUMBERS)).contains("Written to ");
        assertThat(bot("2027-01-06", MY_LAWMAKERS, "chat"))
                .contains("Representative Newly Made-Up-WY-0", "202-555-", "Numbers as of January 6, 2027")
                .doesNotContain("no number yet");

        // One state stands for all but the late one here: the whole country takes a process a while.
        assertThat(map(Step.MAPS, "NY")).contains("Map 120 of NY:", "Written to ");
        assertThat(bot("2027-02-15", "", "directory", "lookup", "10021")).contains("NY-13", "Newly Made-Up-NY-13");
        assertThat(bot("2027-02-15", "my lawmakers\n33130\n", "chat"))
                .contains("The new House map isn't here yet", "Senator Rick Scott")
                .doesNotContain("Representative");
        assertThat(bot("2027-02-15", "", "doctor"))
                .contains("The House map of the 120th Congress isn't here for AL, AR, AZ, CA, CO and 38 more.");

        assertThat(refresh(Step.OFFICES)).contains("new vacancies: 2");
        assertThat(bot("2027-03-01", MY_LAWMAKERS, "chat")).contains("Vacant: Wyoming.");

        assertThat(map(Step.LATE_MAP, "FL"))
                .contains("Map 120 of FL:", "The map 120 in force stays for its other states.", "Written to ");
        assertThat(bot("2027-03-10", "", "directory", "lookup", "33130")).contains("FL-28", "Newly Made-Up-FL-28");
        assertThat(bot("2027-03-10", "", "directory", "lookup", "10021")).contains("NY-13", "Newly Made-Up-NY-13");

        assertThat(refresh(Step.SWORN_IN)).contains("no longer vacant: 1");
        assertThat(bot("2027-03-25", MY_LAWMAKERS, "chat")).contains("Representative Specially Made-Up-WY-0");
    }
}
