package campaignbot.app.serve;

import campaignbot.app.installation.ServerSettings;
import campaignbot.storage.DatabaseLocation;
import campaignbot.telegram.BotAccount;
import campaignbot.telegram.TelegramSettings;
import campaignbot.telegram.TelegramSettings.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a server says once it is ready: who it is, how it is reached, where it keeps things, and how it is ended. */
record Greeting(ServerSettings settings, Optional<BotAccount> account) {

    List<String> lines() {
        TelegramSettings telegram = Objects.requireNonNull(settings.telegram());
        List<String> lines = new ArrayList<>();
        lines.add(account.map(me -> "@" + me.username() + " is ready: https://t.me/" + me.username())
                        .orElse("The bot is ready, and waits until it can reach Telegram at " + telegram.api())
                + ".");
        lines.add("Campaign " + settings.content().campaign() + "; kept in " + place() + ".");
        lines.add(
                telegram.mode() == Mode.POLLING
                        ? "Updates are asked for (polling)" + port() + "."
                        : "Updates are delivered to " + telegram.webhook() + port() + ".");
        if (account.map(BotAccount::readsGroups).orElse(false)) {
            lines.add(
                    "Privacy mode is off, so Telegram sends the bot everything that is said in its groups. Turn it on:"
                            + " @BotFather, /setprivacy, Enable; then remove the bot from its groups and add it again.");
        }
        lines.add("Ctrl-C ends it; nothing is lost.");
        return lines;
    }

    private String place() {
        return settings.storage().location() instanceof DatabaseLocation.Embedded
                ? settings.storage()
                        .data()
                        .resolve(DatabaseLocation.Embedded.FILE)
                        .toString()
                : settings.storage().location().toString();
    }

    private String port() {
        return settings.listens() ? "; port " + settings.portOrDefault() + " is served" : "";
    }
}
