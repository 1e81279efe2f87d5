package org.campaignbot.app.serve;

import java.util.ArrayList;
import java.util.List;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.storage.sql.DatabaseLocation;

/** What a server prints when it is ready: its campaign, how to reach it, where its data is, and how to stop it. */
record StartupBanner(ServerSettings settings, List<PlatformIngress> entrances) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        entrances.forEach(entrance -> lines.addAll(entrance.lines()));
        lines.add("Campaign " + settings.content().campaign() + "; kept in " + place() + port() + ".");
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
        return settings.listens() ? "; port " + settings.http().portOrDefault() + " is served" : "";
    }
}
