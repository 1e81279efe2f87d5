package org.campaignbot.app.serve;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.campaignbot.alert.desk.AlertEffectHandler;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.message.Message;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Language;
import org.campaignbot.slack.receive.CommandForm;

/** Opens the form for a new alert when an organizer types the command with {@code alert}; for anyone else it is just a word. */
final class AlertForm implements CommandForm {

    private static final String WORD = "alert";

    private final Supplier<Engine> engine;
    private final Organizers organizers;
    private final InstantSource clock;

    AlertForm(Supplier<Engine> engine, Organizers organizers, InstantSource clock) {
        this.engine = engine;
        this.organizers = organizers;
        this.clock = clock;
    }

    @Override
    public Optional<Opened> of(ConversationKey own, String words, Language language) {
        if (!words.equalsIgnoreCase(WORD) || !mayWrite(own)) {
            return Optional.empty();
        }
        // A turn is pure: run this one only to get the current form of the question.
        Event begun = AlertEffectHandler.newAlert();
        TurnInput look = new TurnInput(begun, clock.instant(), 0, language, "");
        return engine.get().take(State.fresh(), look).messages().stream()
                .map(Message::form)
                .filter(Objects::nonNull)
                .findFirst()
                .map(form -> new Opened(begun, form));
    }

    private boolean mayWrite(ConversationKey own) {
        try {
            return organizers
                    .of(own.person())
                    .filter(organizer -> organizer.role().covers(Role.ORGANIZER))
                    .isPresent();
        } catch (RuntimeException storeFails) {
            // Treat it as a word; the organizer can still find the alert desk by its name.
            return false;
        }
    }
}
