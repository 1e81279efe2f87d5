package campaignbot.app.operate;

import campaignbot.platform.Operator;
import campaignbot.telegram.TelegramBot;
import campaignbot.telegram.TelegramSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the bot's life on Telegram, and holds this machine's clock against Telegram's. */
final class TelegramLook {

    /** More than the seconds that an answer takes and a header cuts off. */
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private final TelegramSettings settings;
    private final InstantSource clock;

    TelegramLook(TelegramSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    List<Finding> findings() {
        // What it would be told of is among the checks.
        Operator nobody = trouble -> {};
        List<Finding> findings = new ArrayList<>();
        try (TelegramBot telegram = new TelegramBot(settings, Map.of(), key -> Optional.empty(), nobody)) {
            telegram.checks(clock.instant()).forEach(check -> findings.add(Finding.of(check)));
            // The machine's own clock, also where the bot is told to live at another time.
            telegram.serverTime()
                    .ifPresent(time ->
                            findings.add(skew(time, InstantSource.system().instant())));
        }
        return findings;
    }

    private static Finding skew(Instant theirs, Instant ours) {
        Duration skew = Duration.between(theirs, ours);
        return skew.abs().compareTo(TOLERATED) <= 0
                ? Finding.ok("clock", "This machine's clock goes with Telegram's.")
                : Finding.warning(
                        "clock",
                        "This machine's clock is " + skew.abs().toSeconds() + " seconds "
                                + (skew.isNegative() ? "behind" : "ahead of") + " Telegram's.",
                        "Let it be set by the network (NTP): terms, reminders and quiet hours go by it.");
    }
}
