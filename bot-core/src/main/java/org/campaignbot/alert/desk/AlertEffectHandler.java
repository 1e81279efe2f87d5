package org.campaignbot.alert.desk;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.Organizers;

/**
 * Carries out what organizers do at the alert desk in a chat, and answers through its flow; does nothing for people without a
 * role.
 *
 * <p>{@link #ACT} has the arguments {@code act} and {@code alert}. {@link #DRAFT} carries a draft as it was typed, for a new
 * alert or as a replacement of {@code alert}; its {@code kind} may make it a correction of the {@code earlier} alert, or a
 * follow-up to it. {@link #ALONE} approves with the {@code count} that the only organizer typed, and {@link #AGAIN} sends again
 * to the recipients in state unknown with the {@code count} of them. {@link #PART} carries one {@code part} in {@code words}, an
 * {@code audience} or a language's; it is answered where there is something to say of it.
 */
public final class AlertEffectHandler {

    /** The effect that acts on alerts. */
    public static final String ACT = "alert-desk";

    /** The effect that saves a draft. */
    public static final String DRAFT = "alert-draft";

    /** The effect that approves as the only organizer. */
    public static final String ALONE = "alert-alone";

    /** The effect that sends again to the recipients in state unknown. */
    public static final String AGAIN = "alert-again";

    /** The effect that checks one part of a draft as soon as it's given. */
    public static final String PART = "alert-part";

    /** The effects that carry what an organizer typed. */
    public static final Set<String> DRAFTS = Set.of(DRAFT, ALONE, AGAIN, PART);

    /** The facts of its results that aren't plain texts. */
    public static final List<StepValue> RESULTS = StepValue.of(
            "desk_listed[value asks stage] desk_words[language words] desk_found[kind *?] desk_problems[kind *?]",
            "desk_from:moment desk_until:moment",
            "desk_counts[key action outcome count:count] desk_asked[topic size=few|tens count:count]",
            "desk_wrong[number size=few|tens count:count]");

    /** The flows that tell the result of each effect. */
    public static final Map<String, Set<String>> TOLD = Map.of(
            ACT,
            Set.of(DeskFacts.FLOW, DeskPreviews.HEAD),
            DRAFT,
            Set.of(DeskFacts.FLOW),
            ALONE,
            Set.of(DeskFacts.FLOW),
            AGAIN,
            Set.of(DeskFacts.FLOW),
            PART,
            Set.of(DeskFacts.PART, DeskFacts.COUNTED));

    private AlertEffectHandler() {}

    /** Creates the handlers of all effects. */
    public static List<EffectHandler> over(
            AlertService desk,
            Organizers organizers,
            Supplier<Engine> engine,
            DeskPreviews previews,
            DeskTotals totals,
            OrganizerNotifier.Reach reach,
            InstantSource clock) {
        AlertChatActions room = new AlertChatActions(
                desk,
                organizers,
                engine,
                previews,
                totals,
                new OrganizerNotifier(desk, organizers, engine, reach, clock),
                reach);
        return List.of(
                EffectHandler.of(ACT, room::act),
                EffectHandler.of(DRAFT, room::draft),
                EffectHandler.of(ALONE, room::alone),
                EffectHandler.of(AGAIN, room::again),
                EffectHandler.of(PART, room::part),
                EffectHandler.of(Operation.FORGET, (conversation, effect) -> {
                    reach.chats().forget(conversation);
                    reach.cards().forget(conversation);
                }));
    }

    /** The event with which someone known to be an organizer begins a new alert without having been at the desk. */
    public static Event newAlert() {
        return new Event.Invited(DeskFacts.FLOW, "new", Map.of(DeskFacts.PAGE, new Value.Text(DeskFacts.FORM)));
    }
}
