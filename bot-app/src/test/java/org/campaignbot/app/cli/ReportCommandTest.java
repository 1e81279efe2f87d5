package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.Tally.Deed;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of outcomes in a terminal, on one SQLite file. */
class ReportCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final Instant LAST_MONTH = Instant.parse("2026-10-27T15:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path data;

    @BeforeAll
    static void fill() throws Exception {
        try (Database database = Database.open(new DatabaseLocation.Embedded(data), null, () -> NOW)) {
            Tally tally = database.tally();
            database.inOneCommit(() -> {
                count(tally, 1_249, "call", "spoke", "NY-S1", "en", NOW);
                count(tally, 12, "call", "message", "IL-S2", "es", NOW);
                count(tally, 9, "call", "message", "VT-S1", "es", NOW);
                count(tally, 15, "call-answer", "for", "NY-S1", "en", NOW);
                count(tally, 11, "visit", "met", "NY-12", "en", NOW);
                count(tally, 40, "call", "spoke", "NY-S1", "en", LAST_MONTH);
                countOnWeb(tally, 33, "NY-S1");
                countOnWeb(tally, 9, "VT-S1");
                for (int i = 0; i < 14; i++) {
                    tally.count("q" + i, Deed.question("the-bill"), "unanswered", new Tally.Way("en", "paper"), NOW);
                }
                for (int i = 0; i < 3; i++) {
                    database.wrongNumbers().report("w" + i, "202-224-4451", NOW);
                }
            });
        }
    }

    private static void count(
            Tally tally, int people, String action, String outcome, String seat, String language, Instant at) {
        for (int i = 0; i < people; i++) {
            tally.count(seat + i, new Deed(action, seat), outcome, new Tally.Way(language, "telegram"), at);
        }
    }

    private static void countOnWeb(Tally tally, int people, String seat) {
        for (int i = 0; i < people; i++) {
            tally.count("web" + i, new Deed("call", seat).onWeb(), "spoke", new Tally.Way("en", "web"), NOW);
        }
    }

    private BotHere bot(String... arguments) throws IOException {
        Map<String, String> variables = new HashMap<>();
        variables.put(StorageSettings.DATA, data.toString());
        variables.put(Clocks.VARIABLE, NOW.toString());
        return BotHere.run(variables, "", arguments);
    }

    @Test
    void thisMonthSoFarIsShownInTensWithWhatOfficesSaidAndHowVisitsWent() throws Exception {
        BotHere report = bot("report");
        assertThat(report.exit()).isZero();
        assertThat(report.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "What people say they did, Nov 1, 2026 to Nov 30, 2026 (so far)",
                        "call 1,270",
                        "spoke 1,240",
                        "message 20",
                        "busy few",
                        "call-answer 10",
                        "for 10",
                        "visit 10",
                        "met 10",
                        "turned-away few",
                        "the-bill 10",
                        "202-224-4451 few");
    }

    @Test
    void statesUnderTenAreLeftOut() throws Exception {
        assertThat(bot("report", "--by", "state").out())
                .containsPattern("IL +10\n")
                .doesNotContain("VT")
                .contains("Each state that isn't listed: few.");
        assertThat(bot("report", "--by", "seat").out()).containsPattern("NY-S1 +1,240\n");
    }

    @Test
    void languagesAndChatAppsAreSplitByMonth() throws Exception {
        assertThat(bot("report", "--by", "language").out())
                .containsPattern("en +1,240\n")
                .containsPattern("es +20\n");
        assertThat(bot("report", "--by", "surface").out()).containsPattern("telegram +1,240\n");
        BotHere weekly = bot("report", "--by", "language", "--from", "2026-11-23");
        assertThat(weekly.exit()).isEqualTo(2);
        assertThat(weekly.err()).contains("A report by language needs whole months: --from 2026-11 --to 2026-11.");
    }

    @Test
    void theWebIsCountedApart() throws Exception {
        String report = bot("report").out();
        assertThat(report)
                .containsPattern("call +1,270\n")
                .containsPattern(
                        "On the web, where nobody is known \\(in no figure above\\):\n\nweb:call +40\n  spoke +40\n");
        assertThat(bot("report", "--by", "surface").out())
                .containsPattern("telegram +1,240\n")
                .containsPattern("web:call +40\n  spoke +40\n    web +40\n");
        assertThat(bot("report", "--by", "seat").out())
                .containsPattern("NY-S1 +1,240\n")
                .containsPattern("NY-S1 +30\n")
                .doesNotContain("VT");
        assertThat(bot("report", "--csv").out()).contains("call,,,1270\n", "web:call,spoke,,40\n");
    }

    @Test
    void weeksAndMonthsAreListedEachWithItsFigure() throws Exception {
        assertThat(bot("report", "--by", "month", "--from", "2026-10", "--csv").out())
                .contains("call,spoke,,1280\n", "call,spoke,2026-10,40\n", "call,spoke,2026-11,1240\n");
        assertThat(bot("report", "--by", "week", "--csv").out())
                .contains("call,spoke,2026-10-26,40\n", "call,spoke,2026-11-02,few\n", "call,spoke,2026-11-23,1240\n");
    }

    @Test
    void aPeriodThatIsOverDoesNotSaySoFar() throws Exception {
        assertThat(bot("report", "--from", "2026-10", "--to", "2026-10").out())
                .startsWith("What people say they did, Oct 1, 2026 to Oct 31, 2026\n");
    }

    @Test
    void programsGetTheSameFigures() throws Exception {
        assertThat(bot("report", "--json").out())
                .contains(
                        "\"from\":\"2026-11-01\"",
                        "\"over\":false",
                        "{\"action\":\"call\",\"outcome\":\"spoke\",\"part\":\"\",\"count\":\"1240\"}",
                        "{\"action\":\"visit\",\"outcome\":\"turned-away\",\"part\":\"\",\"count\":\"few\"}",
                        "\"topic\":\"the-bill\"");
        assertThat(bot("report", "--csv").out())
                .startsWith("action,outcome,part,count\n")
                .contains(
                        "call,,,1270\n",
                        "question,unanswered,the-bill,10\n",
                        "number,reported-wrong,202-224-4451,few\n");
    }

    @Test
    void aDayOrAnyOtherPartOfAWeekIsRefusedWithWholeOnes() throws Exception {
        BotHere day = bot("report", "--from", "2026-11-24", "--to", "2026-11-24");
        assertThat(day.exit()).isEqualTo(2);
        assertThat(day.err())
                .contains(
                        "singles out nobody",
                        "Weeks: --from 2026-11-23 --to 2026-11-29.",
                        "Months: --from 2026-11 --to 2026-11.");
        assertThat(bot("report", "--by", "week", "--from", "2026-11", "--to", "2026-11")
                        .err())
                .contains("A report by week needs whole weeks: --from 2026-10-26 --to 2026-12-06.");
    }

    @Test
    void whatCantBeReadSaysHowToWriteIt() throws Exception {
        assertThat(bot("report", "--from", "2026-13").err())
                .contains("Write 2026-11 for a month, 2026-11-23 for a day.");
        assertThat(bot("report", "--from", "last week").err()).contains("neither a month nor a day");
        assertThat(bot("report", "--from", "2026-11", "--to", "2026-10").err()).contains("can't end on 2026-10-31");
        assertThat(bot("report", "--to", "2026-11").err()).contains("--to needs --from");
        BotHere by = bot("report", "--by", "sate");
        assertThat(by.err()).contains("isn't split by \"sate\"", "state");
        assertThat(by.exit()).isEqualTo(2);
    }
}
