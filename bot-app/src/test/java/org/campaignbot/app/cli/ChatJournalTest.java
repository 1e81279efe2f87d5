package org.campaignbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.people.Language;
import org.junit.jupiter.api.Test;

class ChatJournalTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ChatJournal journal = new ChatJournal(null, new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void aFailureIsToldByItsPlaceAndNeverByWhatWasTyped() {
        TurnInput turnInput = new TurnInput(
                new Event.Typed("Zzyzx 10001"), Instant.parse("2026-11-24T15:00:00Z"), 1, Language.ENGLISH, "test");
        journal.turnFailed(State.fresh(), turnInput, failureOver("Zzyzx 10001"));
        journal.effectFailed("count", failureOver("Zzyzx 10001"));
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "A turn failed at no question, on Typed: NumberFormatException in org.campaignbot.app.cli.ChatJournalTest")
                .contains("The effect count failed: NumberFormatException")
                .doesNotContain("Zzyzx")
                .doesNotContain("10001");
    }

    private static NumberFormatException failureOver(String typed) {
        try {
            throw new AssertionError(Integer.parseInt(typed));
        } catch (NumberFormatException failure) {
            return failure;
        }
    }
}
