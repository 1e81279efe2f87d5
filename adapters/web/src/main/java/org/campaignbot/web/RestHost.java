package org.campaignbot.web;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.desk.AlertService;
import org.campaignbot.conversation.Engine;
import org.campaignbot.organizers.ApiTokens;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.WrongNumbers;

/**
 * What the interface for programs needs of the program around it.
 *
 * @param engine the current engine, whose pack names the actions and languages
 * @param alerts everything that organizers do with alerts
 * @param asks asks the other organizers to approve an alert, in their chats
 * @param failed takes a request that failed, for the operator
 */
public record RestHost(
        ApiTokens tokens,
        Organizers organizers,
        Supplier<Engine> engine,
        AlertService alerts,
        Asks asks,
        Tally tally,
        WrongNumbers numbers,
        InstantSource clock,
        Consumer<RuntimeException> failed) {

    /** Asks the other organizers to approve an alert. */
    @FunctionalInterface
    public interface Asks {
        /** Returns whether it reached any of them. */
        boolean ask(Alert alert, Organizer by);
    }
}
