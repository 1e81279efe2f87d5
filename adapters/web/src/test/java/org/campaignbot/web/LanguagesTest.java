package org.campaignbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private static final List<Language> BOTH = List.of(Language.ENGLISH, Language.SPANISH);

    private static Language of(String chosen, String accepted) {
        return Languages.of(chosen, accepted, BOTH);
    }

    @Test
    void aLinksLanguageCountsMoreThanTheBrowsers() {
        assertThat(of("es", "en-US,en;q=0.9")).isEqualTo(Language.SPANISH);
        assertThat(of("xx", "es-MX,es;q=0.9,en;q=0.8")).isEqualTo(Language.SPANISH);
        assertThat(of("", "fr,es;q=0.4,en;q=0.7")).isEqualTo(Language.ENGLISH);
    }

    @Test
    void whatCannotBeReadMeansThePacksFirst() {
        for (String accepted : List.of("", "fr", ";;;", "es;q=0", "*", "x".repeat(600))) {
            assertThat(of("", accepted)).as(accepted).isEqualTo(Language.ENGLISH);
        }
    }
}
