package org.campaignbot.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertIds;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.Drafts;
import org.campaignbot.alert.check.ReadWords;
import org.campaignbot.alert.reader.AlertMessages;
import org.campaignbot.alert.reader.AlertReader;
import org.campaignbot.alert.sending.AlertFigures;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.EffectHandler;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.TinyPack;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;
import org.campaignbot.memory.MemoryAlerts;
import org.campaignbot.memory.MemoryDeskCards;
import org.campaignbot.memory.MemoryDeskChats;
import org.campaignbot.memory.MemoryEffectResults;
import org.campaignbot.memory.MemoryOrganizers;
import org.campaignbot.memory.MemoryStore;
import org.campaignbot.memory.MemoryTally;
import org.campaignbot.memory.MemoryWrongNumbers;
import org.campaignbot.message.RichText;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Role;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.outcomes.WrongNumbers;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.settings.Version;
import org.campaignbot.update.EffectResults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertEffectHandlerTest {

    private static final ConversationKey ANA = chat("ana");
    private static final ConversationKey BEN = chat("ben");
    private static final ConversationKey EVE = chat("eve");

    private final Organizers organizers = new MemoryOrganizers(new PersonHash(new byte[32]));
    private final Alerts alerts = new MemoryAlerts();
    private final MemoryEffectResults answers = new MemoryEffectResults();
    private final MemoryDeskChats chats = new MemoryDeskChats();
    private final MemoryDeskCards cards = new MemoryDeskCards();
    private final MemoryStore outbox = new MemoryStore();
    private final Engine engine = engine();
    private final AlertMessages messages =
            new AlertMessages(() -> engine, RichText::of, alerts::find, () -> TinyPack.NOON);
    private final List<String> again = new ArrayList<>();
    private AlertFigures.Figures figures = AlertFigures.Figures.NONE;
    private final AlertService desk = new AlertService(
            alerts,
            organizers,
            this::situation,
            new AlertService.AudiencePorts(
                    each -> {}, (alert, part, persons) -> Set.of(), (who, at) -> OptionalLong.empty()),
            new AlertService.RecipientPorts(alert -> figures, (alert, at) -> again.add(alert), Runnable::run),
            new AlertIds(new Random(7)),
            false,
            () -> TinyPack.NOON);
    private final Tally tally = new MemoryTally();
    private final WrongNumbers wrongNumbers = new MemoryWrongNumbers();
    private final List<EffectHandler> handlers = AlertEffectHandler.over(
            desk,
            organizers,
            () -> engine,
            new DeskPreviews(messages, () -> engine, List::of, outbox::add),
            new DeskTotals(tally, wrongNumbers),
            new OrganizerNotifier.Reach(chats, cards, answers, text -> Integer.toHexString(text.hashCode())),
            () -> TinyPack.NOON);
    private int turn;

    @BeforeEach
    void signIn() {
        redeem(ANA, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR);
        redeem(
                BEN,
                new Grant.Invited(Role.ORGANIZER, "Maple"),
                organizers.all().get(0).id());
    }

    @Test
    void whoeverHasNoRoleIsToldSoAndNothingTheyTypedIsKept() {
        act(EVE, AlertEffectHandler.DRAFT, parts());
        assertThat(values(EVE)).isEqualTo(Value.texts(Map.of("desk_page", "nobody")));
        assertThat(alerts.all()).isEmpty();
        assertThat(chats.of("")).isEmpty();
    }

    @Test
    void anAudienceIsReadBackWithItsCountAsSoonAsItsGiven() {
        act(BEN, AlertEffectHandler.PART, Map.of("part", "audience", "words", "nueva york", "topic", "all"));
        assertThat(told(BEN))
                .containsEntry("desk_part", "audience")
                .containsEntry("desk_for", "people in New York")
                .containsEntry("desk_count", "none");
    }

    @Test
    void wordsAndAnAudienceAreCheckedAsSoonAsTheyAreGiven() {
        act(BEN, AlertEffectHandler.PART, Map.of("part", "en", "words", "See www.example.org!!", "action", "tea"));
        assertThat(String.valueOf(values(BEN).get("desk_found"))).contains("not-https", "exclamations");
        act(BEN, AlertEffectHandler.PART, Map.of("part", "audience", "words", "my friends", "topic", "all"));
        assertThat(String.valueOf(values(BEN).get("desk_problems"))).contains("not-understood", "my friends");
        act(EVE, AlertEffectHandler.PART, Map.of("part", "audience", "words", "everyone", "topic", "all"));
        assertThat(answers.waiting(10)).isEmpty();
    }

    @Test
    void anOrganizerSeesThisMonthsTotalsFromTenOn() {
        for (int i = 0; i < 1_240; i++) {
            count("p" + i, "call", i < 9 ? "busy" : "spoke");
        }
        count("p", "share", "sent");
        for (int i = 0; i < 3; i++) {
            wrongNumbers.report("p" + i, "202-224-4451", TinyPack.NOON);
            tally.count("p" + i, Tally.Deed.question("tea"), "unanswered", new Tally.Way("en", "paper"), TinyPack.NOON);
        }
        act(ANA, AlertEffectHandler.ACT, Map.of("act", "totals", "alert", "none"));
        Map<String, Value> told = values(ANA);
        assertThat(words(told))
                .containsEntry("desk_page", "totals")
                .containsEntry("desk_counted", "some")
                .containsEntry("desk_unanswered", "some")
                .containsEntry("desk_misdialed", "some");
        assertThat(told)
                .containsEntry(
                        "desk_counts", table(List.of(count("call", "all", 1_240), count("call", "spoke", 1_230))))
                .containsEntry("desk_asked", table(List.of(few("topic", "tea"))))
                .containsEntry("desk_wrong", table(List.of(few("number", "202-224-4451"))));
        act(EVE, AlertEffectHandler.ACT, Map.of("act", "totals", "alert", "none"));
        assertThat(values(EVE)).isEqualTo(Value.texts(Map.of("desk_page", "nobody")));
    }

    private void count(String doer, String action, String outcome) {
        tally.count(doer, new Tally.Deed(action, ""), outcome, new Tally.Way("en", "paper"), TinyPack.NOON);
    }

    private static Map<String, Value> count(String action, String outcome, long count) {
        return Map.of(
                "key", new Value.Text(action + "-" + outcome),
                "action", new Value.Text(action),
                "outcome", new Value.Text(outcome),
                "count", new Value.Count(count));
    }

    private static Map<String, Value> few(String name, String value) {
        return Map.of(name, new Value.Text(value), "size", new Value.Text("few"), "count", new Value.Count(0));
    }

    private static Value table(List<Map<String, Value>> rows) {
        return new Value.Rows(rows.stream().map(Value.Row::new).toList());
    }

    @Test
    void aDraftIsKeptCheckedAndShown() {
        act(ANA, AlertEffectHandler.DRAFT, parts());
        Map<String, Value> told = values(ANA);
        assertThat(told)
                .containsEntry("desk_until", new Value.Moment(Instant.parse("2026-11-26T17:00:00Z"), EasternTime.ZONE));
        assertThat(words(told))
                .containsEntry("desk_page", "alert")
                .containsEntry("desk_mine", "yes")
                .containsEntry("desk_author", "Sunflower")
                .containsEntry("desk_asks", "action-call")
                .containsEntry("desk_kind", "new");
        assertThat(alerts.all()).hasSize(1);
    }

    @Test
    void whatStandsForAPartThatCannotBeReadIsNeverTakenForWhatWasWritten() {
        Draft whole = Drafts.draft();
        Draft draft = new Draft(
                whole.action(),
                whole.topic(),
                whole.words(),
                whole.audience(),
                null,
                whole.expires(),
                Map.of(Draft.AUDIENCE, "", Draft.END, "some day"));
        desk.draft(draft, Actor.of(organizers.all().get(0)));
        act(
                ANA,
                AlertEffectHandler.ACT,
                Map.of("act", "show", "alert", alerts.all().get(0).id()));
        assertThat(words(values(ANA)))
                .containsEntry("desk_start", "now")
                .containsEntry("desk_end", "some day")
                .doesNotContainKey("desk_audience");
    }

    @Test
    void theSameDraftAgainAfterACrashIsNoSecondAlert() {
        Effect effect = new Effect(1, 0, AlertEffectHandler.DRAFT, TinyPack.NOON, parts());
        carry(ANA, effect);
        carry(ANA, effect);
        assertThat(alerts.all()).hasSize(1);
    }

    @Test
    void whatWasThrownAwayCanBeWrittenAgain() {
        String first = drafted();
        act(ANA, AlertEffectHandler.ACT, Map.of("act", "stop", "alert", first));
        String second = drafted();
        assertThat(second).isNotEqualTo(first);
        assertThat(alerts.all()).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsToldPartByPart() {
        Map<String, String> parts = new HashMap<>(parts());
        parts.put("action", "sing");
        parts.put("start", "tomorrow");
        parts.put("audience", "state=XX");
        act(ANA, AlertEffectHandler.DRAFT, parts);
        Map<String, Value> told = values(ANA);
        assertThat(words(told)).containsEntry("desk_why", "unreadable");
        assertThat(told.get("desk_problems"))
                .isEqualTo(rows(List.of(
                        Map.of("kind", "action", "typed", "sing"),
                        Map.of("kind", "time", "typed", "tomorrow"),
                        Map.of("kind", "no-state", "typed", "XX"))));
        assertThat(alerts.all()).isEmpty();
    }

    @Test
    void theListNamesTheLatestAlerts() {
        act(ANA, AlertEffectHandler.ACT, Map.of("act", "look", "alert", "none"));
        assertThat(values(ANA))
                .isEqualTo(Map.of("desk_page", new Value.Text("list"), "desk_listed", new Value.Rows(List.of())));
        String id = drafted();
        act(ANA, AlertEffectHandler.ACT, Map.of("act", "look", "alert", "none"));
        assertThat(values(ANA).get("desk_listed"))
                .isEqualTo(rows(List.of(Map.of("value", id, "asks", "action-call", "stage", "checked"))));
    }

    @Test
    void aRefusalSaysWhyAndShowsTheAlert() {
        String id = drafted();
        act(ANA, AlertEffectHandler.ACT, Map.of("act", "approve", "alert", id));
        assertThat(told(ANA)).containsEntry("desk_alert", id).containsKey("desk_why");
        act(ANA, AlertEffectHandler.ACT, Map.of("act", "show", "alert", "none"));
        assertThat(told(ANA)).containsEntry("desk_stage", "form").containsKey("desk_why");
    }

    @Test
    void anotherOrganizerIsAskedWhereverTheyWereAtTheDesk() {
        String id = checked();
        act(ANA, AlertEffectHandler.ACT, Map.of("act", "ask", "alert", id));
        assertThat(told(ANA)).containsEntry("desk_note", "unreached");
        act(BEN, AlertEffectHandler.ACT, Map.of("act", "look", "alert", "none"));
        act(ANA, AlertEffectHandler.ACT, Map.of("act", "ask", "alert", id));
        assertThat(told(BEN))
                .containsEntry("desk_note", "please")
                .containsEntry("desk_mine", "no")
                .containsEntry("desk_alert", id);
        assertThat(told(ANA)).containsEntry("desk_note", "asked");
    }

    @Test
    void whoWroteItHearsThatItIsApprovedAndTheDeskOfWhoeverIsForgottenIsGone() {
        String id = checked();
        act(BEN, AlertEffectHandler.ACT, Map.of("act", "approve", "alert", id));
        assertThat(told(ANA)).containsEntry("desk_stage", "approved");
        carry(ANA, new Effect(99, 0, Operation.FORGET, TinyPack.NOON, Map.of()));
        assertThat(chats.of(organizers.of(ANA.person()).orElseThrow().id())).isEmpty();
    }

    @Test
    void aTestSendIsTheVeryMessageToTheOrganizerAlone() {
        String id = checked();
        act(BEN, AlertEffectHandler.ACT, Map.of("act", "test", "alert", id));
        assertThat(told(BEN)).containsEntry("desk_note", "tested");
        assertThat(outbox.claim(10)).singleElement().satisfies(sent -> {
            assertThat(sent.to()).isEqualTo(BEN.address());
            assertThat(sent.message().text().visible()).isEqualTo("Alert.\n\nPlease call.\n\nStop?");
        });
    }

    @Test
    void aTestGoesToTheWholeTestGroupMarkedOnceAndIsInTheTrail() {
        String id = checked();
        act(BEN, AlertEffectHandler.ACT, Map.of("act", "test-group", "alert", id));
        assertThat(told(BEN)).containsEntry("desk_why", "no-test-group");
        act(BEN, AlertEffectHandler.ACT, Map.of("act", "tests", "alert", id));
        assertThat(told(BEN)).containsEntry("desk_page", "tests").containsEntry("desk_testers", "none");
        for (ConversationKey each : List.of(ANA, BEN)) {
            String organizer = organizers.of(each.person()).orElseThrow().id();
            chats.note(organizer, each);
            chats.setTests(organizer, each, true);
        }
        act(BEN, AlertEffectHandler.ACT, Map.of("act", "test-group", "alert", id));
        assertThat(told(BEN)).containsEntry("desk_note", "tested-group");
        act(BEN, AlertEffectHandler.ACT, Map.of("act", "tests", "alert", id));
        assertThat(told(BEN)).containsEntry("desk_testers", "2");
        act(BEN, AlertEffectHandler.ACT, Map.of("act", "test-group", "alert", id));
        assertThat(told(BEN)).containsEntry("desk_why", "tested-already");
        assertThat(outbox.claim(10))
                .allSatisfy(sent -> {
                    assertThat(sent.message().text().visible())
                            .isEqualTo("A test by Maple.\n\nAlert.\n\nPlease call.\n\nStop?");
                    assertThat(sent.message().choices()).hasSize(1);
                })
                .extracting(Outgoing::to)
                .containsExactlyInAnyOrder(ANA.address(), BEN.address());
        AlertEntry last = alerts.trail(id).get(alerts.trail(id).size() - 1);
        assertThat(last).isEqualTo(new AlertEntry(TinyPack.NOON, "Maple", AlertEntry.Act.TESTED, "2"));
        assertThat(alerts.find(id).orElseThrow().stage()).isEqualTo(Alert.Stage.CHECKED);
    }

    @Test
    void aCorrectionIsForThoseWhoGotTheEarlierAlertAndKeptOnce() {
        String id = begun(null);
        stop(id);
        Map<String, String> parts = new HashMap<>(parts());
        parts.put("kind", "correction");
        parts.put("earlier", id);
        Effect effect = new Effect(50, 0, AlertEffectHandler.DRAFT, TinyPack.NOON, parts);
        carry(BEN, effect);
        carry(BEN, effect);
        assertThat(told(BEN))
                .containsEntry("desk_kind", "correction")
                .containsEntry("desk_earlier", id)
                .containsEntry("desk_for", "people who got alert " + id);
        assertThat(alerts.all()).hasSize(2);
    }

    @Test
    void whatNobodyGotIsNeitherCorrectedNorFollowedUp() {
        String id = drafted();
        Map<String, String> parts = new HashMap<>(parts());
        parts.put("kind", "follow-up");
        parts.put("earlier", id);
        act(ANA, AlertEffectHandler.DRAFT, parts);
        assertThat(told(ANA)).containsEntry("desk_why", "not-sent").containsEntry("desk_stage", "form");
        assertThat(alerts.all()).hasSize(1);
    }

    @Test
    void theUnknownGetItAgainOnceTheirNumberIsTyped() {
        String id = begun(null);
        figures = new AlertFigures.Figures(0, 5, Map.of(), 0, 3, 0, 0, Map.of(), 0, Map.of(), Map.of());
        act(ANA, AlertEffectHandler.AGAIN, Map.of("alert", id, "count", "4"));
        assertThat(told(ANA)).containsEntry("desk_why", "wrong-unknown").containsEntry("desk_unknown", "3");
        assertThat(again).isEmpty();
        act(ANA, AlertEffectHandler.AGAIN, Map.of("alert", id, "count", " 3 "));
        assertThat(told(ANA)).doesNotContainKey("desk_why");
        assertThat(again).containsExactly(id);
    }

    @Test
    void anAlertUnderWayIsFollowedByTheMessageThatTellsIt() {
        String id = begun(null);
        act(BEN, AlertEffectHandler.ACT, Map.of("act", "show", "alert", id));
        String answer = answers.waiting(10).get(0).id();
        assertThat(cards.find(answer)).hasValueSatisfying(card -> {
            assertThat(card.alert()).isEqualTo(id);
            assertThat(card.chat()).isEqualTo(BEN);
        });
        carry(BEN, new Effect(99, 0, Operation.FORGET, TinyPack.NOON, Map.of()));
        assertThat(cards.all()).isEmpty();
    }

    @Test
    void anAlertThatIsHeldIsToldToAllWhoMayLetItGoOnWhereverTheyTookTheirRole() {
        Alert held = alerts.find(begun("12 of the first 40 ended their alerts")).orElseThrow();
        chats.note(organizers.of(BEN.person()).orElseThrow().id(), BEN);
        OrganizerNotifier news = new OrganizerNotifier(
                desk,
                organizers,
                () -> engine,
                new OrganizerNotifier.Reach(chats, cards, answers, text -> Integer.toHexString(text.hashCode())),
                () -> TinyPack.NOON);
        news.held(held);
        news.held(held);
        assertThat(answers.waiting(10)).hasSize(1);
        assertThat(told(BEN))
                .containsEntry("desk_stage", "paused")
                .containsEntry("desk_because", "left")
                .containsEntry("desk_because_some", "12")
                .containsEntry("desk_because_all", "40");
    }

    /** Ana's alert while it's being sent, or paused by the bot. */
    private String begun(@Nullable String because) {
        String id = checked();
        answers.done(answers.waiting(10).stream().map(EffectResults.Answer::id).toList());
        chats.forget(ANA);
        keep(AlertStateMachine.approve(alerts.find(id).orElseThrow(), actor(BEN), TinyPack.NOON));
        keep(AlertStateMachine.begin(alerts.find(id).orElseThrow(), false, actor(ANA), TinyPack.NOON));
        if (because != null) {
            keep(AlertStateMachine.pause(alerts.find(id).orElseThrow(), because, Actor.BOT, TinyPack.NOON));
        }
        return id;
    }

    private void stop(String id) {
        keep(AlertStateMachine.stop(alerts.find(id).orElseThrow(), actor(ANA), TinyPack.NOON));
    }

    private Actor actor(ConversationKey who) {
        return Actor.of(organizers.of(who.person()).orElseThrow());
    }

    private void keep(AlertTransition step) {
        AlertTransition.Taken taken = (AlertTransition.Taken) step;
        assertThat(alerts.save(taken.alert(), taken.entry())).isTrue();
    }

    private String drafted() {
        act(ANA, AlertEffectHandler.DRAFT, parts());
        return java.util.Objects.requireNonNull(told(ANA).get("desk_alert"));
    }

    /** Ana's alert after a check without findings. */
    private String checked() {
        String id = drafted();
        Alert draft = alerts.find(id).orElseThrow();
        AlertTransition step = AlertStateMachine.check(draft, true, "", Actor.OPERATOR, TinyPack.NOON);
        AlertTransition.Taken taken = (AlertTransition.Taken) step;
        assertThat(alerts.save(taken.alert(), taken.entry())).isTrue();
        return id;
    }

    private void act(ConversationKey who, String name, Map<String, String> arguments) {
        carry(who, new Effect(++turn, 0, name, TinyPack.NOON, arguments));
    }

    private void carry(ConversationKey who, Effect effect) {
        handlers.stream()
                .filter(handler -> handler.name().equals(effect.name()))
                .forEach(handler -> handler.apply(who, effect));
    }

    private Map<String, String> told(ConversationKey who) {
        return words(values(who));
    }

    private static Map<String, String> words(Map<String, Value> values) {
        Map<String, String> words = new HashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof Value.Text text) {
                words.put(name, text.text());
            } else if (value instanceof Value.Count count) {
                words.put(name, Long.toString(count.number()));
            } else if (value instanceof Value.Translated translated) {
                words.put(name, translated.in(Language.ENGLISH));
            }
        });
        return words;
    }

    private static Value rows(List<Map<String, String>> rows) {
        return new Value.Rows(
                rows.stream().map(Value::texts).map(Value.Row::new).toList());
    }

    /** The last report to a person; it's then marked as heard. */
    private Map<String, Value> values(ConversationKey who) {
        List<EffectResults.Answer> heard = new ArrayList<>(answers.waiting(100));
        heard.removeIf(each -> !each.conversation().equals(who));
        answers.done(heard.stream().map(EffectResults.Answer::id).toList());
        assertThat(heard).isNotEmpty();
        return heard.get(heard.size() - 1).event().facts();
    }

    private void redeem(ConversationKey who, Grant grant, String by) {
        OneTimeCode code = OneTimeCode.random(new Random(who.hashCode()));
        organizers.invite(code, grant, by, TinyPack.NOON);
        organizers.redeem(code, who, "u" + who.person().id(), TinyPack.NOON);
    }

    private static Map<String, String> parts() {
        return Map.of(
                "alert", "none",
                "action", "Call them",
                "topic", "all",
                "en", "Please call.",
                "audience", "everybody",
                "start", "now",
                "end", "2026-11-26 12:00");
    }

    private CheckContext situation() {
        return new CheckContext(
                engine.pack(),
                Version.FIRST,
                Directory.builder().asOf(LocalDate.of(2026, 6, 15)).map(119).build(),
                (name, words) -> new ReadWords(RichText.of(words), List.of()),
                (alert, language) -> messages.of(alert, language, AlertReader.ALONE),
                Map.of());
    }

    private static ConversationKey chat(String name) {
        return new ConversationKey(new Address("paper", "bot", name, null), new Person("paper", name));
    }

    private static Engine engine() {
        Pack pack = TinyPack.with(
                says("alert-head", "Alert."),
                says("alert-foot", "Stop?"),
                says("alert-test", "A test by {tested_by}."));
        Map<String, Value> records = new HashMap<>(pack.records());
        records.put(
                "action-call",
                new Value.Row(Map.of(
                        "kind", new Value.Text("action"),
                        "title", new Value.Text("Call them"),
                        "status", new Value.Text("open"),
                        "flow", new Value.Text("tea"))));
        return TinyPack.engine(pack.withRecords("2", records));
    }

    private static Flow says(String name, String words) {
        return TinyPack.flow(name, List.of(), TinyPack.saying("say", words, new Target.Stay()));
    }
}
