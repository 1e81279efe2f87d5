package org.campaignbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.campaignbot.directory.Correction;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.VermontSenator;
import org.campaignbot.memory.MemorySettings;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.settings.Version;
import org.campaignbot.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class LiveDirectoryTest {

    private static final String OLD = "202-555-0100";
    private static final String RIGHT = "202-555-0142";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T15:00:00Z"));
    private final AtomicReference<Directory> tables = new AtomicReference<>(tables(OLD));
    private final AtomicBoolean broken = new AtomicBoolean();
    private final Settings memory = new MemorySettings();
    private final Settings settings = new Settings() {
        @Override
        public Version current() {
            if (broken.get()) {
                throw new UnreadableSettings("gone");
            }
            return memory.current();
        }

        @Override
        public boolean change(Version seen, Change change) {
            return memory.change(seen, change);
        }

        @Override
        public List<Edit> history() {
            return memory.history();
        }
    };
    private final LiveDirectory live = new LiveDirectory(tables::get, clock);

    private static Directory tables(String phone) {
        return VermontSenator.withPhone(phone).build();
    }

    private String phone() {
        return live.get()
                .seat("VT-S1", EasternTime.dateAt(clock.instant()))
                .flatMap(Seat::holder)
                .flatMap(Lawmaker::phone)
                .orElseThrow();
    }

    private void correct(Optional<LocalDate> until) {
        Version before = memory.current();
        Correction.Note note = new Correction.Note("a call", LocalDate.of(2026, 11, 30), until);
        Correction phone = new Correction.Phone("VT-S1", RIGHT, "T000001 " + OLD, note);
        memory.change(before, Corrections.making(List.of(phone), "ana", clock.instant(), before));
    }

    @Test
    void aCorrectionIsTakenWithinSecondsAndTheDirectoryStaysWithoutOne() {
        live.heed(settings);
        Directory first = live.get();
        clock.advance(Duration.ofMinutes(5));
        assertThat(live.get()).isSameAs(first).isSameAs(tables.get());
        correct(Optional.empty());
        clock.advance(Duration.ofMillis(2_999));
        assertThat(phone()).isEqualTo(OLD);
        clock.advance(Duration.ofMillis(1));
        assertThat(phone()).isEqualTo(RIGHT);
    }

    @Test
    void itEndsOnItsDay() {
        correct(Optional.of(LocalDate.of(2026, 12, 1)));
        live.heed(settings);
        assertThat(phone()).isEqualTo(RIGHT);
        clock.advance(Duration.ofHours(14));
        assertThat(phone()).isEqualTo(OLD);
    }

    @Test
    void itEndsWhenTheTablesCatchUp() {
        correct(Optional.empty());
        live.heed(settings);
        tables.set(tables("202-555-0143"));
        assertThat(phone()).isEqualTo("202-555-0143");
        tables.set(tables(OLD));
        assertThat(phone()).isEqualTo(RIGHT);
    }

    @Test
    void whileSettingsCannotBeReadTheLastCorrectionsStay() {
        correct(Optional.empty());
        live.heed(settings);
        broken.set(true);
        clock.advance(Duration.ofMinutes(1));
        assertThat(phone()).isEqualTo(RIGHT);
    }
}
