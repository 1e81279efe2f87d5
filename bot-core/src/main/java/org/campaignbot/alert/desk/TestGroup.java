package org.campaignbot.alert.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.campaignbot.alert.Actor;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.update.EffectResults;

/**
 * The test group: organizers who asked, each in a private chat, to get tests of alerts there. A test is marked as one, skips caps and
 * the canary, and counts no recipient.
 *
 * <p>{@link #EFFECT} has the argument {@code choice}: {@code in}, {@code out}, or {@code look}, which changes nothing. {@link #LEAVE}
 * is {@code out} without an answer, for campaigns without a desk, too.
 */
public final class TestGroup {

    /** The effect with which an organizer joins, leaves, or looks. */
    public static final String EFFECT = "test-group";

    /** The effect that removes someone who says stop. */
    public static final String LEAVE = "leave-test-group";

    /** The flow whose words mark a test. */
    static final String HEAD = "alert-test";

    private static final String FLOW = "test-group-told";
    private static final String REFUSED = "test-group-refused";

    /** The flows that tell the result of the effect, and the one that marks the tests after it. */
    public static final Map<String, Set<String>> TOLD = Map.of(EFFECT, Set.of(FLOW, REFUSED, HEAD));

    private static final String IN = "in";
    private static final String OUT = "out";

    private final Organizers organizers;
    private final DeskChats chats;
    private final DeskPreviews previews;
    private final Function<String, String> names;

    /**
     * The group of these organizers.
     *
     * @param names a keyed hash of any text, for the ids of messages
     */
    public TestGroup(Organizers organizers, DeskChats chats, DeskPreviews previews, Function<String, String> names) {
        this.organizers = organizers;
        this.chats = chats;
        this.previews = previews;
        this.names = names;
    }

    /** How many organizers are in it. */
    public int size() {
        return members(organizers, chats).size();
    }

    /**
     * Sends a test to everyone in it. What hasn't changed is refused for a while, and so is one test after the other, so pressing
     * twice sends once.
     *
     * @param desk the desk, at the version that was looked at if there is one
     */
    public DeskAnswer send(AlertService desk, String alert, Actor by, Instant now) {
        List<List<ConversationKey>> members = members(organizers, chats);
        return desk.test(
                alert,
                members.size(),
                by,
                tested -> members.stream()
                        .flatMap(List::stream)
                        .forEach(chat -> previews.test(
                                tested,
                                by.name(),
                                chat,
                                now,
                                names.apply("test/" + alert + "/" + tested.version() + "/" + chat))));
    }

    /** The chats of each organizer in the group; an organizer may have joined in several. */
    static List<List<ConversationKey>> members(Organizers organizers, DeskChats chats) {
        Map<String, List<ConversationKey>> joined = chats.testGroup();
        return organizers.all().stream()
                .filter(each -> each.role().covers(Role.ORGANIZER))
                .map(each -> joined.get(each.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Creates the handler with which organizers join and leave; it stores nothing about anyone else.
     *
     * @param isGroup whether others read along at an address
     */
    public static EffectHandler over(Organizers organizers, OrganizerNotifier.Reach reach, Predicate<Address> isGroup) {
        return EffectHandler.of(EFFECT, (conversation, effect) -> {
            Optional<Organizer> organizer = organizers
                    .of(conversation.person())
                    .filter(each -> each.role().covers(Role.ORGANIZER));
            Event.Answered answer;
            if (organizer.isEmpty() || isGroup.test(conversation.address())) {
                answer = answered(REFUSED, organizer.isEmpty() ? "nobody" : "group");
            } else {
                answer = answered(FLOW, chosen(organizer.get().id(), conversation, effect, reach.chats()));
            }
            String name = conversation + "/" + effect.turn() + "/" + effect.ordinal();
            String id = OrganizerNotifier.id(reach.names().apply(name));
            reach.answers().add(new EffectResults.Answer(id, conversation, answer));
        });
    }

    /** Creates the handler with which an organizer's chat leaves at a stop. */
    public static EffectHandler leaving(Organizers organizers, DeskChats chats) {
        return EffectHandler.of(
                LEAVE,
                (conversation, effect) -> organizers
                        .of(conversation.person())
                        .ifPresent(organizer -> chats.setTests(organizer.id(), conversation, false)));
    }

    /** What the choice left this chat: in the group, or out of it. */
    private static String chosen(String organizer, ConversationKey chat, Effect effect, DeskChats chats) {
        String choice = effect.arguments().get("choice");
        if (IN.equals(choice)) {
            chats.note(organizer, chat);
            chats.setTests(organizer, chat, true);
        } else if (OUT.equals(choice)) {
            chats.setTests(organizer, chat, false);
        }
        return chats.testGroup().getOrDefault(organizer, List.of()).contains(chat) ? IN : OUT;
    }

    private static Event.Answered answered(String flow, String how) {
        return new Event.Answered(flow, Map.of("tests_are", new Value.Text(how)));
    }
}
