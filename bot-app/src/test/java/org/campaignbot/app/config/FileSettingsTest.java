package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.settings.Version;
import org.campaignbot.testkit.SettingsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSettingsTest extends SettingsContract {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final int WRITERS = 8;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path data;

    @Override
    protected Settings untouched() {
        return settings();
    }

    private FileSettings settings() {
        return new FileSettings(data, "garden");
    }

    private Path file() {
        return data.resolve("settings/garden.yaml");
    }

    private static Change set(String value) {
        return Change.set("ana", NOON, Map.of("call.status", value));
    }

    @Test
    void whatAnEarlierVersionCalledApprovalIsTheDayOfIt() throws Exception {
        Files.createDirectories(data.resolve("settings"));
        Files.writeString(file(), """
                version: 1
                values:
                  "approval": "2026-11-20"
                history:
                  - {"version":"1","at":"2026-11-20T12:00:00Z","who":"ana","key":"approval","to":"2026-11-20"}
                """);
        assertThat(settings().current().values()).isEqualTo(Map.of("approved-on", "2026-11-20"));
        assertThat(settings().history()).singleElement().extracting(Edit::key).isEqualTo("approved-on");
    }

    @Test
    void anotherProcessReadsWhatOneHasWritten() {
        settings().change(Version.FIRST, set("closed"));
        assertThat(settings().current().value("call.status")).isEqualTo("closed");
        assertThat(settings().history()).hasSize(1);
        assertThat(new FileSettings(data, "other").current()).isEqualTo(Version.FIRST);
    }

    @Test
    void aTextThatACrashLeftHalfWrittenIsNotRead() throws Exception {
        settings().change(Version.FIRST, set("closed"));
        Files.writeString(data.resolve("settings/garden.yaml.new"), "version: 9\nvalues:\n  \"call.sta");
        assertThat(settings().current().number()).isEqualTo(1);
        assertThat(settings().change(settings().current(), set("open"))).isTrue();
        assertThat(settings().current().value("call.status")).isEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: [",
                "just words",
                "version: two",
                "values: [a, b]",
                "values: {a: {b: c}}",
                "history: {a: b}",
                "history: [{version: 1, at: noon, who: ana, key: a}]",
                "history: [{version: 1}]"
            })
    void aBrokenFileIsNamedAndNotWrittenOver(String text) throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        assertThatThrownBy(() -> settings().current())
                .isInstanceOf(UnreadableSettings.class)
                .hasMessageContainingAll("garden.yaml", "move it away");
        assertThatThrownBy(() -> settings().change(Version.FIRST, set("closed")))
                .isInstanceOf(UnreadableSettings.class);
        assertThat(file()).hasContent(text);
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneSucceeds() {
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, WRITERS).parallel().forEach(writer -> {
            if (settings().change(Version.FIRST, set("closed " + writer))) {
                done.incrementAndGet();
            }
        });
        assertThat(done).hasValue(1);
        assertThat(settings().history()).hasSize(1);
    }
}
