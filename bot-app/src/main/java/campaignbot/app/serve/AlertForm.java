package campaignbot.app.serve;

import campaignbot.alert.desk.AlertDeskHandler;
import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Engine;
import campaignbot.conversation.Event;
import campaignbot.conversation.State;
import campaignbot.conversation.Stimulus;
import campaignbot.message.Message;
import campaignbot.organizers.Organizers;
import campaignbot.organizers.Role;
import campaignbot.people.Language;
import campaignbot.slack.CommandForm;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the form of a new alert at once where an organizer types the command with {@code alert}; for others it is a word. */
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
        // A turn is pure: this one is only looked at, for the form that the question has now.
        Event begun = AlertDeskHandler.newAlert();
        Stimulus look = new Stimulus(begun, clock.instant(), 0, language, "");
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
            // Then it is a word, and whoever typed it finds the desk by its name.
            return false;
        }
    }
}
