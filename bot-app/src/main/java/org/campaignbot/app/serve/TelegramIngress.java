package org.campaignbot.app.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.campaignbot.app.config.StartRefused;
import org.campaignbot.app.watch.PlatformHealth;
import org.campaignbot.telegram.BotAccount;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.telegram.TelegramSettings;
import org.campaignbot.telegram.TelegramSettings.Mode;
import org.campaignbot.telegram.TelegramTrouble;

/** Receives from Telegram. */
final class TelegramIngress implements PlatformIngress {

    private final TelegramSettings settings;
    private final TelegramBot telegram;
    private final PlatformHealth operator;
    private final TelegramReceiver telegramReceiver;
    private final IntroductionTask introductionTask;
    private Optional<BotAccount> account = Optional.empty();

    TelegramIngress(
            TelegramSettings settings,
            TelegramBot telegram,
            PlatformHealth telegramHealth,
            TelegramReceiver telegramReceiver,
            IntroductionTask introductionTask) {
        this.settings = settings;
        this.telegram = telegram;
        this.operator = telegramHealth;
        this.telegramReceiver = telegramReceiver;
        this.introductionTask = introductionTask;
    }

    @Override
    public void look() {
        account = telegram.me();
        if (account.isEmpty() && operator.knows(TelegramTrouble.TOKEN_REFUSED)) {
            throw new StartRefused("The bot did not start.");
        }
    }

    @Override
    public void open() {
        telegramReceiver.open();
        introductionTask.start();
    }

    @Override
    public void close() {
        telegramReceiver.close();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(account.map(me -> "@" + me.username() + " is ready: https://t.me/" + me.username())
                        .orElse("The bot is ready, and waits until it can reach Telegram at " + settings.api())
                + ".");
        lines.add(
                settings.mode() == Mode.POLLING
                        ? "Updates of Telegram are asked for (polling)."
                        : "Updates of Telegram are delivered to " + settings.webhook() + ".");
        if (account.map(BotAccount::readsGroups).orElse(false)) {
            lines.add(
                    "Privacy mode is off, so Telegram sends the bot everything that is said in its groups. Turn it on:"
                            + " @BotFather, /setprivacy, Enable; then remove the bot from its groups and add it again.");
        }
        return lines;
    }
}
