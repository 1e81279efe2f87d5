package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.BotProcess;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.app.config.StorageSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    /** The map alone is enough to show the command; the refresh's own tests cover the members. */
    @BeforeEach
    void giveAMap() throws IOException {
        for (String file : new String[] {"zip-districts-cd119.csv", "districts-cd119.topojson"}) {
            Files.copy(Shipped.CONTENT.tables().resolve(file), folder.resolve(file));
        }
        Path zips = folder.resolve("zip-districts-cd119.csv");
        Files.writeString(zips, Files.readString(zips).replace("00501,NY-2,", "00501,NY-1 NY-2,"));
    }

    private BotHere bot(String... arguments) throws Exception {
        return BotHere.run(variables(), "", arguments);
    }

    private Map<String, String> variables() {
        return Map.of(StorageSettings.DATA, data().toString());
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Test
    void withoutApplyNothingIsWritten() throws Exception {
        BotHere bot = bot("directory", "refresh", folder.toString());
        assertThat(bot.out()).contains("ZIP codes with other districts: 1 of 41698", "Nothing is written.");
        assertThat(bot.exit()).isZero();
        assertThat(data()).doesNotExist();
    }

    @Test
    void appliedTablesAreWhatTheNextProcessReads() throws Exception {
        BotHere bot = bot("directory", "refresh", folder.toString(), "--as-of", "2026-11-20", "--apply");
        assertThat(bot.out())
                .contains("Written to " + data().resolve("directory").resolve("000001"));
        assertThat(bot.exit()).isZero();
        assertThat(BotProcess.run(variables(), "", "directory", "lookup", "00501")
                        .out())
                .contains("one of NY-1, NY-2");
        assertThat(BotHere.run("", "directory", "lookup", "00501").out()).contains("00501: NY-2");
    }

    @Test
    void refusedTablesEndWithTheirReasons() throws Exception {
        Files.delete(folder.resolve("districts-cd119.topojson"));
        BotHere bot = bot("directory", "refresh", folder.toString(), "--as-of", "2026-11-20", "--apply");
        assertThat(bot.out()).contains("refused: ZIP codes and boundaries are replaced together");
        assertThat(bot.exit()).isEqualTo(1);
        assertThat(data()).doesNotExist();
    }

    @Test
    void theDateOfTheSourceIsAskedForAndReadExactly() throws Exception {
        BotHere none = bot("directory", "refresh", folder.toString(), "--apply");
        assertThat(none.err()).startsWith("--apply needs --as-of");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(bot("directory", "refresh", folder.toString(), "--as-of", "today")
                        .err())
                .startsWith("--as-of isn't a day: \"today\"");
        BotHere future = bot("directory", "refresh", folder.toString(), "--as-of", "2026-11-25", "--apply");
        assertThat(future.out()).contains("refused: the source cannot be of 2026-11-25");
        assertThat(future.exit()).isEqualTo(1);
    }
}
