package org.campaignbot.alert.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectionTest {

    @ParameterizedTest
    @EnumSource
    void whatTheTrailTellsIsReadBack(Objection.Kind kind) {
        Objection objection = new Objection(kind, 12, 40);
        assertThat(Objection.read(objection.toString())).contains(objection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "an organizer held it", "12 of the first 40 sang"})
    void anotherReasonIsNoObjection(String text) {
        assertThat(Objection.read(text)).isEmpty();
    }
}
