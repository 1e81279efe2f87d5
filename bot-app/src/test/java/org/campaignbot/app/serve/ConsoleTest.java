package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T15:00:00.5Z"));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private void speak(boolean json) {
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), clock, json);
        console.say("Ready.");
        console.note("In the last hour: turns 12");
        console.trouble("Reminders failed\nand are \"tried\" again.");
    }

    @Test
    void asTextATimeStandsBeforeWhatHappened() {
        speak(false);
        assertThat(out.toString().lines())
                .containsExactly("Ready.", "2026-11-24T15:00:00Z  In the last hour: turns 12");
        assertThat(err.toString().lines())
                .containsExactly("2026-11-24T15:00:00Z  Reminders failed", "and are \"tried\" again.");
    }

    @Test
    void asJsonEachLineIsOneObject() {
        speak(true);
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"time\":\"2026-11-24T15:00:00Z\",\"level\":\"info\",\"message\":\"Ready.\"}",
                        "{\"time\":\"2026-11-24T15:00:00Z\",\"level\":\"info\","
                                + "\"message\":\"In the last hour: turns 12\"}");
        assertThat(err.toString().lines())
                .containsExactly("{\"time\":\"2026-11-24T15:00:00Z\",\"level\":\"warn\","
                        + "\"message\":\"Reminders failed\\nand are \\\"tried\\\" again.\"}");
    }
}
