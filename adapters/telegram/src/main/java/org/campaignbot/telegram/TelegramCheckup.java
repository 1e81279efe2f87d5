package org.campaignbot.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.campaignbot.platform.Check;
import org.campaignbot.platform.Check.Level;
import org.campaignbot.telegram.TelegramSettings.Mode;
import org.jspecify.annotations.Nullable;

/** Checks the bot's health on Telegram for the doctor command. */
final class TelegramCheckup {

    /** An older error has most likely been fixed. */
    private static final Duration RECENT = Duration.ofHours(1);

    /** From this many waiting updates on, something is slow. */
    private static final int MANY = 100;

    private final TelegramSettings settings;
    private final Instant now;
    private final List<Check> checks = new ArrayList<>();

    TelegramCheckup(TelegramSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    /** The checks of what Telegram reported about the bot and its webhook; empty if it reported nothing. */
    List<Check> of(Optional<BotAccount> account, String whyNot, Optional<WebhookState> webhook) {
        if (account.isEmpty()) {
            add(
                    Level.PROBLEM,
                    "token",
                    "Telegram does not tell who this bot is: " + whyNot + ".",
                    "Check TELEGRAM_TOKEN, and that this machine reaches " + settings.api() + ".");
            return List.copyOf(checks);
        }
        account(account.get());
        webhook.ifPresent(this::webhook);
        return List.copyOf(checks);
    }

    private void account(BotAccount account) {
        add(Level.FINE, "token", "This is @" + account.username() + ", and Telegram knows its token.", null);
        if (account.readsGroups()) {
            add(
                    Level.WARNING,
                    "privacy mode",
                    "It is off: Telegram sends the bot everything that is said in its groups.",
                    "Turn it on (@BotFather, /setprivacy, Enable), then remove the bot from its groups and add it again.");
        } else {
            add(Level.FINE, "privacy mode", "It is on: in groups the bot is sent only what is meant for it.", null);
        }
    }

    private void webhook(WebhookState state) {
        if (settings.mode() == Mode.POLLING) {
            if (state.url().isEmpty()) {
                add(Level.FINE, "updates", "The bot asks for them; " + state.pending() + " wait.", null);
            } else {
                add(
                        Level.PROBLEM,
                        "updates",
                        TelegramTrouble.WEBHOOK_IS_SET.finding(),
                        TelegramTrouble.WEBHOOK_IS_SET.fix());
            }
            return;
        }
        if (!state.url().equals(Objects.toString(settings.webhook()))) {
            add(
                    Level.PROBLEM,
                    "webhook",
                    state.url().isEmpty()
                            ? "It is not set."
                            : "Telegram delivers to another address than TELEGRAM_WEBHOOK_URL.",
                    "Start the bot with TELEGRAM_MODE=webhook: it sets the webhook.");
        } else if (!new HashSet<>(state.kinds()).equals(new HashSet<>(TelegramUpdates.KINDS))) {
            add(
                    Level.PROBLEM,
                    "webhook",
                    "It is set for other kinds of updates than the bot reads.",
                    "Restart the bot: it sets the webhook.");
        } else {
            add(Level.FINE, "webhook", "It is set, and " + state.pending() + " updates wait.", null);
        }
        if (state.pending() >= MANY) {
            add(
                    Level.WARNING,
                    "webhook",
                    state.pending() + " updates wait to be delivered.",
                    "Look at the load of the machine and at the last error.");
        }
        if (state.lastErrorAt() != null && state.lastErrorAt().isAfter(now.minus(RECENT))) {
            add(
                    Level.WARNING,
                    "webhook",
                    "A delivery failed at " + state.lastErrorAt() + ": " + state.lastError() + ".",
                    "Check that TELEGRAM_WEBHOOK_URL leads to this bot, with a certificate that the world trusts.");
        }
    }

    private void add(Level level, String subject, String finding, @Nullable String fix) {
        checks.add(new Check(level, subject, finding, fix));
    }
}
