package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.directory.Correction;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Corrections;
import org.campaignbot.settings.Edit;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.Version;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Settings}. */
public abstract class SettingsContract {

    private static final String CLOSED = "closed";
    private static final String STATUS = "action-call.status";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    /** Settings that no one has changed. */
    protected abstract Settings untouched();

    @Test
    void nothingIsSetAtFirst() {
        Settings settings = untouched();
        assertThat(settings.current()).isEqualTo(Version.FIRST);
        assertThat(settings.history()).isEmpty();
    }

    @Test
    void aChangeMakesTheNextVersionAndIsInTheHistory() {
        Settings settings = untouched();
        assertThat(settings.change(settings.current(), set(STATUS, CLOSED))).isTrue();
        assertThat(settings.change(settings.current(), set(STATUS, "open"))).isTrue();
        assertThat(settings.current().number()).isEqualTo(2);
        assertThat(settings.current().values()).containsExactly(Map.entry(STATUS, "open"));
        assertThat(settings.history())
                .containsExactly(
                        new Edit(1, Fixtures.NOON, "ana", STATUS, null, CLOSED),
                        new Edit(2, Fixtures.NOON, "ana", STATUS, CLOSED, "open"));
    }

    @Test
    void whoeverSawAnOlderVersionChangesNothing() {
        Settings settings = untouched();
        Version seen = settings.current();
        assertThat(settings.change(seen, set(STATUS, CLOSED))).isTrue();
        assertThat(settings.change(seen, set(STATUS, "open"))).isFalse();
        assertThat(settings.current().value(STATUS)).isEqualTo(CLOSED);
        assertThat(settings.history()).hasSize(1);
    }

    @Test
    void whatIsUnsetIsThePacksAgain() {
        Settings settings = untouched();
        settings.change(settings.current(), set(STATUS, CLOSED));
        settings.change(settings.current(), Change.unset("ben", Fixtures.NOON, List.of(STATUS)));
        assertThat(settings.current()).isEqualTo(new Version(2, Version.FIRST.values()));
        assertThat(settings.history()).last().isEqualTo(new Edit(2, Fixtures.NOON, "ben", STATUS, CLOSED, null));
    }

    @Test
    void aChangeThatChangesNothingMakesNoVersion() {
        Settings settings = untouched();
        settings.change(settings.current(), set(STATUS, CLOSED));
        assertThat(settings.change(settings.current(), set(STATUS, CLOSED))).isTrue();
        assertThat(settings.current().number()).isEqualTo(1);
        assertThat(settings.history()).hasSize(1);
    }

    @Test
    void keysOfOneChangeCountTogetherAndWordsOfAnyAlphabetComeBack() {
        Settings settings = untouched();
        String words = "\"Votación\": 50% — #1, {braces}\\n 票";
        settings.change(
                settings.current(),
                Change.set("ana", Fixtures.NOON, Map.of("bill.summary", words, "bill.as_of", "2026-11-24")));
        assertThat(settings.current().number()).isEqualTo(1);
        assertThat(settings.current().values())
                .containsOnly(Map.entry("bill.summary", words), Map.entry("bill.as_of", "2026-11-24"));
        assertThat(settings.history()).extracting(Edit::key).containsExactly("bill.as_of", "bill.summary");
    }

    @Test
    void aCorrectionComesBackAsItWasMadeAndIsTakenBackAsAWhole() {
        Settings settings = untouched();
        Correction.Note note = new Correction.Note("la Secretaría: «acta 7»", DAY, Optional.of(DAY.plusDays(30)));
        Correction holder = new Correction.Holder(
                "NY-12", Optional.of(new Correction.Member("Ida Piñón", "Piñón", "Democrat")), DAY, "", note);
        Correction hidden = new Correction.NumberChange("202-555-0100", Optional.empty(), note);
        Version first = settings.current();
        assertThat(settings.change(first, Corrections.making(List.of(holder, hidden), "ana", Fixtures.NOON, first)))
                .isTrue();
        Version made = settings.current();
        assertThat(Corrections.in(made).values()).containsExactly(holder, hidden);
        assertThat(settings.change(made, Corrections.takingBack("NY-12", "ben", Fixtures.NOON, made)))
                .isTrue();
        assertThat(Corrections.in(settings.current()).values()).containsExactly(hidden);
        assertThat(settings.history()).extracting(Edit::who).contains("ana", "ben");
    }

    private static Change set(String key, String value) {
        return Change.set("ana", Fixtures.NOON, Map.of(key, value));
    }
}
