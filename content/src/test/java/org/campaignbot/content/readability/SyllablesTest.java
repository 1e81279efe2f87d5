package org.campaignbot.content.readability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Holds the counters against words that were divided by hand. */
class SyllablesTest {

    private static final String ENGLISH = """
            a-bout ac-tion a-gen-cies a-gree a-lone a-mount asked a-sy-lum bar-ri-ers be-cause be-yond bills bor-der
            bud-get build-ing called care-ful-ly cen-ter cit-ies civ-il com-mu-ni-ty com-pa-nies con-gress con-tract
            count-ed cru-el cru-el-ty dan-ger dan-ger-ous de-ci-sion de-por-ta-tion de-ten-tion dis-trict do-ing
            dol-lars ed-u-ca-tion e-ven ev-ery-one fam-i-lies fed-er-al forced for-eign-ers fu-ture gov-ern-ment
            health-y help-ful hos-tile hou-ses hous-ing hu-man im-mi-grants im-mi-gra-tion in-ter-na-tion-al
            is-land jobs lan-guage law-ma-kers lives lo-cal locked med-i-cal mil-lion moved na-ked neigh-bors
            no-bod-y of-fi-ces or-der-ly pa-ges pa-per paid par-ents peo-ple per-son place pla-ces plan-ning po-lice
            po-si-tion pow-er pres-i-dent pris-on pri-vate prof-its pub-lic qui-et rac-is-m rea-son re-ceive
            re-spect rights roads safe-ly safe-ty say-ing schools sen-a-tor se-ri-ous set-tings sim-ple so-ci-e-ty
            some-thing some-times south-ern state states state-ment stayed stud-y stud-y-ing ta-ble ta-bles tax-es
            thou-sands to-geth-er towns tried try-ing un-der-stand used vi-o-lence vo-ting wait-ed want-ed
            washed wel-come where-as work-ing writ-ten yes young your
            """;

    private static final String SPANISH = """
            a-cción a-gen-cias a-ho-ra a-sal-to a-si-lo au-to-bús ay-er a-yu-da bue-no ca-er ca-lle ciu-dad co-mu-ni-da-des
            con-gre-so cons-truir de-por-ta-ción de-re-chos de-ten-ción dí-a dis-tri-to e-le-gir en-tien-do es-ta-do
            fa-mi-lias fron-te-ra gen-te go-bier-no gue-rra hay hé-ro-e hu-ma-no in-mi-gran-tes in-mi-gra-ción juez
            le-er ley le-yes lla-mar lu-gar ma-íz mi-llo-nes muy ni-ños o-í-do o-fi-ci-na pa-ís pa-í-ses per-so-nas
            pin-güi-no pre-su-pues-to pro-te-ger pú-bli-co que que-rer quien re-ú-ne rey rí-o se-gu-ri-dad se-na-dor
            si-tua-ción sue-lo te-lé-fo-no tie-ne tra-ba-jo us-ted vein-te via-je vi-vien-da vo-tó vuel-va y ya
            """;

    @Test
    void englishWordsHaveTheSyllablesThatAPersonCounts() {
        assertThat(wrong(ENGLISH, ReadabilityScore.EnglishSyllables::of)).isEmpty();
        assertThat(ReadabilityScore.EnglishSyllables.of("carefully")).isEqualTo(3);
        assertThat(ReadabilityScore.EnglishSyllables.of("state-ment")).isEqualTo(2);
        assertThat(ReadabilityScore.EnglishSyllables.of("well-being")).isEqualTo(3);
        assertThat(ReadabilityScore.EnglishSyllables.of("don't")).isEqualTo(1);
    }

    @Test
    void spanishWordsHaveTheSyllablesThatAPersonCounts() {
        assertThat(wrong(SPANISH, ReadabilityScore.SpanishSyllables::of)).isEmpty();
    }

    private static List<String> wrong(String divided, ToIntFunction<String> counter) {
        return Arrays.stream(divided.strip().split("\\s+"))
                .filter(word -> counter.applyAsInt(word.replace("-", "")) != word.split("-", -1).length)
                .map(word -> word + " " + counter.applyAsInt(word.replace("-", "")))
                .toList();
    }
}
