package org.campaignbot.app.serve;

import java.util.List;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.storage.sql.DatabaseLocation;

/** Receives what people do on every platform, and tells the operator that the bot is ready. */
final class Receiving extends ServerPart {

    private final List<PlatformIngress> platforms;
    private final ServerSettings settings;
    private final Console console;

    Receiving(List<PlatformIngress> platforms, ServerSettings settings, Console console) {
        super(RECEIVING);
        this.platforms = platforms;
        this.settings = settings;
        this.console = console;
    }

    @Override
    void open() {
        platforms.forEach(PlatformIngress::open);
        platforms.forEach(each -> each.lines().forEach(console::say));
        console.say("Campaign " + settings.content().campaign() + "; kept in " + place() + port() + ".");
        console.say("Ctrl-C ends it; nothing is lost.");
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
        return settings.listens() ? "; port " + settings.http().portOrDefault() + " is served" : "";
    }

    @Override
    void end() {
        platforms.forEach(PlatformIngress::close);
    }
}
