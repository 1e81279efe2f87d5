package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.config.StorageSettings;
import org.campaignbot.storage.Database;
import org.campaignbot.storage.sql.DatabaseLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections of the tables as organizers make them and people see them. */
class CorrectCommandTest {

    private static final String RIGHT = "202-555-0142";
    private static final String SCHUMER = "202-224-6542";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path data;

    private BotHere bot(String input, String... arguments) {
        return BotHere.run(Map.of(StorageSettings.DATA, data.toString()), input, arguments);
    }

    private BotHere correct(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "directory";
        all[1] = "correct";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return bot("", all);
    }

    @Test
    void theCallCardSaysThatTheNumberWasCorrectedInBothLanguages() {
        BotHere made = correct("NY-S1", "--phone", RIGHT, "--source", "the Senate", "--as-of", "2026-11-20");
        assertThat(made.err()).isEmpty();
        assertThat(made.out())
                .startsWith("Corrected: the number of NY-S1 is " + RIGHT + " (the Senate, 2026-11-20).")
                .contains("within five seconds", "--undo");
        assertThat(bot("call my senators\nNew York\n", "chat").out())
                .contains(RIGHT + "\nOpen now.", "Corrected November 20, 2026 by the campaign.")
                .doesNotContain("202-224-4451");
        assertThat(bot("llamar a mis senadores\nNueva York\n", "chat", "--lang", "es")
                        .out())
                .contains(RIGHT, "Corregido el 20 de noviembre de 2026 por la campaña.");
        // The other senator's card is as it was.
        assertThat(bot("call my senators\nNew York\nleft a voicemail\n", "chat").out())
                .containsOnlyOnce("Corrected November 20")
                .contains(SCHUMER);
    }

    @Test
    void aSeatMayBeNamedByItsHolderAndANumberAndADayWrittenAsPeopleDo() {
        BotHere made = correct(
                "senator Gillibrand", "--phone", "(202) 555-0142", "--source", "the Senate", "--as-of", "yesterday");
        assertThat(made.err()).isEmpty();
        assertThat(made.out())
                .startsWith("Corrected: the number of NY-S1 is " + RIGHT + " (the Senate, 2026-11-23).")
                .contains("./bot directory correct NY-S1 --undo");
        BotHere several = correct("Scott", "--phone", RIGHT, "--source", "the Senate");
        assertThat(several.exit()).isEqualTo(2);
        assertThat(several.err()).contains("\"Scott\" may mean ", "SC-S3 (Tim Scott)");
    }

    @Test
    void theLawmakersCardNamesANewMemberAndAVacancyInBothLanguages() {
        assertThat(correct(
                                "WY-0",
                                "--name",
                                "Ida Pinehurst",
                                "--party",
                                "Democrat",
                                "--since",
                                "2026-11-20",
                                "--source",
                                "the Clerk")
                        .exit())
                .isZero();
        assertThat(correct("WY-S1", "--vacant", "--since", "2026-11-22", "--source", "the Senate")
                        .exit())
                .isZero();
        assertThat(bot("my lawmakers\n82001\n", "chat").out())
                .contains("Representative Ida Pinehurst (Democrat)\nno number yet")
                .contains("Vacant: one Senate seat of Wyoming.")
                .contains("Corrected November 24, 2026 by the campaign.");
        assertThat(bot("mis legisladores\n82001\n", "chat", "--lang", "es").out())
                .contains("Cámara de Representantes: Ida Pinehurst (Partido Demócrata)")
                .contains("Vacante: un escaño del Senado de Wyoming.")
                .contains("Corregido el 24 de noviembre de 2026 por la campaña.");
        assertThat(bot("", "directory", "lookup", "82001").out())
                .contains("WY-0  Ida Pinehurst, Democrat, corrected 2026-11-24")
                .contains("WY-S1  vacant, corrected 2026-11-24");
        assertThat(bot("", "directory", "lookup", "--json", "82001").out()).contains("\"corrected\":\"2026-11-24\"");
    }

    @Test
    void aDelegatesCardSaysItToo() {
        assertThat(correct("DC-0", "--phone", RIGHT, "--source", "the House").exit())
                .isZero();
        assertThat(bot("call my senators\nDC\n", "chat").out())
                .contains(RIGHT + "\nCorrected November 24, 2026 by the campaign.");
        assertThat(bot("llamar a mis senadores\nDC\n", "chat", "--lang", "es").out())
                .contains(RIGHT + "\nCorregido el 24 de noviembre de 2026 por la campaña.");
    }

