package org.campaignbot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.campaignbot.flow.Action.Standing;
import org.junit.jupiter.api.Test;

class ActionTest {

    private static final LocalDate OPENS = LocalDate.of(2026, 12, 1);
    private static final LocalDate CLOSES = LocalDate.of(2026, 12, 2);
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    private static Action action(String status, boolean window) {
        Map<String, Value> fields = new HashMap<>(Map.of(
                "kind", new Value.Text("action"),
                "status", new Value.Text(status),
                "as_of", new Value.Day(AS_OF)));
        if (window) {
            fields.put("opens", new Value.Day(OPENS));
            fields.put("closes", new Value.Day(CLOSES));
        }
        return Objects.requireNonNull(Action.of("call", new Value.Row(fields)));
    }

    @Test
    void aWindowHasBothItsDays() {
        Action action = action("retargeted", true);
        assertThat(action.on(OPENS.minusDays(1))).isEqualTo(Standing.EARLY);
        assertThat(action.on(OPENS)).isEqualTo(Standing.RETARGETED);
        assertThat(action.on(CLOSES)).isEqualTo(Standing.RETARGETED);
        assertThat(action.on(CLOSES.plusDays(1))).isEqualTo(Standing.OVER);
    }

    @Test
    void aClosedActionIsClosedInItsWindowToo() {
        assertThat(action("closed", true).on(OPENS)).isEqualTo(Standing.CLOSED);
        assertThat(action("open", false).on(OPENS)).isEqualTo(Standing.OPEN);
    }

    @Test
    void itIsKnownSinceWhenItIsClosed() {
        assertThat(action("closed", false).closedSince(OPENS)).isEqualTo(AS_OF);
        assertThat(action("open", true).closedSince(CLOSES.plusDays(9))).isEqualTo(CLOSES.plusDays(1));
        assertThat(action("open", true).closedSince(OPENS.minusDays(1))).isNull();
        assertThat(action("open", true).closedSince(OPENS)).isNull();
    }

    @Test
    void otherRecordsAreNoActions() {
        assertThat(Action.of("bill", new Value.Row(Map.of("kind", new Value.Text("status")))))
                .isNull();
        assertThat(Action.of("name", new Value.Text("Ana"))).isNull();
    }
}
