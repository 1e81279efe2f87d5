package org.campaignbot.content.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.campaignbot.content.refresh.PublicWeb.Limits;
import org.campaignbot.content.tables.AppliedTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed from an address, by the fake of its server with its faults. */
class FeedDownloadTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant PUBLISHED = Instant.parse("2026-11-20T15:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String FILE = "tables.feed";
    private static final String PEM = FeedDraft.pem();

    @TempDir
    private Path folder = Path.of("");

    private AppliedTables applied = new AppliedTables(Path.of(""));

    @SuppressWarnings("NullAway.Init") // set before each test
    private SourceServer server;

    @BeforeEach
    void publish() throws IOException {
        applied = new AppliedTables(folder.resolve("data"));
        publish(new FeedDraft("2026-11-20"), 1, TODAY);
        server = SourceServer.ofFeed(folder, FILE, PUBLISHED);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void publish(FeedDraft draft, long version, LocalDate made) throws IOException {
        draft.packTo(folder.resolve(FILE), PEM, version, made);
    }

    private Refresh.Outcome fetch() throws IOException {
        return fetch(TODAY);
    }

    private Refresh.Outcome fetch(LocalDate today) throws IOException {
        return fetch(new Download(server.address(), SourceServer.HOST), today);
    }

    private Refresh.Outcome fetch(Duration silence, Duration total, long bytes) throws IOException {
        return fetch(
                new Download(
                        server.address(),
                        new PublicWeb(new PublicHosts(SourceServer.HOST), new Limits(LONG, silence, total, bytes))),
                TODAY);
    }

    private Refresh.Outcome fetch(Download download, LocalDate today) throws IOException {
        FeedTrust trust = new FeedTrust(List.of(FeedKey.pair(PEM).orElseThrow().open()), folder.resolve("data"));
        return Refresh.fetch(Publication.SHIPPED, applied.newest(), download, Optional.empty(), today, trust, false);
    }

    private static void isRefused(Refresh.Outcome outcome, RefreshRefusal.Kind kind, String reason) {
        assertThat(outcome.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.reason()).contains(reason);
        });
        assertThat(outcome.files()).isEmpty();
        assertThat(outcome.isNothingNew()).isFalse();
    }

    @Test
    void aFeedIsFetchedOnceUntilThereIsANewerOne() throws IOException {
        Refresh.Outcome first = fetch();
        assertThat(first.refusals()).isEmpty();
        assertThat(first.files()).containsKeys("lawmakers.csv", FeedMark.FILE, SourceState.FILE);
        applied.apply(first.files());
        assertThat(fetch().isNothingNew()).isTrue();
        assertThat(server.log()).containsExactly("GET tables.feed 200", "GET tables.feed 304");
        // Without the server's help it's recognized by what is in it.
        server.publish(PUBLISHED.plusSeconds(60));
        assertThat(fetch().isNothingNew()).isTrue();
        publish(new FeedDraft("2026-11-21"), 2, TODAY);
        assertThat(fetch().asOf()).contains(LocalDate.of(2026, 11, 21));
    }

    @Test
    void aServerThatIsStuckAtAFeedWhoseDaysAreOverIsNoticed() throws IOException {
        applied.apply(fetch().files());
        assertThat(fetch(TODAY.plusDays(30)).isNothingNew()).isTrue();
        isRefused(
                fetch(TODAY.plusDays(31)),
                RefreshRefusal.Kind.EXPIRED,
                "the feed's last day was 2026-12-24; its publisher has not made a newer one");
        assertThat(server.log()).last().isEqualTo("GET tables.feed 304");
    }

    @Test
    void a304ThatNobodyAskedForIsRefused() throws IOException {
        server.fail(304);
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "answers 304 when asked for tables.feed");
    }

    @Test
    void aRedirectToAnotherHostIsRefused() throws IOException {
        server.fault(FILE, SourceServer.redirect("https://example.org/tables.feed"));
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "sends us to another host when asked for tables.feed");
    }

    @Test
    void aBodyOfMoreThan64MegabytesIsRefused() throws IOException {
        server.fault(FILE, SourceServer.announcing((64L << 20) + 1));
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "tables.feed is larger than 64 MB");
        server.fault(FILE, server.endless(1 << 16));
        isRefused(fetch(LONG, LONG, 8L << 20), RefreshRefusal.Kind.SERVER, "tables.feed is larger than 8 MB");
    }

    @Test
    void aSlowServerIsLeft() throws IOException {
        server.fault(FILE, server.silent());
        isRefused(fetch(SHORT, LONG, 64L << 20), RefreshRefusal.Kind.SERVER, "too slow with tables.feed");
        server.fault(FILE, server.mute());
        isRefused(fetch(SHORT, LONG, 64L << 20), RefreshRefusal.Kind.SERVER, "too slow with tables.feed");
        server.fault(FILE, server.endless(1));
        isRefused(fetch(LONG, SHORT, Long.MAX_VALUE), RefreshRefusal.Kind.SERVER, "too slow with tables.feed");
    }

    @Test
    void aFeedThatIsCutOffAndHalfAFeedThatPassesForAWholeOneAreRefused() throws IOException {
        server.fault(FILE, SourceServer.cutOff());
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "tables.feed was cut off on its way");
        server.fault(FILE, SourceServer.half());
        isRefused(fetch(), RefreshRefusal.Kind.SIGNATURE, "it was changed or cut off after it was made");
    }

    @Test
    void aWrongTypeAndAPackedAnswerAreRefused() throws IOException {
        server.fault(FILE, SourceServer.header("Content-Type", "text/html; charset=utf-8"));
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "gives tables.feed as text/html");
        server.fault(FILE, SourceServer.header("Content-Encoding", "gzip"));
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "packed, though nobody asked for that");
    }

    @Test
    void anAddressOfThisMachineOrAPrivateNetworkIsNotAsked() throws IOException {
        for (String host : List.of("127.0.0.1", "localhost", "10.1.2.3", "[fd00::1]", "169.254.169.254")) {
            isRefused(
                    fetch(new Download("https://" + host + "/tables.feed", "files.example.org"), TODAY),
                    RefreshRefusal.Kind.ADDRESS,
                    "is this machine or in a private network");
        }
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
        assertThat(server.log()).isEmpty();
    }
}
