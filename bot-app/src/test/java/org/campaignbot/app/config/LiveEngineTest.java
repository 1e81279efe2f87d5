package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Settings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveEngineTest {

    private static final Instant MORNING = Instant.parse("2026-11-24T15:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path data;

    private final SettableClock clock = new SettableClock(MORNING);
    private final List<String> reports = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Settings settings;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(new DatabaseLocation.Embedded(data), null, clock);
        settings = database.settings("welcoming-communities");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private LiveEngine live() {
        return new LiveEngine(Shipped.CAMPAIGN, settings, clock, reports::add);
    }

    private void set(Map<String, String> values) {
        assertThat(settings.change(settings.current(), Change.set("ana", clock.instant(), values)))
                .isTrue();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("bot.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String says(Engine engine) {
        TurnInput turnInput = new TurnInput(new Event.Opened("call"), clock.instant(), 1, Language.ENGLISH, "test");
        Turn turn = engine.take(State.fresh(), turnInput);
        StringBuilder said = new StringBuilder();
        turn.messages().forEach(message -> said.append(message.text().visible()));
        return said.toString();
    }

    @Test
    void aChangeIsTakenWithinSecondsAndNotLookedForAtEveryTurn() {
        LiveEngine live = live();
        set(Map.of("action-call.status", "closed", "action-call.as_of", "2026-11-20"));
        clock.advance(Duration.ofMillis(2_999));
        assertThat(says(live.get())).doesNotContain("has been closed");
        clock.advance(Duration.ofMillis(1));
        assertThat(says(live.get())).contains("has been closed since November 20, 2026");
        assertThat(reports).isEmpty();
    }

    @Test
    void withoutAChangeTheEngineStays() {
        LiveEngine live = live();
        Engine first = live.get();
        clock.advance(Duration.ofMinutes(5));
        assertThat(live.get()).isSameAs(first);
    }

    private static String pageNumber(LiveEngine live) {
        return String.valueOf(live.get().pack().records().get("page-number"));
    }

    @Test
    void aNumberLosesItsVerificationWhileTheBotRuns() {
        set(Map.of("page-number.verified_on", "2026-08-26", "page-number.verified_by", "ana"));
        LiveEngine live = live();
        assertThat(pageNumber(live)).contains("Phone[");
        clock.advance(Duration.ofDays(1));
        assertThat(pageNumber(live)).doesNotContain("Phone[");
    }

    @Test
    void settingsThatCannotBeReadAreToldOnceAndTheLastGoodVersionGoesOn() throws Exception {
        set(Map.of("action-call.status", "closed", "action-call.as_of", "2026-11-20"));
        LiveEngine live = live();
        execute("alter table setting_version rename to gone");
        for (int minute = 0; minute < 3; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(says(live.get())).contains("has been closed");
        }
        assertThat(reports).singleElement().asString().contains("Version 1", "cannot be read now");
        execute("alter table gone rename to setting_version");
        set(Map.of("action-call.as_of", "someday"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(says(live.get())).contains("has been closed since November 20, 2026");
        assertThat(reports).hasSize(2).last().asString().contains("action-call.as_of", "someday");
    }

    @Test
    void theRevisionTellsTheVersion() {
        set(Map.of("endorsed_by", "The Dayton group"));
        assertThat(live().get().pack().revision())
                .isEqualTo(Shipped.CAMPAIGN.pack().revision() + "+1");
    }
}
