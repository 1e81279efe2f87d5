package campaignbot.alert.desk;

import campaignbot.conversation.EffectHandler;
import campaignbot.conversation.Engine;
import campaignbot.conversation.Event;
import campaignbot.flow.Deed;
import campaignbot.organizers.Organizers;
import campaignbot.reception.Answers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries out what organizers do at the alert desk in a chat, and answers by its flow; nothing is done for whoever has no role.
 *
 * <p>{@link #ACT} has the arguments {@code act} and {@code alert}. {@link #DRAFT} carries a draft as it was typed, for a new alert or
 * in the place of what {@code alert} says; its {@code kind} may be a correction of the {@code earlier} alert, or tell how that went.
 * {@link #ALONE} approves with the {@code count} that the only organizer typed, and {@link #AGAIN} sends again to the unknown with the
 * {@code count} of them.
 */
public final class AlertDeskHandler {

    /** The effect that does something about alerts. */
    public static final String ACT = "alert-desk";

    /** The effect that keeps a draft. */
    public static final String DRAFT = "alert-draft";

    /** The effect that approves as the only organizer. */
    public static final String ALONE = "alert-alone";

    /** The effect that sends again to those of whom nobody knows whether they got it. */
    public static final String AGAIN = "alert-again";

    /** The effects that carry what an organizer typed. */
    public static final Set<String> DRAFTS = Set.of(DRAFT, ALONE, AGAIN);

    /** The flow that tells what came of it. */
    public static final String FLOW = "alert-desk";

    /** The flows that tell what became of each effect. */
    public static final Map<String, Set<String>> TOLD =
            Map.of(ACT, Set.of(FLOW, DeskPreviews.HEAD), DRAFT, Set.of(FLOW), ALONE, Set.of(FLOW), AGAIN, Set.of(FLOW));

    private AlertDeskHandler() {}

    /**
     * How the desk comes back to organizers.
     *
     * @param chats where they are
     * @param cards by which messages they follow alerts
     * @param answers what they are still to hear
     * @param names a keyed hash of any text, for the ids of answers and messages
     */
    public record Reach(DeskChats chats, DeskCards cards, Answers answers, Function<String, String> names) {}

    /** The handlers of all effects. */
    public static List<EffectHandler> over(
            AlertDesk desk,
            Organizers organizers,
            Supplier<Engine> engine,
            DeskPreviews previews,
            Reach reach,
            InstantSource clock) {
        DeskRoom room = new DeskRoom(
                desk,
                organizers,
                engine,
                previews,
                new DeskNews(desk, organizers, engine, reach, clock),
                new DeskTeller(desk, reach, clock),
                reach);
        return List.of(
                EffectHandler.of(ACT, room::act),
                EffectHandler.of(DRAFT, room::draft),
                EffectHandler.of(ALONE, room::alone),
                EffectHandler.of(AGAIN, room::again),
                EffectHandler.of(Deed.FORGET, (conversation, effect) -> {
                    reach.chats.forget(conversation);
                    reach.cards.forget(conversation);
                }));
    }

    /** What happens where an organizer, known to be one, begins a new alert without having been at the desk. */
    public static Event newAlert() {
        return new Event.Invited(FLOW, "new", Map.of(DeskFacts.PAGE, DeskFacts.FORM));
    }
}
