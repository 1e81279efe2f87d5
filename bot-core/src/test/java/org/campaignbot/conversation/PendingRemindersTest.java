package org.campaignbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.campaignbot.flow.Value;
import org.junit.jupiter.api.Test;

class PendingRemindersTest {

    private static final Instant NOON = Instant.parse("2026-12-07T17:00:00Z");

    @Test
    void theOneThatWasSetLastComesLast() {
        PendingReminders both = of("call=2026-12-09T16:00:00Z,write=2026-12-08T16:00:00Z");
        PendingReminders again = both.with("call", NOON.plusSeconds(60));
        assertThat(again.moments().keySet()).containsExactly("write", "call");
        assertThat(again.text()).isEqualTo("write=2026-12-08T16:00:00Z,call=2026-12-07T17:01:00Z");
        assertThat(of(again.text())).isEqualTo(again);
    }

    @Test
    void whatCameOrWasCanceledIsGone() {
        assertThat(of("call=2026-12-07T17:00:00Z,write=2026-12-08T16:00:00Z").moments())
                .containsOnlyKeys("write");
        assertThat(of("write=2026-12-08T16:00:00Z").without("write").text()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsAsIfItWereNotThere() {
        assertThat(of("")).isEqualTo(new PendingReminders(Map.of()));
        assertThat(of("call,write=soon").moments()).isEmpty();
    }

    private static PendingReminders of(String text) {
        return PendingReminders.of(name -> new Value.Text(text), NOON);
    }
}
