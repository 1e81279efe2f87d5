package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.content.refresh.Download;
import org.campaignbot.content.refresh.FeedDraft;
import org.campaignbot.content.refresh.FeedKey;
import org.campaignbot.content.refresh.FeedTrust;
import org.campaignbot.content.refresh.SourceServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed from its publisher's command to a reader's tables. */
class PackCommandTest {

    private static final String NOW = "2026-11-24T15:00:00Z";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final String pem = FeedDraft.pem();

    @BeforeEach
    void makeAKey() throws IOException {
        Files.writeString(folder.resolve("feed.pem"), pem);
    }

    private BotHere bot(Map<String, String> more, String... arguments) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put(StorageSettings.DATA, folder.resolve("data").toString());
        variables.put(Clocks.VARIABLE, NOW);
        return BotHere.run(variables, "", arguments);
    }

    private BotHere pack(String... more) {
        String[] all = new String[more.length + 6];
        System.arraycopy(
                new String[] {
                    "directory", "pack", "--key", folder.resolve("feed.pem").toString(), "--out", feed()
                },
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        return bot(Map.of(), all);
    }

    private String feed() {
        return folder.resolve("tables.feed").toString();
    }

    private Map<String, String> named() {
        return Map.of(
                FeedTrust.SETTING,
                FeedKey.pair(pem).orElseThrow().open().text(),
                Download.LOCAL_HOST,
                SourceServer.HOST);
    }

    @Test
    void aFeedOfAFolderIsTakenByABotThatNamesItsKey() throws Exception {
        Path tables = new FeedDraft("2026-11-20")
                .withNumber("S001198", "202-555-0100")
                .writeTo(folder.resolve("tables"));
        BotHere packed = pack(tables.toString());
        assertThat(packed.err()).isEmpty();
        assertThat(packed.out())
                .startsWith("Written to " + feed() + ": version 20261124150000, tables of 2026-11-20, ")
                .contains(
                        "It may be used until 2026-12-24.",
                        "Its readers set DIRECTORY_FEED_KEY=" + named().get(FeedTrust.SETTING))
                .doesNotContain("refuse");

        BotHere stranger = bot(Map.of(), "directory", "refresh", feed(), "--apply");
        assertThat(stranger.out()).isEqualTo("""
                        refused: DIRECTORY_FEED_KEY names no key, so nobody's feed can be taken
                        The former tables stay.
                        """);
        assertThat(stranger.exit()).isEqualTo(1);

        BotHere look = bot(named(), "directory", "refresh", feed());
        assertThat(look.out())
                .contains(
                        "S001198 Dan Sullivan, AK-S2: 202-224-3004 → 202-555-0100",
                        "The feed is of 2026-11-20. Nothing");
        assertThat(folder.resolve("data")).doesNotExist();
        BotHere applied = bot(named(), "directory", "refresh", feed(), "--apply");
        assertThat(applied.out()).contains("Written to " + folder.resolve("data/directory/000001"));
        assertThat(bot(named(), "directory", "refresh", feed(), "--apply").out())
                .startsWith("nothing new");
        assertThat(bot(Map.of(), "directory", "lookup", "99501").out()).contains("202-555-0100");

        assertThat(pack("--number", "3").out()).contains("version 3, tables of 2026-11-20, ");
        assertThat(bot(named(), "directory", "refresh", feed(), "--apply").out())
                .startsWith("refused: the feed's version 3 is older than 20261124150000, which was here before");
    }

    @Test
    void aFeedComesFromAnAddressToo() throws Exception {
        new FeedDraft("2026-11-20").packTo(Path.of(feed()), pem, 1, LocalDate.of(2026, 11, 24));
        try (SourceServer server = SourceServer.ofFeed(folder, "tables.feed", Instant.parse(NOW))) {
            assertThat(bot(named(), "directory", "refresh", server.address(), "--apply")
                            .out())
                    .contains("Written to ");
            BotHere again = bot(named(), "directory", "refresh", server.address(), "--apply");
            assertThat(again.out()).startsWith("nothing new");
            assertThat(again.exit()).isZero();
        }
    }

    @Test
    void whatTheReadersWillRefuseIsSaidWhenItIsPacked() throws Exception {
        Path tables = new FeedDraft("2026-11-20").withNumbers(67).writeTo(folder.resolve("tables"));
        BotHere few = pack(tables.toString());
        assertThat(few.out()).contains("They will refuse it: only 67 of 537 members have a phone number");
        assertThat(few.exit()).isZero();
        Files.delete(tables.resolve("committees.csv"));
        Files.delete(Path.of(feed()));
        BotHere broken = pack(tables.toString());
        assertThat(broken.out()).startsWith("refused: committees.csv:1:1: ").endsWith("Nothing is written.\n");
        assertThat(broken.exit()).isEqualTo(1);
        new FeedDraft("2026-11-25").writeTo(tables);
        assertThat(pack(tables.toString()).out())
                .startsWith("refused: the tables are of 2026-11-25, and today is 2026-11-24");
        assertThat(Path.of(feed())).doesNotExist();
    }

    @Test
    void whatCannotBeSignedOrNamedIsSaid() throws Exception {
        assertThat(pack("--number", "0").err()).startsWith("--number can't be 0.");
        assertThat(pack("--expires", "soon").err()).startsWith("--expires can't be \"soon\".");
        assertThat(pack("--expires", "2026-11-23").err()).startsWith("--expires can't be \"2026-11-23\".");
        assertThat(bot(
                                Map.of(),
                                "directory",
                                "pack",
                                "--key",
                                folder.resolve("feed.pem").toString(),
                                "--out",
                                "tables.zip")
                        .err())
                .startsWith("--out can't be tables.zip. Its name ends with .feed");
        Files.writeString(folder.resolve("feed.pem"), "no key");
        assertThat(pack().err()).contains("has no private Ed25519 key. Make one: openssl genpkey -algorithm ed25519");
        Files.delete(folder.resolve("feed.pem"));
        assertThat(pack().err()).contains("can't be read. Make one: openssl genpkey");
    }

    @Test
    void aFeedSaysItsDayItselfAndOnlyItHasAMapToTake() throws Exception {
        Files.writeString(Path.of(feed()), "no feed");
        assertThat(bot(named(), "directory", "refresh", feed(), "--as-of", "2026-11-20")
                        .err())
                .startsWith("A feed says itself how old it is.");
        assertThat(bot(named(), "directory", "refresh", folder.toString(), "--map")
                        .err())
                .startsWith("--map is for a feed alone.");
        assertThat(bot(named(), "directory", "refresh", folder.resolve("none").toString())
                        .err())
                .startsWith("There is no folder or feed ");
        assertThat(bot(named(), "directory", "refresh", feed()).out()).startsWith("refused: the file is no feed");
        assertThat(bot(Map.of(FeedTrust.SETTING, "abc"), "directory", "refresh", feed())
                        .err())
                .startsWith("DIRECTORY_FEED_KEY isn't a public Ed25519 key.");
        assertThat(bot(
                                Map.of(
                                        "DIRECTORY_REFRESH",
                                        "look",
                                        "DIRECTORY_ADDRESS",
                                        "https://example.org/tables.feed"),
                                "directory",
                                "refresh",
                                feed())
                        .err())
                .startsWith("DIRECTORY_FEED_KEY is missing, and DIRECTORY_ADDRESS is a feed.");
    }
}
