package org.campaignbot.app.serve;

import java.time.Duration;
import java.util.Optional;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.telegram.TelegramPolling;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.telegram.TelegramSettings.Mode;
import org.campaignbot.telegram.TelegramWebhook;

/** Receives updates from Telegram, by polling or by webhook. */
final class TelegramReceiver implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final TelegramSettings settings;
    private final TelegramBot telegram;
    private final TelegramPolling polling;
    private final TelegramWebhook webhook;
    private final Jobs jobs;
    private final Console console;

    TelegramReceiver(TelegramSettings settings, TelegramBot telegram, IngressJob intake, Jobs jobs, Console console) {
        this.settings = settings;
        this.telegram = telegram;
        this.polling = telegram.polling(intake);
        this.webhook = telegram.webhook(intake);
        this.jobs = jobs;
        this.console = console;
    }

    /** The webhook handler; nothing is delivered to it while the bot polls. */
    TelegramWebhook webhook() {
        return webhook;
    }

    /** Starts polling, or registers the webhook: here once, and in the background if Telegram can't be reached yet. */
    void open() {
        if (settings.mode() == Mode.POLLING) {
            polling.start();
        } else {
            register(true);
        }
    }

    private void register(boolean first) {
        Optional<String> why = telegram.registerWebhook();
        if (why.isPresent()) {
            if (first) {
                console.trouble("Telegram did not take the webhook: " + why.get() + ". It is tried again every "
                        + PAUSE.toSeconds() + " seconds.");
            }
            jobs.after(PAUSE, () -> register(false));
        } else if (!first) {
            console.note("Telegram has taken the webhook.");
        }
    }

    @Override
    public void close() {
        polling.close();
    }
}
