package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.BotProcess;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.content.maps.MadeUpMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up redrawn state from its files to the bot's answer: New Hampshire, whose two districts change their numbers. */
class MapBuildCommandTest {

    private static final String BEFORE = "2026-12-01T15:00:00Z";
    private static final String AFTER = "2027-01-04T15:00:00Z";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("tab20_cd12020_zcta520_natl.txt"), MadeUpMap.relation());
        Files.writeString(folder.resolve("cb_2027_33_cd120_500k.geojson"), MadeUpMap.geoJson());
    }

    private Map<String, String> at(String instant) {
        return Map.of(StorageSettings.DATA, folder.resolve("data").toString(), Clocks.VARIABLE, instant);
    }

    private BotHere build(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "directory",
                "map",
                "build",
                "--state",
                "nh",
                "--zips",
                folder.resolve("tab20_cd12020_zcta520_natl.txt").toString(),
                "--boundaries",
                folder.resolve("cb_2027_33_cd120_500k.geojson").toString(),
                "--source",
                "Census Bureau",
                "--date",
                "2026-11-28"));
        arguments.addAll(List.of(more));
        return BotHere.run(at(BEFORE), "", arguments.toArray(new String[0]));
    }

    @Test
    void theNewMapAnswersFromTheFirstDayOfItsCongressOn() throws Exception {
        BotHere look = build();
        assertThat(look.err()).isEmpty();
        assertThat(look.out())
                .startsWith("Map 120 of NH:\n")
                .contains("With --apply this map would serve from 2027-01-03. Nothing is written.");
        assertThat(folder.resolve("data/maps")).doesNotExist();

        assertThat(build("--apply").out())
                .contains("Written to " + folder.resolve("data/maps/000001"), "It serves from 2027-01-03.");
        assertThat(BotProcess.run(at(BEFORE), "", "directory", "lookup", "03101")
                        .out())
                .contains("03101: NH-1");
        assertThat(BotProcess.run(at(AFTER), "", "directory", "lookup", "03101").out())
                .contains("03101: NH-2");
        assertThat(BotHere.run(at(BEFORE), "", "directory", "map", "list").out())
                .contains("Here, and in force from 2027-01-03:\n  NH\n");
        assertThat(BotHere.run(at(AFTER), "", "doctor").out())
                .contains("The House map of the 120th Congress isn't here for AL, AR, AZ, CA, CO and 38 more.");
        BotHere keep = BotHere.run(
                at(BEFORE), "", "directory", "map", "keep", "NH", "--source", "a court", "--date", "2026-11-20");
        assertThat(keep.err()).contains("New Hampshire's map of the 120th Congress is here");

        BotHere holder = BotHere.run(
                at(AFTER),
                "",
                "directory",
                "correct",
                "NH-2",
                "--name",
                "Ida Pine",
                "--party",
                "Independent",
                "--since",
                "2027-01-03",
                "--source",
                "made up");
        assertThat(holder.err()).isEmpty();
        assertThat(BotHere.run(at(AFTER), "my lawmakers\n03101\n", "chat").out())
                .contains("New Hampshire (NH-2)", "Representative Ida Pine")
                .doesNotContain("map isn't here");
        assertThat(BotHere.run(at(AFTER), "mis legisladores\n03101\n", "chat", "--lang", "es")
                        .out())
                .contains("New Hampshire (NH-2)", "Ida Pine");
    }

    @Test
    void refusedFilesEndWithTheirReasons() throws Exception {
        Files.writeString(
                folder.resolve("tab20_cd12020_zcta520_natl.txt"),
                MadeUpMap.relation().replace("GEOID_ZCTA5_20", "ZIP"));
        BotHere bot = build("--apply");
        assertThat(bot.exit()).isEqualTo(1);
        assertThat(bot.out())
                .contains("refused: tab20_cd12020_zcta520_natl.txt:1:1: the first line names no column such as"
                        + " GEOID_ZCTA5_20")
                .endsWith("Nothing has changed.\n");
        assertThat(folder.resolve("data/maps")).doesNotExist();
    }

    @Test
    void theFilesOfTheMapCanBeWrittenIntoAFolder() {
        BotHere bot = build("--out", folder.resolve("out").toString());
        assertThat(bot.exit()).isZero();
        assertThat(folder.resolve("out"))
                .isDirectoryContaining("glob:**/tables.yaml")
                .isDirectoryContaining("glob:**/zip-districts-cd120.csv")
                .isDirectoryContaining("glob:**/districts-cd120.topojson");
    }

    @Test
    void whatDoesNotGoTogetherIsSaid() {
        assertThat(build("--state", "XX").err()).startsWith("There is no state \"XX\"");
        assertThat(build("--congress", "125").err()).startsWith("--congress can't be 125");
        assertThat(build("--congress", "119", "--apply").err())
                .startsWith("The map 119 is in force, and only a later one can stand beside it.");
        assertThat(build("--block-zips", "x").err()).startsWith("--blocks, --block-zips and --people go together");
        assertThat(build("--blocks", "x").err()).startsWith("Give either --zips, or --blocks with --block-zips");
        assertThat(build("--state", "ME", "--district-field", "D").err())
                .startsWith("--district-field is for the file of one state");
    }
}
