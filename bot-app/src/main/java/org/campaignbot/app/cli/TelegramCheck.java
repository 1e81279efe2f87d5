package org.campaignbot.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.platform.Operator;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.telegram.TelegramSettings;

/** Checks the bot's setup on Telegram, and compares this machine's clock with Telegram's. */
final class TelegramCheck {

    /** More than the seconds lost to the round trip and to rounding in the header. */
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private final TelegramSettings settings;
    private final InstantSource clock;

    TelegramCheck(TelegramSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    List<DoctorFinding> findings() {
        // The checks already cover what the bot would report.
        Operator nobody = trouble -> {};
        List<DoctorFinding> findings = new ArrayList<>();
        try (TelegramBot telegram = new TelegramBot(settings, Map.of(), key -> Optional.empty(), nobody)) {
            telegram.checks(clock.instant()).forEach(check -> findings.add(DoctorFinding.of(check)));
            // Use the machine's own clock, even if the bot runs on a shifted one.
            telegram.serverTime()
                    .ifPresent(time ->
                            findings.add(skew(time, InstantSource.system().instant())));
        }
        return findings;
    }

    private static DoctorFinding skew(Instant theirs, Instant ours) {
        Duration skew = Duration.between(theirs, ours);
        return skew.abs().compareTo(TOLERATED) <= 0
                ? DoctorFinding.ok("clock", "This machine's clock goes with Telegram's.")
                : DoctorFinding.warning(
                        "clock",
                        "This machine's clock is " + skew.abs().toSeconds() + " seconds "
                                + (skew.isNegative() ? "behind" : "ahead of") + " Telegram's.",
                        "Let it be set by the network (NTP): terms, reminders and quiet hours go by it.");
    }
}
