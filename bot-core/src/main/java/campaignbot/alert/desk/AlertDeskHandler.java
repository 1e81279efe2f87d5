package campaignbot.alert.desk;

import campaignbot.alert.Actor;
import campaignbot.alert.Alert;
import campaignbot.alert.AlertRefusal;
import campaignbot.alert.Draft;
import campaignbot.conversation.ConversationKey;
import campaignbot.conversation.Effect;
import campaignbot.conversation.EffectHandler;
import campaignbot.conversation.Engine;
import campaignbot.conversation.Event;
import campaignbot.flow.Deed;
import campaignbot.organizers.Organizer;
import campaignbot.organizers.Organizers;
import campaignbot.organizers.Role;
import campaignbot.reception.Answers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries out what organizers do at the alert desk in a chat, and answers by its flow; nothing is done for whoever has no role.
 *
 * <p>{@link #ACT} has the arguments {@code act} and {@code alert}. {@link #DRAFT} carries a draft as it was typed, for a new alert or
 * in the place of what {@code alert} says. {@link #ALONE} approves with the {@code count} that the only organizer typed.
 */
public final class AlertDeskHandler {

    /** The effect that does something about alerts. */
    public static final String ACT = "alert-desk";

    /** The effect that keeps a draft. */
    public static final String DRAFT = "alert-draft";

    /** The effect that approves as the only organizer. */
    public static final String ALONE = "alert-alone";

    /** The effects that carry what an organizer typed. */
    public static final Set<String> DRAFTS = Set.of(DRAFT, ALONE);

    /** The flow that tells what came of it. */
    public static final String FLOW = "alert-desk";

    /** The flows that tell what became of each effect. */
    public static final Map<String, Set<String>> TOLD = Map.of(ACT, Set.of(FLOW, DeskPreviews.HEAD));

    private static final String NONE = "none";
    private static final String NOTE = "desk_note";

    private AlertDeskHandler() {}

    /**
     * The handlers of all effects.
     *
     * @param names a keyed hash of any text, for the ids of answers and messages
     */
    public static List<EffectHandler> over(
            AlertDesk desk,
            Organizers organizers,
            Supplier<Engine> engine,
            DeskPreviews previews,
            DeskChats chats,
            Answers answers,
            Function<String, String> names) {
        Room room = new Room(
                desk,
                organizers,
                engine,
                previews,
                chats,
                new DeskNews(desk, organizers, engine, chats, answers, names),
                answers,
                names);
        return List.of(
                EffectHandler.of(ACT, room::act),
                EffectHandler.of(DRAFT, room::draft),
                EffectHandler.of(ALONE, room::alone),
                EffectHandler.of(Deed.FORGET, (conversation, effect) -> chats.forget(conversation)));
    }

    /** What happens where an organizer, known to be one, begins a new alert without having been at the desk. */
    public static Event newAlert() {
        return new Event.Invited(FLOW, "new", Map.of(DeskFacts.PAGE, DeskFacts.FORM));
    }

    /** What the handlers do. */
    private record Room(
            AlertDesk desk,
            Organizers organizers,
            Supplier<Engine> engine,
            DeskPreviews previews,
            DeskChats chats,
            DeskNews news,
            Answers answers,
            Function<String, String> names) {

        void act(ConversationKey conversation, Effect effect) {
            as(conversation, effect, organizer -> {
                String id = argument(effect, "alert");
                Actor by = Actor.of(organizer);
                return switch (argument(effect, "act")) {
                    case "show" -> shown(id, organizer, Map.of());
                    case "check" -> told(desk.check(id, by), id, organizer, "");
                    case "ask" -> asked(desk.askForApproval(id, by), id, organizer, nameOf(conversation, effect));
                    case "approve" -> approved(desk.approve(id, by), id, organizer, nameOf(conversation, effect));
                    case "schedule" -> told(desk.schedule(id, null, by), id, organizer, "");
                    case "send" -> told(desk.send(id, by), id, organizer, "");
                    case "pause" -> told(desk.pause(id, by), id, organizer, "");
                    case "resume" -> told(desk.resume(id, by), id, organizer, "");
                    case "stop" -> told(desk.stop(id, by), id, organizer, "");
                    case "test" -> {
                        desk.find(id)
                                .ifPresent(alert -> previews.test(alert, conversation, nameOf(conversation, effect)));
                        yield shown(id, organizer, Map.of(NOTE, "tested"));
                    }
                    case "preview" -> {
                        desk.find(id)
                                .ifPresent(alert ->
                                        previews.send(alert, conversation, effect.at(), nameOf(conversation, effect)));
                        yield shown(id, organizer, Map.of(NOTE, "previewed"));
                    }
                    default -> page(organizer).list();
                };
            });
        }

        /** Puts an alert before every other organizer who was ever at the desk. */
        private Map<String, String> asked(DeskAnswer answer, String id, Organizer organizer, String name) {
            if (!(answer instanceof DeskAnswer.Done done)) {
                return told(answer, id, organizer, "");
            }
            boolean reached = false;
            for (Organizer other : organizers.all()) {
                boolean mayApprove = other.role().covers(Role.ORGANIZER)
                        && !other.isSameAs(organizer)
                        && !other.id().equals(done.alert().author());
                reached |= mayApprove && news.put(done.alert(), other, "please", name);
            }
            return told(answer, id, organizer, reached ? "asked" : "unreached");
        }

        /** Lets whoever wrote an alert know that it is approved. */
        private Map<String, String> approved(DeskAnswer answer, String id, Organizer organizer, String name) {
            if (answer instanceof DeskAnswer.Done done) {
                organizers.all().stream()
                        .filter(each -> each.id().equals(done.alert().author()))
                        .forEach(author -> news.put(done.alert(), author, "", name));
            }
            return told(answer, id, organizer, "");
        }

        void draft(ConversationKey conversation, Effect effect) {
            as(conversation, effect, organizer -> {
                DraftReading read =
                        DraftReading.of(effect.arguments(), engine.get().pack(), desk.terms());
                Draft draft = read.draft();
                if (draft == null) {
                    return DeskPage.refused(String.join(" ", read.problems()));
                }
                Actor by = Actor.of(organizer);
                String id = argument(effect, "alert");
                // After a crash the effect comes once more: then the draft is there already.
                Optional<Alert> there = desk.all().stream()
                        .filter(each ->
                                each.writer().equals(by.id()) && each.draft().equals(draft))
                        .findFirst();
                if (there.isPresent()) {
                    return told(desk.check(there.get().id(), by), there.get().id(), organizer, "");
                }
                DeskAnswer kept = id.equals(NONE) ? desk.draft(draft, by) : desk.change(id, draft, by);
                return kept instanceof DeskAnswer.Done done
                        ? told(desk.check(done.alert().id(), by), done.alert().id(), organizer, "")
                        : told(kept, id, organizer, "");
            });
        }

        void alone(ConversationKey conversation, Effect effect) {
            as(conversation, effect, organizer -> {
                String id = argument(effect, "alert");
                return told(desk.approveAlone(id, argument(effect, "count"), Actor.of(organizer)), id, organizer, "");
            });
        }

        /** Answers an organizer; whoever is none hears that the desk is not for them, and what they typed goes no further. */
        private void as(ConversationKey conversation, Effect effect, Function<Organizer, Map<String, String>> facts) {
            Optional<Organizer> signedIn = organizers.of(conversation.person());
            signedIn.ifPresent(organizer -> chats.note(organizer.id(), conversation));
            Map<String, String> told = signedIn.map(facts).orElse(Map.of(DeskFacts.PAGE, DeskFacts.NOBODY));
            answers.add(new Answers.Answer(nameOf(conversation, effect), conversation, new Event.Answered(FLOW, told)));
        }

        private Map<String, String> told(DeskAnswer answer, String id, Organizer organizer, String note) {
            if (answer instanceof DeskAnswer.Refused refused) {
                return shown(id, organizer, Map.of("desk_why", refused.why().words()));
            } else if (answer instanceof DeskAnswer.Found found) {
                return page(organizer).of(found.alert(), found.findings());
            }
            DeskAnswer.Done done = (DeskAnswer.Done) answer;
            Map<String, String> facts = new HashMap<>(page(organizer).of(done.alert(), done.findings()));
            facts.put(NOTE, note);
            return facts;
        }

        private Map<String, String> shown(String id, Organizer organizer, Map<String, String> more) {
            Optional<Alert> alert = desk.find(id);
            if (alert.isEmpty()) {
                return DeskPage.refused(
                        Objects.requireNonNullElse(more.get("desk_why"), AlertRefusal.NO_SUCH_ALERT.words()));
            }
            boolean over = alert.get().stage().isFinal();
            Map<String, String> facts =
                    new HashMap<>(page(organizer).of(alert.get(), over ? List.of() : desk.findings(alert.get())));
            facts.putAll(more);
            return facts;
        }

        private DeskPage page(Organizer organizer) {
            return new DeskPage(desk, organizers, engine.get().pack(), organizer);
        }

        /** The name of an effect, the same each time it is carried out. */
        private String nameOf(ConversationKey conversation, Effect effect) {
            return DeskNews.id(names.apply(conversation + "/" + effect.turn() + "/" + effect.ordinal()));
        }

        private static String argument(Effect effect, String name) {
            return Objects.requireNonNullElse(effect.arguments().get(name), "");
        }
    }
}
