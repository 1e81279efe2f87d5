package org.campaignbot.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.testkit.FreePort;
import org.campaignbot.testkit.SettableClock;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics are those that docs/metrics.md lists, and their labels identify no one. */
class MetricsTest {

    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|([^|]*)\\|.*");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Pattern SHOWN = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static Map<String, Set<String>> documented() throws Exception {
        Map<String, Set<String>> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "metrics.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                documented.put(
                        row.group(1),
                        NAME.matcher(row.group(2))
                                .results()
                                .map(each -> each.group(1))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return documented;
    }

    /** The values that a label may have, whoever talks with the bot. */
    private static Map<String, Pattern> values() {
        String pools = Stream.concat(
                        ManagementFactory.getMemoryPoolMXBeans().stream().map(each -> each.getName()),
                        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                                .map(each -> each.getName()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(each -> Pattern.quote(each.getName()))
                .collect(Collectors.joining("|"));
        return Map.of(
                "job",
                Pattern.compile(
                        "store|sender|intake|effects|cleaning|alerts|answers|call-parties|the-alert-desk|reminders"
                                + "|what-was-left|lost-messages|the-look-at-the-database|counting"
                                + "|looking-whether-the-database-can-be-written|forgetting-what-is-over"),
                "status",
                Pattern.compile("ok|late|failed"),
                "platform",
                Pattern.compile("telegram|slack"),
                "source",
                Pattern.compile("bot|telegram|slack"),
                "kind",
                Pattern.compile("[a-z]+(\\.[a-z-]+)*"),
                "lane",
                Pattern.compile("urgent|reply|alert"),
                "stage",
                Pattern.compile("waiting|in_flight|sent|failed|expired|unknown|withheld"),
                "area",
                Pattern.compile("heap|nonheap"),
                "id",
                Pattern.compile(pools),
                "gc",
                Pattern.compile(collectors));
    }

    @Test
    void theListIsWhatIsShownAndNoLabelTellsOfAnybody() throws Exception {
        try (Scene scene = new Scene(folder)) {
            int port = FreePort.find();
            scene.set("OPS_ADDRESS", "127.0.0.1:" + port);
            SettableClock clock = new SettableClock(Instant.parse("2026-11-24T15:00:00Z"));
            try (ServerHere server = ServerHere.start(scene.variables(), clock)) {
                scene.api().awaitListening(Scene.PATIENCE);
                Talk talk = scene.api().talk(Person.of(7_654_321));
                talk.command("help");
                scene.awaitShown(talk, "These always work");
                talk.says("Cheyenne Wyoming 82001");
                scene.api()
                        .await(
                                () -> scene.api().log().messageCount(talk.chat()) >= 2,
                                Scene.PATIENCE,
                                "the second message is not answered");
                String text = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
                Map<String, Set<String>> shown = new TreeMap<>();
                text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                    Matcher metric = SHOWN.matcher(line);
                    assertThat(metric.matches()).as(line).isTrue();
                    Set<String> labels = new TreeSet<>();
                    if (metric.group(2) != null) {
                        LABEL.matcher(metric.group(2)).results().forEach(label -> {
                            labels.add(label.group(1));
                            if (!label.group(1).equals("state")) {
                                assertThat(label.group(2)).as(line).matches(values().get(label.group(1)));
                            }
                        });
                    }
                    shown.put(metric.group(1), labels);
                });
                assertThat(shown).isEqualTo(documented());
                assertThat(text)
                        .contains("bot_events_total{kind=\"turns\",source=\"bot\"} 2.0", "bot_up 1.0")
                        .contains("bot_job{job=\"intake\",status=\"ok\"} 1.0")
                        .contains("bot_platform{platform=\"telegram\",status=\"ok\"} 1.0")
                        .doesNotContainIgnoringCase("7654321", "wyoming", "cheyenne", "82001", folder.toString());
                assertThat(server.err()).isEmpty();
            }
        }
    }
}
