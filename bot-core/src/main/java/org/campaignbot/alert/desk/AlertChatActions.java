package org.campaignbot.alert.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertRefusal;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.AudienceCount;
import org.campaignbot.alert.audience.AudienceText;
import org.campaignbot.alert.check.Finding;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.people.Language;
import org.campaignbot.update.EffectResults;

/** What organizers do at the desk in their chats, and what they are told each time. */
record AlertChatActions(
        AlertService desk,
        Organizers organizers,
        Supplier<Engine> engine,
        DeskPreviews previews,
        DeskTotals totals,
        OrganizerNotifier notifier,
        OrganizerNotifier.Reach reach) {

    private static final String NONE = "none";
    private static final String NOTE = "desk_note";
    private static final String ALERT = "alert";

    void act(ConversationKey conversation, Effect effect) {
        as(conversation, effect, organizer -> {
            String id = argument(effect, ALERT);
            Actor by = Actor.of(organizer);
            return switch (argument(effect, "act")) {
                case "show" -> shown(id, organizer, Map.of());
                case "check" -> told(desk.check(id, by), id, organizer, "");
                case "ask" -> asked(desk.askForApproval(id, by), id, organizer, nameOf(conversation, effect));
                case "acknowledge" -> told(desk.acknowledge(id, by), id, organizer, "");
                case "approve" -> approved(desk.approve(id, by), id, organizer, nameOf(conversation, effect));
                case "schedule" -> told(desk.schedule(id, null, by), id, organizer, "");
                case "send" -> told(desk.send(id, by), id, organizer, "");
                case "pause" -> told(desk.pause(id, by), id, organizer, "");
                case "resume" -> told(desk.resume(id, by), id, organizer, "");
                case "stop" -> told(desk.stop(id, by), id, organizer, "");
                case "tests" -> tests(id, organizer);
                case "test" -> {
                    desk.find(id).ifPresent(alert -> previews.test(alert, conversation, nameOf(conversation, effect)));
                    yield shown(id, organizer, Map.of(NOTE, "tested"));
                }
                case "test-group" -> {
                    TestGroup group = new TestGroup(organizers, reach.chats(), previews, reach.names());
                    DeskAnswer answer = group.send(desk, id, by, effect.at());
                    yield answer instanceof DeskAnswer.Done
                            ? shown(id, organizer, Map.of(NOTE, "tested-group"))
                            : told(answer, id, organizer, "");
                }
                case "preview" -> {
                    desk.find(id)
                            .ifPresent(alert ->
                                    previews.send(alert, conversation, effect.at(), nameOf(conversation, effect)));
                    yield shown(id, organizer, Map.of(NOTE, "previewed"));
                }
                case "totals" -> totals.facts(engine.get().pack(), effect.at());
                default -> page(organizer).list();
            };
        });
    }

    /** The alert, and how many would get a test of it. */
    private Map<String, Value> tests(String id, Organizer organizer) {
        Map<String, Value> facts = new HashMap<>(shown(id, organizer, Map.of()));
        if (facts.containsKey(DeskFacts.ON_SCREEN)) {
            int size = TestGroup.members(organizers, reach.chats()).size();
            String testers = size == 0 ? NONE : size == 1 ? "one" : Integer.toString(size);
            facts.put(DeskFacts.PAGE, new Value.Text(DeskFacts.TESTS));
            facts.put("desk_testers", new Value.Text(testers));
        }
        return facts;
    }

    private Map<String, Value> asked(DeskAnswer answer, String id, Organizer organizer, String name) {
        if (!(answer instanceof DeskAnswer.Done done)) {
            return told(answer, id, organizer, "");
        }
        return told(answer, id, organizer, notifier.ask(done.alert(), organizer, name) ? "asked" : "unreached");
    }

    private Map<String, Value> approved(DeskAnswer answer, String id, Organizer organizer, String name) {
        if (answer instanceof DeskAnswer.Done done) {
            notifier.decided(done.alert(), name);
        }
        return told(answer, id, organizer, "");
    }

    void draft(ConversationKey conversation, Effect effect) {
        as(conversation, effect, organizer -> {
            DraftReading read = DraftReading.of(effect.arguments(), engine.get().pack(), desk.terms(), effect.at());
            Draft draft = read.draft();
            if (draft == null) {
                return DeskPage.unreadable(read.problems());
            }
            Actor by = Actor.of(organizer);
            String id = argument(effect, ALERT);
            // After a crash the effect is carried out again; then the draft exists already.
            Optional<Alert> there = desk.all().stream()
                    .filter(each ->
                            each.writer().equals(by.id()) && !each.stage().isFinal())
                    .filter(each -> (id.equals(NONE) || id.equals(each.id())) && isWritten(each, draft, effect))
                    .findFirst();
            if (there.isPresent()) {
                return told(desk.check(there.get().id(), by), there.get().id(), organizer, "");
            }
            DeskAnswer kept = id.equals(NONE) ? begin(draft, effect, by) : desk.change(id, draft, by);
            return kept instanceof DeskAnswer.Done done
                    ? told(desk.check(done.alert().id(), by), done.alert().id(), organizer, "")
                    : told(kept, id, organizer, "");
        });
    }

    /** Checks one part of a draft; the organizer hears of it if something is wrong, or how many people an audience is. */
    void part(ConversationKey conversation, Effect effect) {
        // Anyone else is told that the desk isn't for them as soon as the draft is done.
        organizers
                .of(conversation.person())
                .ifPresent(organizer -> checked(effect, organizer, argument(effect, "part"), argument(effect, "words"))
                        .ifPresent(told -> answer(told.getKey(), conversation, effect, told.getValue())));
    }

    /** The flow that tells what the check of a part found, and its facts; empty if there is nothing to tell. */
    private Optional<Map.Entry<String, Map<String, Value>>> checked(
            Effect effect, Organizer organizer, String part, String words) {
        Map<String, Value> facts = new HashMap<>(Value.texts(Map.of("desk_part", part)));
        if (!part.equals("audience")) {
            String action = Objects.requireNonNullElse(
                    DraftReading.action(argument(effect, "action"), engine.get().pack()), "");
            List<Finding> findings = desk.findings("", action, new Language(part), words, Actor.of(organizer));
            facts.put(DeskFacts.FOUND, DeskPage.found(findings));
            return findings.isEmpty() ? Optional.empty() : Optional.of(Map.entry(DeskFacts.PART, facts));
        }
        AudienceText.Read read = AudienceText.read(words, desk.terms());
        if (read instanceof AudienceText.Read.Broken broken) {
            facts.put(
                    DeskFacts.PROBLEMS,
                    DeskPage.problems(
                            broken.problems().stream().map(DraftReading::named).toList()));
            return Optional.of(Map.entry(DeskFacts.PART, facts));
        }
        Audience audience = ((AudienceText.Read.Sound) read).audience();
        AudienceCount count = desk.count(audience, argument(effect, "topic"));
        facts.put("desk_for", page(organizer).audience(audience));
        facts.put("desk_count", new Value.Text(count.total() == 0 ? NONE : count.shown()));
        return Optional.of(Map.entry(DeskFacts.COUNTED, facts));
    }

    private void answer(String flow, ConversationKey conversation, Effect effect, Map<String, Value> facts) {
        reach.answers()
                .add(new EffectResults.Answer(
                        nameOf(conversation, effect), conversation, new Event.Answered(flow, facts)));
    }

    private static boolean isWritten(Alert alert, Draft draft, Effect effect) {
        if (alert.kind() == Alert.Kind.NEW) {
            return kind(effect) == Alert.Kind.NEW && alert.draft().equals(draft);
        }
        // The audience came from the earlier alert, not from the effect.
        return kind(effect) == alert.kind()
                && argument(effect, "earlier").equals(alert.about())
                && alert.draft()
                        .equals(draft.to(alert.draft().topic(), alert.draft().audience()));
    }

    private DeskAnswer begin(Draft draft, Effect effect, Actor by) {
        return switch (kind(effect)) {
            case NEW -> desk.draft(draft, by);
            case CORRECTION -> desk.correct(argument(effect, "earlier"), draft, by);
            case FOLLOW_UP -> desk.followUp(argument(effect, "earlier"), draft, by);
        };
    }

    private static Alert.Kind kind(Effect effect) {
        for (Alert.Kind kind : Alert.Kind.values()) {
            if (kind.word().equals(effect.arguments().get("kind"))) {
                return kind;
            }
        }
        return Alert.Kind.NEW;
    }

    void alone(ConversationKey conversation, Effect effect) {
        as(conversation, effect, organizer -> {
            String id = argument(effect, ALERT);
            return told(desk.approveAlone(id, argument(effect, "count"), Actor.of(organizer)), id, organizer, "");
        });
    }

    void again(ConversationKey conversation, Effect effect) {
        as(conversation, effect, organizer -> {
            String id = argument(effect, ALERT);
            return told(desk.sendAgain(id, argument(effect, "count"), Actor.of(organizer)), id, organizer, "");
        });
    }

    /** Answers an organizer; tells anyone else that the desk isn't for them, and drops what they typed. */
    private void as(ConversationKey conversation, Effect effect, Function<Organizer, Map<String, Value>> facts) {
        Optional<Organizer> signedIn = organizers.of(conversation.person());
        signedIn.ifPresent(organizer -> reach.chats().note(organizer.id(), conversation));
        Map<String, Value> told = signedIn.map(facts).orElse(Map.of(DeskFacts.PAGE, new Value.Text(DeskFacts.NOBODY)));
        notifier.tell(nameOf(conversation, effect), conversation, told);
    }

    private Map<String, Value> told(DeskAnswer answer, String id, Organizer organizer, String note) {
        if (answer instanceof DeskAnswer.Refused refused) {
            return shown(id, organizer, Map.of(DeskFacts.WHY, refused.why().word()));
        } else if (answer instanceof DeskAnswer.Found found) {
            return page(organizer).of(found.alert(), found.findings());
        }
        DeskAnswer.Done done = (DeskAnswer.Done) answer;
        Map<String, Value> facts = new HashMap<>(page(organizer).of(done.alert(), done.findings()));
        facts.put(NOTE, new Value.Text(note));
        return facts;
    }

    private Map<String, Value> shown(String id, Organizer organizer, Map<String, String> more) {
        Optional<Alert> alert = desk.find(id);
        if (alert.isEmpty()) {
            return DeskPage.refused(
                    Objects.requireNonNullElse(more.get(DeskFacts.WHY), AlertRefusal.NO_SUCH_ALERT.word()));
        }
        Map<String, Value> facts = new HashMap<>(page(organizer).now(alert.get()));
        facts.putAll(Value.texts(more));
        return facts;
    }

    private DeskPage page(Organizer organizer) {
        return new DeskPage(desk, organizers, engine.get().pack(), organizer);
    }

    /** The name of an effect, the same each time it's carried out. */
    private String nameOf(ConversationKey conversation, Effect effect) {
        return OrganizerNotifier.id(reach.names().apply(conversation + "/" + effect.turn() + "/" + effect.ordinal()));
    }

    private static String argument(Effect effect, String name) {
        return Objects.requireNonNullElse(effect.arguments().get(name), "");
    }
}
