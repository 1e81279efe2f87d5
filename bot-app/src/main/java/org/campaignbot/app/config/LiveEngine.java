package org.campaignbot.app.config;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.campaignbot.conversation.Engine;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.settings.Catalog;
import org.campaignbot.settings.PackInForce;
import org.campaignbot.settings.SettingRules;
import org.campaignbot.settings.Settings;
import org.campaignbot.settings.UnreadableSettings;
import org.campaignbot.settings.Version;

/**
 * The engine over a campaign's pack with the organizers' current settings: it checks for changes every few seconds. Thread-safe;
 * while one thread checks, the others use the engine they have.
 */
public final class LiveEngine implements Supplier<Engine> {

    /** A changed setting must take effect within five seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Campaign campaign;
    private final Settings settings;
    private final SettingRules settingRules;
    private final InstantSource clock;
    private final Consumer<String> report;
    private final Rechecked<Held> held;

    private record Held(Engine engine, Version version, LocalDate day, String trouble, Instant lookAgain) {}

    /** Starts with the current settings; {@code report} takes what is wrong with them, once, in words. */
    public LiveEngine(Campaign campaign, Settings settings, InstantSource clock, Consumer<String> report) {
        this.campaign = campaign;
        this.settings = settings;
        this.settingRules = new SettingRules(Catalog.of(campaign.pack()));
        this.clock = clock;
        this.report = report;
        LocalDate today = EasternTime.dateAt(clock.instant());
        Held first = new Held(over(Version.FIRST, today), Version.FIRST, today, "", Instant.MIN);
        this.held = new Rechecked<>(look(first), now -> !clock.instant().isBefore(now.lookAgain()), this::look);
    }

    @Override
    public Engine get() {
        return held.get().engine();
    }

    private Held look(Held before) {
        Instant now = clock.instant();
        LocalDate today = EasternTime.dateAt(now);
        Version version = before.version();
        String trouble = "";
        try {
            Version current = settings.current();
            // The version in use was looked at when it came.
            List<String> wrong = current.equals(version) ? List.of() : settingRules.unusable(current);
            trouble = String.join("\n", wrong);
            version = wrong.isEmpty() ? current : version;
        } catch (UnreadableSettings unreadable) {
            trouble = String.valueOf(unreadable.getMessage());
        }
        if (!trouble.isEmpty() && !trouble.equals(before.trouble())) {
            report.accept("Version " + version.number() + " of the settings goes on being used. " + trouble);
        }
        boolean same = version.equals(before.version()) && today.equals(before.day());
        return new Held(same ? before.engine() : over(version, today), version, today, trouble, now.plus(PAUSE));
    }

    private Engine over(Version version, LocalDate today) {
        return campaign.engine(PackInForce.of(campaign.pack(), version, today));
    }
}
