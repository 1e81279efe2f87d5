package org.campaignbot.content.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.campaignbot.content.refresh.PublicWeb.Limits;
import org.campaignbot.content.tables.AppliedTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant PUBLISHED = Instant.parse("2026-11-20T15:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path folder = Path.of("");

    private AppliedTables applied = new AppliedTables(Path.of(""));

    @SuppressWarnings("NullAway.Init") // set before each test
    private SourceServer server;

    @BeforeEach
    void publish() throws IOException {
        applied = new AppliedTables(folder.resolve("data"));
        server = new SourceServer(new Publication().writeTo(source()), PUBLISHED);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path source() throws IOException {
        return Files.createDirectories(folder.resolve("source"));
    }

    private Refresh.Outcome fetch() throws IOException {
        return fetch(new Download(server.address(), SourceServer.HOST));
    }

    private Refresh.Outcome fetch(Duration silence, Duration total, long bytes) throws IOException {
        return fetch(new Download(
                server.address(),
                new PublicWeb(new PublicHosts(SourceServer.HOST), new Limits(LONG, silence, total, bytes))));
    }

    private Refresh.Outcome fetch(Download download) throws IOException {
        return Refresh.fetch(
                Publication.SHIPPED, applied.newest(), download, Optional.empty(), TODAY, FeedTrust.NONE, false);
    }

    private void isRefused(Refresh.Outcome outcome, RefreshRefusal.Kind kind, String reason) {
        assertThat(outcome.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.reason()).contains(reason);
        });
        assertThat(outcome.files()).isEmpty();
        assertThat(outcome.isNothingNew()).isFalse();
        assertThat(applied.newest()).isEmpty();
    }

    @Test
    void theFilesOfAnAddressGoTheWayOfAFolderWithTheirServersDate() throws IOException {
        Refresh.Outcome outcome = fetch();
        assertThat(outcome.refusals()).isEmpty();
        assertThat(outcome.report()).contains("no change");
        assertThat(outcome.asOf()).contains(LocalDate.of(2026, 11, 20));
        assertThat(outcome.files()).containsKeys("tables.yaml", "lawmakers.csv", SourceState.FILE);
        assertThat(new String(outcome.files().getOrDefault("tables.yaml", new byte[0]), StandardCharsets.UTF_8))
                .contains("as_of: '2026-11-20'");
        assertThat(server.log())
                .containsExactly(
                        "GET legislators-current.yaml 200",
                        "GET legislators-district-offices.yaml 200",
                        "GET legislators-social-media.yaml 200",
                        "GET committees-current.yaml 200",
                        "GET committee-membership-current.yaml 200",
                        "HEAD legislators-current.yaml 200");
    }

    @Test
    void aServerWithoutDatesIsOnlyLookedAt() throws IOException {
        server.withoutDates();
        assertThat(fetch().asOf()).isEmpty();
        assertThat(fetch().refusals()).isEmpty();
    }

    @Test
    void nothingIsFetchedAgainUntilItChanges() throws IOException {
        applied.apply(fetch().files());
        int before = server.log().size();
        Refresh.Outcome again = fetch();
        assertThat(again.isNothingNew()).isTrue();
        assertThat(again.report()).singleElement().asString().startsWith("nothing new");
        assertThat(server.log().subList(before, server.log().size())).hasSize(5).allMatch(line -> line.endsWith("304"));
        assertThat(fetch(new Download(server.address().replace("127.0.0.1", "localhost"), "localhost"))
                        .isNothingNew())
                .isFalse();
        server.publish("committees-current.yaml", PUBLISHED.plusSeconds(60));
        Refresh.Outcome changed = fetch();
        assertThat(changed.isNothingNew()).isFalse();
        assertThat(changed.refusals()).isEmpty();
    }

    @Test
    void anOlderStateThanTheTablesInForceIsRefusedAlsoByANewProcess() throws IOException {
        applied.apply(fetch().files());
        server.publish(Instant.parse("2026-11-19T15:00:00Z"));
        AppliedTables afterARestart = new AppliedTables(folder.resolve("data"));
        Refresh.Outcome older = Refresh.fetch(
                Publication.SHIPPED,
                afterARestart.newest(),
                new Download(server.address(), SourceServer.HOST),
                Optional.empty(),
                TODAY,
                FeedTrust.NONE,
                false);
        assertThat(older.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(RefreshRefusal.Kind.DATE);
            assertThat(refusal.reason())
                    .isEqualTo("the source of 2026-11-19 is older than the tables in force, of 2026-11-20");
        });
    }

    @Test
    void anOlderStateOfTheSameDayIsRefusedToo() throws IOException {
        applied.apply(fetch().files());
        server.publish(PUBLISHED.minus(Duration.ofHours(2)));
        Refresh.Outcome older = fetch();
        assertThat(older.refusals())
                .singleElement()
                .asString()
                .startsWith("the server gives an older state of its files");
        assertThat(older.files()).isEmpty();
    }

    @Test
    void onlyARedirectOnTheSameHostIsFollowed() throws IOException {
        server.fault(Upstream.SOCIAL, SourceServer.redirect("/congress-legislators/" + Upstream.LEGISLATORS));
        assertThat(fetch().refusals()).isEmpty();
        server.fault(
                Upstream.SOCIAL, SourceServer.redirect(server.address().replace("127.0.0.1", "localhost") + "a.yaml"));
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "sends us to another host when asked for legislators-social");
        server.fault(Upstream.SOCIAL, SourceServer.redirect(Upstream.SOCIAL));
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "from address to address");
    }

    @Test
    void aBodyOfMoreThan64MegabytesIsRefused() throws IOException {
        server.fault(Upstream.OFFICES, SourceServer.announcing((64L << 20) + 1));
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "legislators-district-offices.yaml is larger than 64 MB");
        server.fault(Upstream.OFFICES, server.endless(1 << 16));
        isRefused(
                fetch(LONG, LONG, 8L << 20),
                RefreshRefusal.Kind.SERVER,
                "legislators-district-offices.yaml is larger than 8 MB");
    }

    @Test
    void aServerThatSaysNothingMoreOrNeverEndsIsLeft() throws IOException {
        server.fault(Upstream.COMMITTEES, server.silent());
        isRefused(fetch(SHORT, LONG, 64L << 20), RefreshRefusal.Kind.SERVER, "too slow with committees-current.yaml");
        server.fault(Upstream.COMMITTEES, server.mute());
        isRefused(fetch(SHORT, LONG, 64L << 20), RefreshRefusal.Kind.SERVER, "too slow with committees-current.yaml");
        server.fault(Upstream.LEGISLATORS, server.endless(1));
        isRefused(
                fetch(LONG, SHORT, Long.MAX_VALUE),
                RefreshRefusal.Kind.SERVER,
                "too slow with legislators-current.yaml");
    }

    @Test
    void aFileThatIsCutOffIsRefused() throws IOException {
        server.fault(Upstream.LEGISLATORS, SourceServer.cutOff());
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "legislators-current.yaml was cut off on its way");
    }

    @Test
    void halfAFileThatPassesForAWholeOneIsRefused() throws IOException {
        server.fault(Upstream.SOCIAL, SourceServer.half());
        Refresh.Outcome outcome = fetch();
        assertThat(outcome.refusals())
                .singleElement()
                .asString()
                .startsWith(Upstream.SOCIAL)
                .containsAnyOf("is cut off: its last line has no end", "is not YAML");
    }

    @Test
    void anAnswerWithoutItsLengthIsRefused() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
                try (Socket socket = listening.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Type: text/yaml\r\n\r\n- id:\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (IOException gone) {
                    throw new AssertionError(gone);
                }
            });
            isRefused(
                    fetch(new Download("http://127.0.0.1:" + listening.getLocalPort(), SourceServer.HOST)),
                    RefreshRefusal.Kind.SERVER,
                    "does not say where legislators-current.yaml ends");
            assertThat(answered).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type, text/html; charset=utf-8, as text/html",
        "Content-Type, application/json, as application/json",
        "Content-Encoding, gzip, packed"
    })
    void aWrongTypeIsRefused(String name, String value, String reason) throws IOException {
        server.fault(Upstream.MEMBERSHIP, SourceServer.header(name, value));
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, reason);
    }

    @Test
    void anErrorOfTheServerIsRefusedAndSoIsAServerThatIsGone() throws IOException {
        server.fail(503);
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "answers 503 when asked for legislators-current.yaml");
        server.fail(304);
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "answers 304");
        server.close();
        isRefused(fetch(), RefreshRefusal.Kind.SERVER, "cannot be reached");
    }

    @Test
    void filesOfDifferentDaysAreRefused() throws IOException {
        server.publish(Upstream.OFFICES, PUBLISHED.minus(Duration.ofDays(1)));
        isRefused(fetch(), RefreshRefusal.Kind.MIXED, "not of one day");
    }

    @Test
    void aPublicationInTheMiddleOfTheDownloadIsNoticed() throws IOException {
        server.fault(Upstream.SOCIAL, server.then(() -> server.publish(PUBLISHED.plusSeconds(1))));
        isRefused(fetch(), RefreshRefusal.Kind.MIXED, "legislators-current.yaml changed while the others were fetched");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[2002:a00:1::]/"
            })
    void anAddressOfThisMachineOrAPrivateNetworkIsNotAsked(String address) throws IOException {
        isRefused(
                fetch(new Download(address, "files.example.org")),
                RefreshRefusal.Kind.ADDRESS,
                "is this machine or in a private network");
    }

    /** The name means a public address when it's looked up, and this machine when Java connects. */
    @Test
    void aNameThatTurnsIntoAnAddressOfThisMachineGetsNotAByte() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> {
                try (Socket socket = listening.accept()) {
                    return socket.getInputStream().read();
                } catch (IOException gone) {
                    throw new AssertionError(gone);
                }
            });
            PublicWeb web = new PublicWeb(
                    new PublicHosts("files.example.org", host -> new InetAddress[] {InetAddress.getByName("8.8.8.8")}),
                    Limits.USUAL);
            isRefused(
                    fetch(new Download("https://localhost:" + listening.getLocalPort() + "/", web)),
                    RefreshRefusal.Kind.ADDRESS,
                    "localhost is this machine or in a private network");
            assertThat(first.get()).as("nothing but the end").isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "185.199.108.153", "2606:50c0:8000::153", "100.128.0.1", "172.32.0.1"})
    void publicAddressesMayBeAsked(String address) throws IOException {
        assertThat(PublicHosts.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/, not encrypted",
        "ftp://127.0.0.1/, not the address of a folder",
        "https://ana:secret@example.org/, not the address of a folder",
        "https://example.org/?a=b, not the address of a folder",
        "https:///, not the address of a folder",
        "https://a b/, not the address of a folder"
    })
    void anAddressThatIsNotOneOrNotEncryptedIsNotAsked(String address, String reason) throws IOException {
        Refresh.Outcome outcome = fetch(new Download(address, SourceServer.HOST));
        isRefused(outcome, RefreshRefusal.Kind.ADDRESS, reason);
        assertThat(outcome.refusals().get(0).reason()).doesNotContain("secret");
        assertThat(List.copyOf(server.log())).isEmpty();
    }
}
