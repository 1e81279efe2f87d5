package org.campaignbot.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxPollerTest extends SenderCase {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void anIdleBotLooksForMessagesEveryFiveSeconds() {
        time.advance(MINUTE);
        int before = outbox.looks;
        time.advance(MINUTE);
        assertThat(outbox.looks - before).isEqualTo(12);
    }

    @Test
    void aLookEverySecondAtWhatWasLeftPollsNoMoreOften() {
        time.advance(MINUTE);
        int before = outbox.looks;
        for (int second = 0; second < MINUTE.toSeconds(); second++) {
            sender.drainUnlessPolled();
            time.advance(SECOND);
        }
        assertThat(outbox.looks - before).isEqualTo(12);
    }

    @Test
    void aMessageOfADeadProcessIsSentWithinFiveSeconds() {
        time.advance(MINUTE);
        outbox.add(List.of(reply("42", "left behind")));
        time.advance(SECOND.multipliedBy(5));
        assertThat(paper.of("42")).containsExactly("left behind");
    }

    @Test
    void whatIsSaidUnaskedIsPolledForAtOnce() {
        time.advance(MINUTE);
        int before = outbox.looks;
        sender.drain();
        time.run();
        assertThat(outbox.looks - before).isEqualTo(1);
    }

    @Test
    void afterOneMessageWasFoundTheNextLookComesWithinASecond() {
        time.advance(MINUTE);
        outbox.add(List.of(reply("42", "left behind")));
        for (int i = 0; i < 50 && paper.of("42").isEmpty(); i++) {
            time.advance(Duration.ofMillis(100));
        }
        outbox.add(List.of(reply("43", "left behind, too")));
        time.advance(SECOND);
        assertThat(paper.of("43")).containsExactly("left behind, too");
    }
}
