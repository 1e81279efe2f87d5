package org.campaignbot.alert.desk;

import java.util.Map;
import java.util.Set;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.update.EffectResults;

/**
 * Stores whether an admin wants to be told of the server's troubles, and answers with the current choice; stores nothing about
 * anyone else.
 *
 * <p>{@link #EFFECT} has the argument {@code choice}: {@code on}, {@code off}, or {@code look}, which changes nothing.
 */
public final class AlarmChoice {

    /** The effect that sets or shows the choice. */
    public static final String EFFECT = "alarms";

    /** The flow that tells of trouble. */
    public static final String NEWS = "alarm-news";

    /** The flows that tell the result of the effect, and of trouble after it. */
    public static final Map<String, Set<String>> TOLD =
            Map.of(EFFECT, Set.of(AlarmChoice.FLOW, AlarmChoice.REFUSED, NEWS));

    private static final String ON = "on";
    private static final String OFF = "off";
    private static final String FLOW = "alarms-told";
    private static final String REFUSED = "alarms-refused";

    private AlarmChoice() {}

    /**
     * Creates the handler.
     *
     * @param changed called after each choice
     */
    public static EffectHandler over(Organizers organizers, OrganizerNotifier.Reach reach, Runnable changed) {
        return EffectHandler.of(EFFECT, (conversation, effect) -> {
            Event.Answered answer = organizers
                    .of(conversation.person())
                    .filter(each -> each.role() == Role.ADMIN)
                    .map(admin -> chosen(admin.id(), conversation, effect, reach.chats(), changed))
                    .orElse(new Event.Answered(REFUSED, Map.of()));
            String name = conversation + "/" + effect.turn() + "/" + effect.ordinal();
            String id = OrganizerNotifier.id(reach.names().apply(name));
            reach.answers().add(new EffectResults.Answer(id, conversation, answer));
        });
    }

    private static Event.Answered chosen(
            String admin, ConversationKey conversation, Effect effect, DeskChats chats, Runnable changed) {
        chats.note(admin, conversation);
        String choice = String.valueOf(effect.arguments().get("choice"));
        if (choice.equals(ON) || choice.equals(OFF)) {
            chats.setAlarms(admin, choice.equals(ON));
            changed.run();
        }
        return new Event.Answered(FLOW, Map.of("alarms_are", new Value.Text(chats.wantsAlarms(admin) ? ON : OFF)));
    }
}
