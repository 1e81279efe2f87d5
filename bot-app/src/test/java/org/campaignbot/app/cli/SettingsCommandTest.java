package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.BotProcess;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings as organizers use them. */
class SettingsCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path data;

    private Database database() throws Exception {
        return Database.open(new DatabaseLocation.Embedded(data), null, InstantSource.system());
    }

    private BotHere bot(String input, String... arguments) throws Exception {
        return BotHere.run(Map.of(StorageSettings.DATA, data.toString()), input, arguments);
    }

    @Test
    void aChatAfterAChangeSaysWhatWasSet() throws Exception {
        Map<String, String> variables = Map.of(StorageSettings.DATA, data.toString());
        BotProcess set = BotProcess.run(
                variables, "", "settings", "set", "action-call.status", "closed", "--as-of", "2026-11-20");
        assertThat(set.out()).contains("action-call.status: as in the pack -> closed", "Version 1");
        assertThat(set.exit()).isZero();
        BotHere chat = bot("call my senators\n", "chat");
        assertThat(chat.out())
                .contains("has been closed since November 20, 2026")
                .doesNotContain("Call my senators");
        assertThat(chat.err()).isEmpty();

        assertThat(bot("", "settings").out())
                .contains("action-call.status = closed   (changed 2026-11-24 by ")
                .contains("pack: retargeted")
                .contains("lobby-contact =    (not set")
                .contains("No number was reported wrong 3 times.");
        assertThat(bot("", "settings", "show", "--json").out())
                .contains("\"key\":\"action-call.status\",\"value\":\"closed\",\"origin\":\"changed\"")
                .contains("\"wrong_numbers\":[]");
        assertThat(bot("", "settings", "export").out())
                .endsWith("action-call:\n  as_of: \"2026-11-20\"\n  status: \"closed\"\n");
        assertThat(bot("", "settings", "unset", "action-call").exit()).isZero();
        assertThat(bot("", "settings", "history").out().lines().toList())
                .hasSize(4)
                .first()
                .asString()
                .contains("version 2", "action-call.status: closed -> as in the pack");
    }

    @Test
    void whatIsWrongIsNamedWithItsFixAndNothingIsWritten() throws Exception {
        BotHere undated = bot("", "settings", "set", "action-call.status", "closed");
        assertThat(undated.err()).contains("action-call.status", "--as-of DAY");
        assertThat(undated.exit()).isEqualTo(2);
        BotHere misspelled = bot("", "settings", "set", "lobby-contct", "ana@example.org");
        assertThat(misspelled.err()).contains("no setting \"lobby-contct\"", "did you mean \"lobby-contact\"?");
        BotHere option = bot("", "settings", "set", "lobby-contact", "ana@example.org", "--as-of", "2026-11-20");
        assertThat(option.err()).contains("takes no --as-of");
        BotHere unset = bot("", "settings", "unset", "lobby-contact");
        assertThat(unset.err()).contains("\"lobby-contact\" is not set");
        assertThat(unset.exit()).isEqualTo(2);
        assertThat(data.resolve("bot.sqlite")).doesNotExist();
        assertThat(data.resolve("key")).doesNotExist();
    }

    @Test
    void numbersThatThreePeopleReportedAreListedUntilTheyAreDismissed() throws Exception {
        try (Database database = database()) {
            for (String person : new String[] {"a", "b", "c"}) {
                database.wrongNumbers().report(person, "202-224-4451", Instant.parse("2026-11-24T14:00:00Z"));
            }
        }
        assertThat(bot("", "settings").out()).contains("202-224-4451   few reports, the latest on 2026-11-24");
        assertThat(bot("", "settings", "--json").out())
                .contains("\"number\":\"202-224-4451\"")
                .contains("\"reports\":\"few\"");
        assertThat(bot("", "settings", "dismiss-number", "202-224-4451").exit()).isZero();
        assertThat(bot("", "settings").out()).doesNotContain("202-224-4451   ");
        BotHere again = bot("", "settings", "dismiss-number", "202-224-4451");
        assertThat(again.err()).contains("Nobody reported");
        assertThat(again.exit()).isEqualTo(2);
    }

    @Test
    void readingMakesNoDatabase() throws Exception {
        assertThat(bot("", "settings").out()).contains("action-call.status", "No number was reported wrong 3 times.");
        assertThat(bot("", "settings", "history").exit()).isZero();
        assertThat(bot("", "settings", "export").exit()).isZero();
        assertThat(bot("", "settings", "unset", "action-call").exit()).isEqualTo(2);
        assertThat(bot("", "settings", "dismiss-number", "202-224-4451").exit()).isEqualTo(2);
        assertThat(bot("hello\n", "chat").out()).contains("What's your ZIP code?");
        assertThat(bot("", "lines").exit()).isZero();
        assertThat(bot("", "check", "--release").out()).contains("before a launch: lobby-contact is not set");
        assertThat(data.resolve("bot.sqlite")).doesNotExist();
        assertThat(data.resolve("key")).doesNotExist();
    }

    @Test
    void brokenSettingsStopNoChatAndNoChangeWritesOverThem() throws Exception {
        database().close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("bot.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("alter table setting_version rename to gone");
        }
        BotHere chat = bot("hello\n", "chat");
        assertThat(chat.out()).contains("What's your ZIP code?");
        assertThat(chat.err()).contains("Version 0 of the settings goes on being used.", "in the database");
        BotHere set = bot("", "settings", "set", "endorsed_by", "The Dayton group");
        assertThat(set.err()).contains("cannot be read now").doesNotContain("Exception");
        assertThat(set.exit()).isEqualTo(1);
    }

    @Test
    void aReleaseCheckNamesWhatIsStillToBeSetAndFailsNothing() throws Exception {
        bot("", "settings", "set", "human-contact", "ana@example.org");
        BotHere check = bot("", "check", "--release");
        assertThat(check.out())
                .contains("before a launch: lobby-contact is not set")
                .contains("before a launch: page-number (646-248-6236) was not verified")
                .contains("before a launch: blueprint leads to a page that leads there")
                .contains("before a launch: legal-help was never opened by a person:"
                        + " open https://www.immigrationadvocates.org/legaldirectory/");
        assertThat(check.out()).doesNotContain("human-contact is not set");
        assertThat(check.exit()).isZero();
    }
}