    @Test
    void whatWasCorrectedIsListedAuditedAndTakenBack() {
        correct("NY-S1", "--phone", RIGHT, "--source", "the Senate", "--until", "2026-12-24");
        assertThat(bot("", "directory", "corrections").out())
                .isEqualTo(
                        "the number of NY-S1 is " + RIGHT + " (the Senate, 2026-11-24, until 2026-12-24): in force\n");
        assertThat(bot("", "settings").out()).contains("phone-NY-S1.to = " + RIGHT + "   (changed 2026-11-24 by ");
        assertThat(bot("", "settings", "history").out()).contains("phone-NY-S1.to: not set -> " + RIGHT);
        assertThat(bot("", "settings", "export").out()).contains("phone-NY-S1:\n");
        assertThat(correct("NY-S1", "--undo").out()).startsWith("Taken back: NY-S1");
        assertThat(bot("", "directory", "corrections").out()).isEqualTo("Nothing is corrected.\n");
        BotHere again = correct("NY-S1", "--undo");
        assertThat(again.err()).contains("There is no correction of \"NY-S1\"", "./bot directory corrections");
        assertThat(again.exit()).isEqualTo(2);
    }

    @Test
    void theListSaysWhatHasEndedAndWhatIsYetToBegin() {
        correct("NY-S1", "--phone", RIGHT, "--source", "x", "--until", "2026-11-30");
        correct("NY-12", "--vacant", "--since", "2026-11-20", "--source", "x", "--until", "2026-11-30");
        correct("NY-10", "--vacant", "--since", "2026-12-20", "--source", "x");
        BotHere later = BotHere.run(
                Map.of(StorageSettings.DATA, data.toString(), "BOT_CLOCK", "2026-12-01T15:00:00Z"),
                "",
                "directory",
                "corrections");
        assertThat(later.out())
                .contains("the number of NY-S1 is " + RIGHT + " (x, 2026-11-24, until 2026-11-30): ended on 2026-11-30")
                .contains(
                        "until 2026-11-30): ended on 2026-11-30; until the tables change, the seat's holder isn't known")
                .contains("NY-10 is vacant since 2026-12-20 (x, 2026-11-24): begins on 2026-12-20");
    }

    @Test
    void aNumberReportedWrongThreeTimesIsOfferedWithTheCommandThatHidesIt() throws Exception {
        try (Database database = Database.open(new DatabaseLocation.Embedded(data), null, InstantSource.system())) {
            for (String person : new String[] {"a", "b", "c"}) {
                database.wrongNumbers().report(person, SCHUMER, Instant.parse("2026-11-24T14:00:00Z"));
            }
        }
        String hide = "./bot directory correct " + SCHUMER + " --hide";
        assertThat(bot("", "directory", "corrections").out())
                .contains("Reported wrong: " + SCHUMER + "   few reports, the latest on 2026-11-24. Hide it: " + hide);
        assertThat(bot("", "settings").out()).contains("./bot directory correct NUMBER --hide", SCHUMER);
        assertThat(correct(SCHUMER, "--hide").exit()).isZero();
        assertThat(bot("", "directory", "corrections").out())
                .contains(SCHUMER + " is hidden")
                .doesNotContain("Reported wrong");
        assertThat(bot("my lawmakers\nNY\n", "chat").out()).doesNotContain(SCHUMER);
    }

    @Test
    void aRefusalSaysWhatToDoAndMakesNoDatabase() {
        BotHere refused = correct("NY-S1", "--phone", "555");
        assertThat(refused.err()).contains("--phone can't be \"555\"", "Add --source");
        assertThat(refused.exit()).isEqualTo(2);
        BotHere set = bot("", "settings", "set", "phone-NY-S1.to", RIGHT);
        assertThat(set.err()).contains("./bot directory correct");
        assertThat(set.exit()).isEqualTo(2);
        assertThat(bot("", "directory", "corrections").out()).isEqualTo("Nothing is corrected.\n");
        assertThat(data.resolve("bot.sqlite")).doesNotExist();
    }
}
