package campaignbot.app.serve;

import campaignbot.app.installation.StartRefused;
import campaignbot.app.watch.Platform;
import campaignbot.telegram.BotAccount;
import campaignbot.telegram.TelegramBot;
import campaignbot.telegram.TelegramSettings;
import campaignbot.telegram.TelegramSettings.Mode;
import campaignbot.telegram.TelegramTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How people get in from Telegram. */
final class TelegramEntrance implements Entrance {

    private final TelegramSettings settings;
    private final TelegramBot telegram;
    private final Platform operator;
    private final WayIn wayIn;
    private final Introducing introducing;
    private Optional<BotAccount> account = Optional.empty();

    TelegramEntrance(
            TelegramSettings settings, TelegramBot telegram, Platform operator, WayIn wayIn, Introducing introducing) {
        this.settings = settings;
        this.telegram = telegram;
        this.operator = operator;
        this.wayIn = wayIn;
        this.introducing = introducing;
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
        wayIn.open();
        introducing.start();
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
