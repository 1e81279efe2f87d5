package org.campaignbot.app.cli;

import org.campaignbot.alert.Actor;
import org.campaignbot.app.config.SettingProblem;
import org.campaignbot.organizers.Organizers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every alert command: who acts, and the output format. */
final class AlertOptions {

    @Option(names = "--json", description = "Write a JSON object.")
    private boolean json;

    @Option(names = "--as", paramLabel = "ORGANIZER", description = "Whose work it is, as ./bot organizers lists them.")
    private @Nullable String as;

    boolean isJson() {
        return json;
    }

    /** Who acts: the named organizer, or else the operator. */
    Actor actor(Organizers organizers) throws SettingProblem {
        return as == null ? Actor.OPERATOR : Actor.of(OrganizersCommand.named(organizers, as));
    }
}
