package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.campaignbot.app.BotHere;
import org.campaignbot.app.config.Clocks;
import org.campaignbot.app.config.StorageSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States that keep their House map, as organizers declare it and people see it. */
class MapKeepCommandTest {

    private static final String BEFORE = "2026-12-01T15:00:00Z";
    private static final String AFTER = "2027-01-04T15:00:00Z";
    private static final String ONE_DISTRICT = "22201";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path data;

    private BotHere bot(String at, String input, String... arguments) {
        return BotHere.run(Map.of(StorageSettings.DATA, data.toString(), Clocks.VARIABLE, at), input, arguments);
    }

    private BotHere keep(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "directory";
        all[1] = "map";
        all[2] = "keep";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return bot(BEFORE, "", all);
    }

    /** What a chat says, without the terminal's line ends. */
    private String chat(String at, String input, String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "chat";
        System.arraycopy(options, 0, all, 1, options.length);
        return bot(at, input, all).out().replaceAll("\\s+", " ");
    }

    private String lookup(String at) {
        return bot(at, "", "directory", "lookup", ONE_DISTRICT).out();
    }

    @Test
    void theProposedListDoesNothingUntilAStateIsConfirmed() {
        assertThat(bot(BEFORE, "", "directory", "map", "list").out())
                .contains("120th Congress, which begins on 2027-01-03", "map keep STATE --proposed")
                .contains("  VA: newsumm.com", "  TX: vidianews.com")
                .contains("One seat, so no map is needed:\n  AK AS DC DE GU MP ND PR SD VI VT WY")
                .doesNotContain("Kept by declaration");
        assertThat(lookup(BEFORE)).contains("VA-8");
        assertThat(lookup(AFTER)).contains("new map missing").doesNotContain("VA-8");

        BotHere kept = keep("VA", "--proposed");
        assertThat(kept.err()).isEmpty();
        assertThat(kept.out())
                .startsWith("Declared: VA keeps the House map of the 119th Congress in the 120th (newsumm.com")
                .contains("it counts from 2027-01-03", "map keep VA --undo");
        assertThat(lookup(AFTER)).contains("VA-8");
        assertThat(bot(AFTER, "", "directory", "lookup", "23220").out()).contains("VA-4");
        assertThat(bot(AFTER, "", "directory", "lookup", "10002").out()).contains("new map missing");
        assertThat(bot(BEFORE, "", "directory", "map", "list").out())
                .contains("Kept by declaration:\n  VA keeps the House map")
                .doesNotContain("  VA: newsumm.com");
        assertThat(bot(BEFORE, "", "directory", "corrections").out()).contains("begins on 2027-01-03");
        assertThat(bot(AFTER, "", "directory", "corrections").out()).contains("in force");
        assertThat(bot(BEFORE, "", "settings", "history").out()).contains("map-VA");
        assertThat(bot(AFTER, "", "doctor").out()).contains("and 38 more", "VA keeps its former map by declaration.");
    }

    @Test
    void theCardNamesWhoSaysSoInBothLanguagesUntilItIsTakenBack() {
        keep("VA", "--source", "the court", "--date", "2026-11-20");
        assertThat(chat(AFTER, "my lawmakers\n22201\n"))
                .contains("House map unchanged, the campaign says: the court, November 20, 2026.");
        assertThat(chat(AFTER, "mis legisladores\n22201\n", "--lang", "es"))
                .contains("Mapa de la Cámara sin cambios, según la campaña: the court, 20 de noviembre de 2026.");
        assertThat(chat(BEFORE, "my lawmakers\n22201\n")).doesNotContain("unchanged");

        assertThat(keep("VA", "--undo").out()).contains("VA needs its new map again");
        assertThat(chat(AFTER, "my lawmakers\n22201\n"))
                .contains("The new House map isn't here yet", "house.gov/representatives")
                .doesNotContain("VA-8");
        assertThat(keep("VA", "--undo").err()).contains("Nothing is declared about the map of \"VA\"");
    }

    @Test
    void aStateThatIsReportedRedrawnNeedsAWord() {
        assertThat(keep("TX", "--source", "a court", "--date", "2026-11-20").err())
                .contains("TX votes by a new map, as of 2026-06-03 (vidianews.com", "add --anyway");
        assertThat(keep("TX", "--proposed", "--anyway").err()).contains("The list proposes nothing for TX");
        assertThat(keep("TX", "--source", "a court", "--date", "2026-11-20", "--anyway")
                        .out())
                .startsWith("Declared: TX keeps");
        assertThat(keep("VT", "--source", "a court", "--date", "2026-11-20").err())
                .contains("Vermont has one seat");
    }
}
