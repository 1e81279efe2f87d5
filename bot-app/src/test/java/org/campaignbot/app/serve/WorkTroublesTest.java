package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.campaignbot.storage.failure.StorageFailure;
import org.junit.jupiter.api.Test;

class WorkTroublesTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Console.WorkTroubles workTroubles = new Console(
                    new PrintWriter(out), new PrintWriter(err), () -> Instant.parse("2026-11-24T15:00:00Z"))
            .troubles();

    @Test
    void workThatFailsByTurnsIsToldOnceEachAndOnceMoreWhenItGoesOn() {
        for (int i = 0; i < 10; i++) {
            workTroubles.failed("Reminders", new IllegalStateException());
            workTroubles.failed("Answers", new IllegalStateException());
            workTroubles.went("Call parties");
        }
        assertThat(lines(err)).hasSize(2);
        assertThat(lines(err).get(0)).contains("Reminders failed and will be tried again: IllegalStateException");
        assertThat(lines(err).get(1)).contains("Answers failed and will be tried again");
        workTroubles.went("Reminders");
        workTroubles.went("Reminders");
        assertThat(lines(out)).containsExactly("2026-11-24T15:00:00Z  This is over: Reminders failed.");
    }

    @Test
    void aFullDiskIsToldByNameOnceAndOnceMoreWhenItHasRoom() {
        for (int i = 0; i < 10; i++) {
            workTroubles.database(Optional.of(StorageFailure.Kind.DISK_FULL));
            workTroubles.perhapsDatabase("Sending met a failure");
        }
        assertThat(lines(err)).hasSize(1);
        assertThat(lines(err).get(0)).contains("The disk is full");
        workTroubles.database(Optional.empty());
        workTroubles.database(Optional.empty());
        assertThat(lines(out)).hasSize(1);
        assertThat(lines(out).get(0)).contains("The disk has room again");
        assertThat(lines(err)).hasSize(1);
    }

    @Test
    void whatTheDatabaseIsNotToBlameForIsToldAfterTheNextLook() {
        workTroubles.perhapsDatabase("Sending met a failure");
        assertThat(lines(err)).isEmpty();
        workTroubles.database(Optional.empty());
        assertThat(lines(err)).containsExactly("2026-11-24T15:00:00Z  Sending met a failure");
    }

    private static List<String> lines(StringWriter of) {
        return of.toString().lines().toList();
    }
}
