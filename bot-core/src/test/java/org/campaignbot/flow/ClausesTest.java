package org.campaignbot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClausesTest {

    @Test
    void aTextIsCutAtStopsAndWhereOneThingFollowsAnother() {
        assertThat(Clauses.in("left a voicemail, and now there's men in masks in the hall. what do I do"))
                .containsExactly("left a voicemail", "there's men in masks in the hall", "what do I do");
        assertThat(Clauses.in("estaba ocupado y a mi hermano lo montan a las 10"))
                .containsExactly("a mi hermano lo montan a las 10");
    }

    @Test
    void anEmphaticYesAfterNowIsNoSupposition() {
        assertThat(Clauses.all("listo ahora si deje el mensaje, cuenta?"))
                .containsExactly("listo ahora si deje el mensaje", "cuenta");
    }

    @Test
    void aTextOfOneClauseHasNone() {
        assertThat(Clauses.in("left a voicemail for the senator")).isEmpty();
        assertThat(Clauses.in("")).isEmpty();
    }

    @Test
    void fewWordsTellTooLittle() {
        assertThat(Clauses.in("busy. again. ugh!")).isEmpty();
    }

    @Test
    void allOfThemAreThereEvenTheShortest() {
        assertThat(Clauses.all("still busy. other one?")).containsExactly("still busy", "other one");
        assertThat(Clauses.all("left a message for Sen. Rosen")).containsExactly("left a message for Sen Rosen");
    }
}
