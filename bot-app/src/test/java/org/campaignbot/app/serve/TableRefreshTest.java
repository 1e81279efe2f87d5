package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.campaignbot.alert.desk.AdminNews;
import org.campaignbot.alert.desk.OrganizerNotifier;
import org.campaignbot.alert.desk.TurnoverDesk;
import org.campaignbot.app.config.Content;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.app.watch.ComponentHealth;
import org.campaignbot.app.watch.ComponentHealth.Status;
import org.campaignbot.app.watch.Health;
import org.campaignbot.app.watch.PlatformHealth;
import org.campaignbot.app.watch.StoreHealth;
import org.campaignbot.app.watch.WatchedJobs;
import org.campaignbot.content.refresh.FeedDraft;
import org.campaignbot.content.refresh.FeedKey;
import org.campaignbot.content.refresh.Publication;
import org.campaignbot.content.refresh.SourceServer;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.memory.MemoryDeskCards;
import org.campaignbot.memory.MemoryDeskChats;
import org.campaignbot.memory.MemoryEffectResults;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Redemption;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableRefreshTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T15:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2026-11-20T15:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int REQUESTS = 6;
    private static final String PEM = FeedDraft.pem();
    private static final Instant SECOND_DAY = Instant.parse("2027-01-04T15:00:00Z");
    private static final ConversationKey ANA =
            new ConversationKey(new Address("mail", "bot", "ana", null), new Person("mail", "ana"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final SettableClock clock = new SettableClock(BEGIN);
    private final Jobs jobs = new Jobs();
    private final StringWriter log = new StringWriter();
    private final MemoryOrganizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final MemoryDeskChats chats = new MemoryDeskChats();
    private final MemoryEffectResults answers = new MemoryEffectResults();
    private final WatchedJobs watchedJobs = new WatchedJobs(clock, () -> {});

    @SuppressWarnings("NullAway.Init") // set before each test
    private SourceServer source;

    @BeforeEach
    void publish() throws IOException {
        source = new SourceServer(write(new Publication().withNumber("S001198", "202-555-0100")), PUBLISHED);
    }

    @AfterEach
    void stop() {
        source.close();
        jobs.end();
    }

    private Path write(Publication publication) throws IOException {
        return publication.writeTo(Files.createDirectories(folder.resolve("source")));
    }

    private ServerSettings settings(String mode) throws Exception {
        return ServerHere.settings(
                Map.of(
                        "DIRECTORY_FEED_KEY",
                        FeedKey.pair(PEM).orElseThrow().open().text(),
                        "TELEGRAM_TOKEN",
                        "1:token",
                        "BOT_DATA",
                        folder.resolve("data").toString(),
                        "DIRECTORY_REFRESH",
                        mode,
                        "DIRECTORY_ADDRESS",
                        source.address(),
                        "DIRECTORY_LOCAL_HOST",
                        SourceServer.HOST),
                clock);
    }

    private TableRefresh refresh(String mode) throws Exception {
        PrintWriter lines = new PrintWriter(log);
        return new TableRefresh(
                settings(mode),
                jobs,
                watchedJobs,
                new Console(lines, lines, clock),
                new TurnoverDesk(new AdminNews(
                        organizers, new OrganizerNotifier.Reach(chats, new MemoryDeskCards(), answers, text -> text))));
    }

    /** The second day of a Congress: an organizer is reached in one chat, and the source has 67 numbers. */
    private void dawn() throws IOException {
        clock.advance(Duration.between(clock.instant(), SECOND_DAY));
        OneTimeCode code = OneTimeCode.random(new Random(1));
        assertThat(organizers.invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, SECOND_DAY))
                .isEmpty();
        assertThat(organizers.redeem(code, ANA, "update", SECOND_DAY)).isInstanceOf(Redemption.Granted.class);
        chats.note(organizers.all().get(0).id(), ANA);
        write(Publication.ofTheNextCongress().withNumbers(67));
        source.publish(SECOND_DAY);
    }

    private ComponentHealth standing() {
        List<ComponentHealth> all = watchedJobs.standings();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** A server whose other parts are well. */
    private Health health() {
        WatchedJobs others = new WatchedJobs(clock, () -> {});
        return new Health(
                new StoreHealth(() -> {}, clock),
                watchedJobs,
                others.add("Intake", null),
                others.add("Sender", null),
                List.of(new PlatformHealth("one", Set.of(), clock, line -> {}, line -> {})));
    }

    /** The day of the tables that a bot would use. */
    private LocalDate inForce() throws Exception {
        Content content = settings("off").content();
        return content.liveDirectory(clock, report -> {}).get().asOf();
    }

    @Test
    void whatIsNewIsToldAndNotPutInForceByALook() throws Exception {
        TableRefresh refresh = refresh("look");
        assertThat(standing()).isEqualTo(new ComponentHealth("directory-refresh", Status.OK, BEGIN, null, ""));
        refresh.lookIfDue();
        String waiting =
                "New tables of members, of 2026-11-20, are waiting: changed numbers (of 537 who stay): 1. ./bot"
                        + " directory refresh " + source.address()
                        + " shows all of it; with --apply it puts them in force.";
        assertThat(standing()).isEqualTo(new ComponentHealth("directory-refresh", Status.OK, BEGIN, BEGIN, waiting));
        assertThat(log.toString()).isEqualTo("2026-11-24T15:00:00Z  " + waiting + System.lineSeparator());
        assertThat(inForce()).isEqualTo("2026-06-15");
        clock.advance(WEEK);
        refresh.lookIfDue();
        assertThat(log.toString().lines()).hasSize(1);
    }

    @Test
    void newTablesAreInForceWhereTheSettingAllowsItAndFetchedOnce() throws Exception {
        TableRefresh refresh = refresh("apply");
        refresh.lookIfDue();
        assertThat(inForce()).isEqualTo("2026-11-20");
        assertThat(log.toString())
                .contains(
                        "New tables of members, of 2026-11-20, are in force within a minute.",
                        "  S001198 Dan Sullivan, AK-S2: 202-224-3004 → 202-555-0100");
        String before = log.toString();
        clock.advance(WEEK);
        refresh.lookIfDue();
        assertThat(source.log()).hasSize(REQUESTS + 5);
        assertThat(source.log().subList(REQUESTS, REQUESTS + 5)).allMatch(line -> line.endsWith(" 304"));
        assertThat(standing())
                .isEqualTo(new ComponentHealth("directory-refresh", Status.OK, BEGIN, BEGIN.plus(WEEK), ""));
        assertThat(log.toString()).isEqualTo(before);
    }

    @Test
    void itLooksOnceAWeekAndEveryDayInJanuary() throws Exception {
        TableRefresh refresh = refresh("look");
        refresh.lookIfDue();
        clock.advance(WEEK.minusSeconds(1));
        refresh.lookIfDue();
        assertThat(source.log()).hasSize(REQUESTS);
        clock.advance(Duration.ofSeconds(1));
        refresh.lookIfDue();
        assertThat(source.log()).hasSize(2 * REQUESTS);
        // From December 29 on.
        clock.advance(WEEK.multipliedBy(4));
        refresh.lookIfDue();
        assertThat(source.log()).hasSize(3 * REQUESTS);
        clock.advance(DAY.multipliedBy(2));
        refresh.lookIfDue();
        assertThat(source.log()).hasSize(3 * REQUESTS);
        for (int day = 1; day <= 3; day++) {
            clock.advance(DAY);
            refresh.lookIfDue();
            refresh.lookIfDue();
            assertThat(source.log()).hasSize((3 + day) * REQUESTS);
        }
    }

    @Test
    void aRefusedLookIsLateOnceAndComesAgainADayLater() throws Exception {
        write(new Publication().withNumbers(67));
        TableRefresh refresh = refresh("apply");
        refresh.lookIfDue();
        ComponentHealth refused = standing();
        assertThat(refused.status()).isEqualTo(Status.LATE);
        assertThat(refused.since()).isEqualTo(BEGIN);
        assertThat(refused.last()).isNull();
        assertThat(refused.fix())
                .startsWith("The tables of members stay as they are: only 67 of 537 members have a phone number")
                .endsWith("./bot directory refresh " + source.address() + " shows it again.");
        assertThat(inForce()).isEqualTo("2026-06-15");
        assertThat(health().isUp()).isTrue();
        assertThat(health().details())
                .contains("\"name\":\"directory-refresh\",\"status\":\"late\"", "only 67 of 537 members");
        clock.advance(DAY);
        refresh.lookIfDue();
        assertThat(standing().since()).isEqualTo(BEGIN);
        assertThat(log.toString().lines()).hasSize(1);
        write(new Publication());
        clock.advance(DAY);
        refresh.lookIfDue();
        assertThat(standing().status()).isEqualTo(Status.OK);
        assertThat(standing().since()).isEqualTo(BEGIN.plus(DAY).plus(DAY));
        assertThat(inForce()).isEqualTo("2026-11-20");
        assertThat(log.toString()).contains("This is over: the tables of members could not be refreshed.");
    }

    @Test
    void aSourceThatFailsIsLateAndTheTablesOfTheLastLookStay() throws Exception {
        TableRefresh refresh = refresh("apply");
        refresh.lookIfDue();
        source.fail(500);
        clock.advance(WEEK);
        refresh.lookIfDue();
        assertThat(standing().status()).isEqualTo(Status.LATE);
        assertThat(standing().last()).isEqualTo(BEGIN);
        assertThat(standing().fix()).contains("the server answers 500");
        source.close();
        clock.advance(DAY);
        refresh.lookIfDue();
        assertThat(standing().fix()).contains("cannot be reached");
        assertThat(standing().since()).isEqualTo(BEGIN.plus(WEEK));
        assertThat(inForce()).isEqualTo("2026-11-20");
    }

    @Test
    void tablesOfAnUnknownDayArePutInForceByNobody() throws Exception {
        source.withoutDates();
        TableRefresh refresh = refresh("apply");
        refresh.lookIfDue();
        assertThat(standing().status()).isEqualTo(Status.LATE);
        assertThat(standing().fix()).contains("the server does not say how old its files are", "--as-of DATE --apply");
        assertThat(inForce()).isEqualTo("2026-06-15");
    }

    @Test
    void tablesThatCannotBeWrittenAreLate() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/directory"), "no folder");
        TableRefresh refresh = refresh("apply");
        refresh.lookIfDue();
        assertThat(standing().status()).isEqualTo(Status.LATE);
        assertThat(standing().fix()).contains("cannot be read or written. Look at the disk.");
    }

    @Test
    void namesWithoutNumbersAreOfferedAndAPressPutsThemInForce() throws Exception {
        TableRefresh refresh = refresh("look");
        assertThat(refresh.useNames()).isEqualTo(TurnoverDesk.Outcome.SOON);
        dawn();
        refresh.lookIfDue();
        assertThat(standing().status()).isEqualTo(Status.OK);
        assertThat(standing().fix()).startsWith("The names of a new Congress, of 2027-01-04, are waiting; ");
        assertThat(answers.waiting(10)).singleElement().satisfies(each -> {
            assertThat(each.conversation()).isEqualTo(ANA);
            assertThat(each.event().flow()).isEqualTo("turnover-names");
        });
        assertThat(inForce()).isEqualTo("2026-06-15");
        assertThat(nameInWyoming()).isEmpty();

        assertThat(refresh.useNames()).isEqualTo(TurnoverDesk.Outcome.USED);
        assertThat(nameInWyoming()).contains("Mona Madeup");
        assertThat(inForce()).isEqualTo("2026-06-15");
        assertThat(refresh.useNames()).isEqualTo(TurnoverDesk.Outcome.GONE);
        assertThat(standing().fix()).startsWith("The names of the new Congress are in force; ");

        clock.advance(DAY);
        refresh.lookIfDue();
        assertThat(standing().fix()).startsWith("The names of the new Congress are in force; ");
        assertThat(answers.waiting(10)).hasSize(1);

        write(Publication.ofTheNextCongress());
        source.publish(SECOND_DAY.plus(DAY));
        clock.advance(DAY);
        refresh.lookIfDue();
        assertThat(standing().fix()).startsWith("New tables of members, of 2027-01-05, are waiting: ");
    }

    @Test
    void namesWithoutNumbersAreInForceWhereTheSettingAllowsItAndThenTheNumbers() throws Exception {
        dawn();
        TableRefresh refresh = refresh("apply");
        refresh.lookIfDue();
        assertThat(nameInWyoming()).contains("Mona Madeup");
        assertThat(answers.waiting(10)).isEmpty();
        assertThat(log.toString()).contains("New names of members are in force within a minute.", "Mona Madeup, WY-0");
        assertThat(refresh.useNames()).isEqualTo(TurnoverDesk.Outcome.GONE);
        write(Publication.ofTheNextCongress());
        source.publish(SECOND_DAY.plus(DAY));
        clock.advance(DAY);
        refresh.lookIfDue();
        assertThat(inForce()).isEqualTo("2027-01-05");
    }

    @Test
    void anOfferEndsWithNewerTablesAndFailsOnADiskThatCannotBeWritten() throws Exception {
        dawn();
        TableRefresh refresh = refresh("look");
        refresh.lookIfDue();
        Path tables = folder.resolve("data/directory");
        Files.createDirectories(tables.getParent());
        Files.writeString(tables, "no folder");
        assertThat(refresh.useNames()).isNotEqualTo(TurnoverDesk.Outcome.USED);
        Files.delete(tables);
        refresh("apply").lookIfDue();
        assertThat(refresh.useNames()).isEqualTo(TurnoverDesk.Outcome.GONE);
    }

    /** The source is a feed from now on. */
    private Path feed(FeedDraft draft, long version) throws IOException {
        Path feed = folder.resolve("tables.feed");
        draft.packTo(feed, PEM, version, EasternTime.dateAt(clock.instant()));
        source.close();
        source = SourceServer.ofFeed(folder, "tables.feed", clock.instant());
        return feed;
    }

    @Test
    void aFeedIsPutInForceAndARefusedOneIsLateAndNeverDown() throws Exception {
        feed(new FeedDraft("2026-11-20").withNumber("S001198", "202-555-0100"), 2);
        TableRefresh refresh = refresh("apply");
        refresh.lookIfDue();
        assertThat(inForce()).isEqualTo("2026-11-20");
        assertThat(log.toString()).contains("  S001198 Dan Sullivan, AK-S2: 202-224-3004 → 202-555-0100");
        assertThat(standing().status()).isEqualTo(Status.OK);

        new FeedDraft("2026-11-21")
                .packTo(folder.resolve("tables.feed"), FeedDraft.pem(), 3, LocalDate.of(2026, 11, 24));
        source.publish(BEGIN.plus(DAY));
        clock.advance(WEEK);
        refresh.lookIfDue();
        assertThat(standing().status()).isEqualTo(Status.LATE);
        assertThat(standing().fix())
                .startsWith("The tables of members stay as they are: the feed is signed by the key ")
                .contains("which DIRECTORY_FEED_KEY does not name");
        assertThat(health().isUp()).isTrue();
        assertThat(health().details()).contains("\"name\":\"directory-refresh\",\"status\":\"late\"");
        assertThat(inForce()).isEqualTo("2026-11-20");
    }

    @Test
    void anOlderFeedThanOneThatWasOnlyLookedAtIsRefusedAfterARestart() throws Exception {
        feed(new FeedDraft("2026-11-20"), 2);
        refresh("look").lookIfDue();
        assertThat(inForce()).isEqualTo("2026-06-15");
        feed(new FeedDraft("2026-11-20"), 1);
        new TableRefresh(
                        settings("apply"),
                        jobs,
                        new WatchedJobs(clock, () -> {}),
                        new Console(new PrintWriter(log), new PrintWriter(log), clock),
                        new TurnoverDesk(new AdminNews(
                                organizers,
                                new OrganizerNotifier.Reach(chats, new MemoryDeskCards(), answers, text -> text))))
                .lookIfDue();
        assertThat(log.toString()).contains("the feed's version 1 is older than 2, which was here before");
        assertThat(inForce()).isEqualTo("2026-06-15");
    }

    @Test
    void aFeedOfTheFirstDaysIsOfferedForItsNames() throws Exception {
        dawn();
        feed(FeedDraft.ofTheNextCongress("2027-01-04", 67), 2);
        TableRefresh refresh = refresh("look");
        refresh.lookIfDue();
        assertThat(answers.waiting(10))
                .singleElement()
                .satisfies(each -> assertThat(each.event().flow()).isEqualTo("turnover-names"));
        assertThat(refresh.useNames()).isEqualTo(TurnoverDesk.Outcome.USED);
        assertThat(nameInWyoming()).contains("Mona Madeup");
    }

    private Optional<String> nameInWyoming() throws Exception {
        LocalDate day = EasternTime.dateAt(clock.instant());
        return settings("off")
                .content()
                .liveDirectory(clock, report -> {})
                .get()
                .seat("WY-0", day)
                .flatMap(Seat::holder)
                .map(Lawmaker::name);
    }

    @Test
    void theStatusPageNamesItWhereItIsSetAndTheServerIsUp() throws Exception {
        try (Scene scene = new Scene(folder)) {
            int port = scene.byWebhook();
            scene.set("OPS_TOKEN", "a-token-of-the-operators");
            scene.set("DIRECTORY_REFRESH", "look");
            try (ServerHere server = ServerHere.start(scene.variables(), clock)) {
                assertThat(server.err()).isEmpty();
                HttpClient client = HttpClient.newHttpClient();
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/status"))
                        .header("Authorization", "Bearer a-token-of-the-operators");
                assertThat(client.send(request.build(), BodyHandlers.ofString()).body())
                        .contains("\"name\":\"directory-refresh\",\"status\":\"ok\"");
            }
        }
    }
}
