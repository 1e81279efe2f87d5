package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.BotProcess;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.content.refresh.Download;
import org.campaignbot.content.refresh.Publication;
import org.campaignbot.content.refresh.SourceServer;
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

    private Map<String, String> besideAServer() {
        return Map.of(StorageSettings.DATA, data().toString(), Download.LOCAL_HOST, SourceServer.HOST);
    }

    private SourceServer server(Publication publication) throws IOException {
        Path source = publication.writeTo(Files.createDirectories(folder.resolve("source")));
        return new SourceServer(source, Instant.parse("2026-11-20T15:00:00Z"));
    }

    @Test
    void anAddressIsLookedAtAppliedAndThenHasNothingNew() throws Exception {
        try (SourceServer server = server(new Publication().withNumber("S001198", "202-555-0100"))) {
            BotHere look = BotHere.run(besideAServer(), "", "directory", "refresh", server.address());
            assertThat(look.out())
                    .contains(
                            "S001198 Dan Sullivan, AK-S2: 202-224-3004 → 202-555-0100",
                            "The source is of 2026-11-20. Nothing is written. With --apply these tables");
            assertThat(look.exit()).isZero();
            assertThat(data()).doesNotExist();
            BotHere applied = BotHere.run(besideAServer(), "", "directory", "refresh", server.address(), "--apply");
            assertThat(applied.out())
                    .contains("Written to " + data().resolve("directory").resolve("000001"));
            BotHere again = BotHere.run(besideAServer(), "", "directory", "refresh", server.address(), "--apply");
            assertThat(again.out()).startsWith("nothing new").doesNotContain("Written");
            assertThat(again.exit()).isZero();
        }
    }

    @Test
    void aRefusedAddressKeepsTheFormerTables() throws Exception {
        try (SourceServer server = server(new Publication().withNumbers(67))) {
            BotHere few = BotHere.run(besideAServer(), "", "directory", "refresh", server.address(), "--apply");
            assertThat(few.out())
                    .contains("refused: only 67 of 537 members have a phone number")
                    .endsWith("The former tables stay.\n");
            assertThat(few.exit()).isEqualTo(1);
            BotHere notAllowed = bot("directory", "refresh", server.address(), "--apply");
            assertThat(notAllowed.out())
                    .startsWith("refused: the address is not encrypted; use https, or set DIRECTORY_LOCAL_HOST");
            assertThat(notAllowed.exit()).isEqualTo(1);
            assertThat(data()).doesNotExist();
        }
    }

    @Test
    void theNamesOfANewCongressAreOfferedAndPutInForceOnDemand() throws Exception {
        Path folder = Publication.ofTheNextCongress().withNumbers(67).writeTo(Files.createDirectories(source()));
        try (SourceServer server = new SourceServer(folder, Instant.parse("2027-01-04T15:00:00Z"))) {
            Map<String, String> variables = new HashMap<>(besideAServer());
            variables.put("BOT_CLOCK", "2027-01-04T18:00:00Z");
            BotHere look = BotHere.run(variables, "", "directory", "refresh", server.address(), "--apply");
            assertThat(look.out())
                    .contains(
                            "refused: only 67 of 537 members have a phone number",
                            "With --names --apply the names would be put in force")
                    .endsWith("The former tables stay.\n");
            assertThat(look.exit()).isEqualTo(1);
            assertThat(data()).doesNotExist();
            BotHere applied =
                    BotHere.run(variables, "", "directory", "refresh", server.address(), "--names", "--apply");
            assertThat(applied.out()).contains("The names of 2027-01-04 are written to " + data());
            assertThat(applied.exit()).isZero();
            BotHere again = BotHere.run(variables, "", "directory", "refresh", server.address(), "--names", "--apply");
            assertThat(again.out()).contains("These names are in force already");
            assertThat(again.exit()).isEqualTo(1);
        }
    }

    private Path source() {
        return folder.resolve("source");
    }

    @Test
    void aServerThatTellsNoDayIsAskedForOne() throws Exception {
        try (SourceServer server = server(new Publication())) {
            server.withoutDates();
            BotHere none = BotHere.run(besideAServer(), "", "directory", "refresh", server.address(), "--apply");
            assertThat(none.err()).startsWith("--apply needs --as-of: the server does not say");
            assertThat(none.exit()).isEqualTo(2);
            assertThat(BotHere.run(
                                    besideAServer(),
                                    "",
                                    "directory",
                                    "refresh",
                                    server.address(),
                                    "--as-of",
                                    "2026-11-20",
                                    "--apply")
                            .out())
                    .contains("Written to ");
        }
    }
}
