package org.campaignbot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.conversation.Budget;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Effect;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.IdleFacts;
import org.campaignbot.conversation.State;
import org.campaignbot.crm.CrmEvents;
import org.campaignbot.flow.Fact;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.organizers.ApiToken;
import org.campaignbot.organizers.ApiTokens;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Redemption;
import org.campaignbot.organizers.Role;
import org.campaignbot.outcomes.Tally;
import org.campaignbot.party.Party;
import org.campaignbot.people.Language;
import org.campaignbot.settings.Change;
import org.campaignbot.settings.Settings;
import org.campaignbot.subscriptions.Cohort;
import org.campaignbot.subscriptions.Subscriber;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.AlertsContract;
import org.campaignbot.testkit.DeskCardsContract;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.testkit.PartiesContract;
import org.campaignbot.timers.Timer;
import org.campaignbot.update.ConversationStore.Commit;
import org.campaignbot.update.ConversationStore.Saved;
import org.campaignbot.update.ConversationStore.Verdict;
import org.campaignbot.update.EffectResults;
import org.campaignbot.workspace.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The retention table, one test per row. */
class RetentionTest {

    private static final ConversationKey ANA = Fixtures.conversationOf("ana");
    private static final Duration KEEP = Duration.ofDays(90);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** {@code home} expires after a day unless {@code remember} says yes, as in the shipped packs. */
    private static final IdleFacts HOME_FOR_A_DAY = new IdleFacts(pack(Map.of(
            "home",
            new Fact("home", Fact.Lifetime.SAVED, Duration.ofHours(24), "remember"),
            "remember",
            new Fact("remember", Fact.Lifetime.SAVED, null, null))));

    static Stream<TestDatabase> both() {
        return Stream.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void aConversationGoesWithItsIdsNinetyDaysAfterTheLastTurn(TestDatabase kind) {
        Database database = kind.empty();
        Instant start = keep(database, Map.of("language", "es"));
        run(database, start.plus(KEEP));
        assertThat(facts(database)).containsEntry("language", "es");
        run(database, start.plus(KEEP).plus(A_MOMENT));
        assertThat(database.conversations().load(List.of(ANA))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void theStateOfAPersonGoesAfterADayAndTheLanguageStays(TestDatabase kind) {
        Database database = kind.empty();
        Instant start = keep(database, Map.of("home", "NY-12@119", "language", "es"));
        run(database, start.plus(Duration.ofHours(24)));
        assertThat(facts(database)).containsOnlyKeys("home", "language");
        run(database, start.plus(Duration.ofHours(24)).plus(A_MOMENT));
        assertThat(facts(database)).containsOnlyKeys("language");
    }

    @ParameterizedTest
    @MethodSource("both")
    void afterAYesTheStateOfAPersonStaysAsLongAsTheConversation(TestDatabase kind) {
        Database database = kind.empty();
        Instant start = keep(database, Map.of("home", "NY-12@119", "remember", "yes"));
        run(database, start.plus(Duration.ofDays(60)));
        assertThat(facts(database)).containsOnlyKeys("home", "remember");
    }

    @ParameterizedTest
    @MethodSource("both")
    void aShorterRuleOfTheNextPackHoldsForWhatIsKeptAlready(TestDatabase kind) {
        Database database = kind.empty();
        Instant start = keep(database, Map.of("zone", "America/New_York"));
        run(database, start.plus(Duration.ofDays(2)));
        assertThat(facts(database)).containsOnlyKeys("zone");
        IdleFacts shorter =
                new IdleFacts(pack(Map.of("zone", new Fact("zone", Fact.Lifetime.SAVED, Duration.ofHours(30), null))));
        database.retention().run(start.plus(Duration.ofDays(2)), KEEP, shorter);
        assertThat(facts(database)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void aStateWhosePersonCameBackIsLeftAlone(TestDatabase kind) {
        Database database = kind.empty();
        Instant start = keep(database, Map.of("home", "NY-12@119"));
        Instant later = start.plus(Duration.ofHours(30));
        State next = state(later, Map.of("home", "CA-11@119"));
        database.conversations().commit(List.of(commit(version(database), "u2", next)));
        run(database, later.plus(Duration.ofHours(1)));
        assertThat(facts(database)).containsEntry("home", "CA-11@119");
    }

    @ParameterizedTest
    @MethodSource("both")
    void moreConversationsThanOneSweepTakesAreAllSwept(TestDatabase kind) {
        Database database = kind.empty();
        Instant start = TestDatabase.CLOCK.instant();
        List<ConversationKey> people = Stream.iterate(0, i -> i + 1)
                .limit(1_100)
                .map(i -> Fixtures.conversationOf("p" + i))
                .toList();
        State state = state(start, Map.of("home", "NY-12@119"));
        database.conversations()
                .commit(people.stream()
                        .map(each -> new Commit(each, 0, each.person().id(), state, List.of(), List.of()))
                        .toList());
        run(database, start.plus(Duration.ofDays(2)));
        assertThat(database.conversations().load(people).values())
                .hasSize(1_100)
                .allSatisfy(saved -> assertThat(saved.state().saved()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("both")
    void theIdOfAnUpdateIsKnownForSevenDays(TestDatabase kind) {
        Database database = kind.empty();
        Instant start = keep(database, Map.of("language", "es"));
        run(database, start.plus(Duration.ofDays(7)));
        assertThat(again(database)).isEqualTo(Verdict.REPEATED);
        run(database, start.plus(Duration.ofDays(7)).plus(A_MOMENT));
        assertThat(again(database)).isEqualTo(Verdict.COMMITTED);
    }

    @ParameterizedTest
    @MethodSource("both")
    void aMessageThatNeverLeftGoesWithTheConversation(TestDatabase kind) {
        Database database = kind.empty();
        database.conversations().commit(List.of(Fixtures.firstTurn(ANA, "u1")));
        Instant start = TestDatabase.CLOCK.instant();
        run(database, start.plus(KEEP));
        assertThat(database.conversations().pendingEffects(10)).hasSize(1);
        run(database, start.plus(KEEP).plus(A_MOMENT));
        assertThat(database.outbox().claim(10)).isEmpty();
        assertThat(database.conversations().pendingEffects(10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void thePersonBehindACountIsForgottenAfterTwoDaysAndTheCountStays(TestDatabase kind) {
        Database database = kind.empty();
        Tally tally = database.tally();
        Tally.Deed call = new Tally.Deed("call", "NY-S1");
        tally.count("ana", call, "spoke", Fixtures.WAY, Fixtures.NOON);
        tally.count("ben", call, "spoke", Fixtures.WAY, Fixtures.NOON);
        run(database, Fixtures.NOON.plus(Duration.ofDays(2)));
        tally.takeBack("ana", call, Fixtures.NOON);
        assertThat(tally.bySeat(Fixtures.EVER))
                .extracting(Tally.SeatTotal::count)
                .containsExactly(1L);
        run(database, Fixtures.NOON.plus(Duration.ofDays(2)).plus(A_MOMENT));
        tally.takeBack("ben", call, Fixtures.NOON);
        assertThat(tally.bySeat(Fixtures.EVER))
                .extracting(Tally.SeatTotal::count)
                .containsExactly(1L);
    }

    @ParameterizedTest
    @MethodSource("both")
    void theSumsOfACallPartyStayForThirtyDaysAndItsMembersUntilItsEnd(TestDatabase kind) {
        Database database = kind.empty();
        PartiesContract.begin(database.parties(), "k3x9");
        Party party = database.parties().find("k3x9").orElseThrow();
        database.parties()
                .save(party.join("ana's hash", List.of("NY-S1"), Fixtures.NOON).end());
        assertThat(database.parties().find("k3x9").orElseThrow().members()).isEmpty();
        run(database, party.ends().plus(Duration.ofDays(30)));
        assertThat(database.parties().find("k3x9")).isPresent();
        run(database, party.ends().plus(Duration.ofDays(30)).plus(A_MOMENT));
        assertThat(database.parties().find("k3x9")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void anAnswerThatNobodyHeardGoesAfterAnHour(TestDatabase kind) {
        Database database = kind.empty();
        database.answers().add(new EffectResults.Answer("a1", ANA, new Event.Answered("flow", Map.of())));
        run(database, Fixtures.NOON.plus(Duration.ofHours(1)));
        assertThat(database.answers().waiting(1)).hasSize(1);
        run(database, Fixtures.NOON.plus(Duration.ofHours(1)).plus(A_MOMENT));
        assertThat(database.answers().waiting(1)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void aUsedCodeIsKnownForADayAndAWrongOneForAnHour(TestDatabase kind) {
        Database database = kind.empty();
        OneTimeCode code = OneTimeCode.random(new Random(1));
        database.organizers().invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, Fixtures.NOON);
        database.organizers().redeem(code, ANA, "u1", Fixtures.NOON);
        database.organizers().redeem(OneTimeCode.random(new Random(2)), ANA, "u2", Fixtures.NOON);
        Instant over = Fixtures.NOON.plus(OneTimeCode.LIFETIME);

        run(database, Fixtures.NOON.plus(Duration.ofHours(1)));
        assertThat(kind.rowsOf("organizer_try")).isEqualTo(1);
        run(database, over.plus(Duration.ofDays(1)));
        assertThat(kind.rowsOf("organizer_try")).isZero();
        assertThat(kind.rowsOf("organizer_code")).isEqualTo(1);
        run(database, over.plus(Duration.ofDays(1)).plus(A_MOMENT));
        assertThat(kind.rowsOf("organizer_code")).isZero();
    }

    @ParameterizedTest
    @MethodSource("both")
    void theTokenOfAWorkspaceStaysUntilItIsTakenBackAndAUsedStateForItsMinutes(TestDatabase kind) {
        Database database = kind.empty();
        database.installations().save(new Installation("T0ACME", "xoxb-acme", "U0BOT"));
        assertThat(database.installStates().useUp("a-state", Fixtures.NOON)).isTrue();
        run(database, Fixtures.NOON);
        assertThat(kind.rowsOf("install_state")).isEqualTo(1);
        run(database, Fixtures.NOON.plus(Duration.ofDays(3650)));
        assertThat(kind.rowsOf("install_state")).isZero();
        assertThat(database.installations().find("T0ACME")).isPresent();
        database.installations().delete("T0ACME");
        assertThat(kind.rowsOf("workspace")).isZero();
    }

    @ParameterizedTest
    @MethodSource("both")
    void rolesTheirTrailAndBlocksAreKeptUntilSomebodyTakesThemAway(TestDatabase kind) {
        Database database = kind.empty();
        OneTimeCode code = OneTimeCode.random(new Random(1));
        database.organizers().invite(code, new Grant.FirstAdmin("Sunflower"), Organizers.OPERATOR, Fixtures.NOON);
        database.organizers().redeem(code, ANA, "u1", Fixtures.NOON);
        database.blocks().block(ANA.person(), Organizers.OPERATOR, Fixtures.NOON);

        run(database, Fixtures.NOON.plus(Duration.ofDays(3650)));

        assertThat(database.organizers().all()).hasSize(1);
        assertThat(database.organizers().audit()).hasSize(2);
        assertThat(database.blocks().lift(database.blocks().all().get(0).mark()))
                .isTrue();
        assertThat(kind.rowsOf("block")).isZero();
    }

    @ParameterizedTest
    @MethodSource("both")
    void alertsAndTheirTrailAreKept(TestDatabase kind) {
        Database database = kind.empty();
        AlertTransition.Taken drafted = AlertsContract.draft("k3x9", Audience.EVERYBODY, Fixtures.NOON);
        database.alerts().save(drafted.alert(), drafted.entry());
        run(database, Fixtures.NOON.plus(Duration.ofDays(3650)));
        assertThat(database.alerts().find("k3x9")).isPresent();
        assertThat(database.alerts().trail("k3x9")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("both")
    void theDeskOfAnOrganizerIsKept(TestDatabase kind) {
        Database database = kind.empty();
        database.deskChats().note("o1", ANA);
        run(database, Fixtures.NOON.plus(Duration.ofDays(3650)));
        assertThat(database.deskChats().of("o1")).containsExactly(ANA);
    }

    @ParameterizedTest
    @MethodSource("both")
    void theDeskOfAnOrganizerGoesWithTheirRole(TestDatabase kind) {
        Database database = kind.empty();
        Organizers organizers = database.organizers();
        redeem(organizers, new Grant.FirstAdmin("Sunflower"), ANA, Organizers.OPERATOR);
        String ana = organizers.all().get(0).id();
        redeem(organizers, new Grant.Invited(Role.ORGANIZER, "Maple"), Fixtures.conversationOf("ben"), ana);
        String ben = organizers
                .of(Fixtures.conversationOf("ben").person())
                .orElseThrow()
                .id();
        database.deskChats().note(ana, ANA);
        database.deskChats().note(ben, Fixtures.conversationOf("ben"));
        assertThat(organizers.remove(ben, ana, Fixtures.NOON)).isEmpty();
        assertThat(database.deskChats().of(ben)).isEmpty();
        assertThat(database.deskChats().of(ana)).containsExactly(ANA);
    }

    private static void redeem(Organizers organizers, Grant grant, ConversationKey by, String inviter) {
        OneTimeCode code = OneTimeCode.random(new Random(by.hashCode()));
        assertThat(organizers.invite(code, grant, inviter, Fixtures.NOON)).isEmpty();
        assertThat(organizers.redeem(code, by, "code of " + by.person().id(), Fixtures.NOON))
                .isInstanceOf(Redemption.Granted.class);
    }

    @ParameterizedTest
    @MethodSource("both")
    void byWhichMessageAnAlertIsFollowedIsGoneOnceTheDeskDropsItOrTheChatIsForgotten(TestDatabase kind) {
        Database database = kind.empty();
        database.deskCards().save(DeskCardsContract.card("one", ANA));
        database.deskCards().save(DeskCardsContract.card("two", ANA));
        database.deskCards().drop("one");
        assertThat(kind.rowsOf("desk_card")).isEqualTo(1);
        database.deskCards().forget(ANA);
        assertThat(kind.rowsOf("desk_card")).isZero();
    }

    @ParameterizedTest
    @MethodSource("both")
    void forgettingTakesTheConversationAtOnceAndItsIdsWithTheLastMessage(TestDatabase kind) {
        Database database = kind.empty();
        keep(database, Map.of("home", "NY-12@119"));
        database.conversations().commit(List.of(commit(version(database), "u2", State.fresh())));
        assertThat(kind.rowsOf("conversation")).isZero();
        assertThat(kind.rowsOf("outbox")).isZero();
        assertThat(kind.rowsOf("effect")).isZero();
    }

    @ParameterizedTest
    @MethodSource("both")
    void aSubscriptionStaysUntilThePersonEndsItAndThenNothingIsLeftOfIt(TestDatabase kind) {
        Database database = kind.empty();
        keep(database, Map.of("alerts", "yes"));
        Subscription subscription =
                new Subscription(ANA, "1", Fixtures.NOON, Language.ENGLISH, ZoneId.of("America/New_York"), "NY");
        database.subscriptions().subscribe(subscription);
        run(database, Fixtures.NOON.plus(Duration.ofDays(3_000)));
        assertThat(database.subscriptions().of(ANA)).contains(subscription);
        database.subscriptions().unsubscribe(ANA);
        assertThat(kind.rowsOf("subscription")).isZero();
    }

    @ParameterizedTest
    @MethodSource("both")
    void whoeverComesBackToASubscriptionAloneIsKnownByIt(TestDatabase kind) {
        Database database = kind.empty();
        Instant start = keep(database, Map.of("alerts", "yes", "home", "NY-12@119", "language", "es"));
        database.subscriptions()
                .subscribe(new Subscription(ANA, "1", start, Language.SPANISH, ZoneId.of("America/New_York"), "NY"));
        run(database, start.plus(KEEP).plus(A_MOMENT));
        Saved found = saved(database);
        assertThat(found)
                .isEqualTo(new Saved(
                        State.fresh()
                                .saving(Map.of(
                                        "alerts", "yes", "language", "es", "zone", "America/New_York", "home", "NY")),
                        0));
        assertThat(database.conversations()
                        .commit(List.of(commit(found.version(), "u2", Fixtures.waitingAt("menu", "menu", 2)))))
                .containsExactly(Verdict.COMMITTED);
        assertThat(facts(database)).containsOnlyKeys("home");
    }

    @ParameterizedTest
    @MethodSource("both")
    void whoeverWasJustForgottenIsNotKnownByTheSubscriptionThatIsAboutToEnd(TestDatabase kind) {
        Database database = kind.empty();
        keep(database, Map.of("alerts", "yes"));
        database.subscriptions()
                .subscribe(new Subscription(
                        ANA, "1", Fixtures.NOON, Language.ENGLISH, ZoneId.of("America/New_York"), null));
        Effect forget = new Effect(2, 0, "forget", Fixtures.NOON, Map.of());
        database.conversations()
                .commit(List.of(new Commit(ANA, version(database), "u2", State.fresh(), List.of(), List.of(forget))));
        assertThat(database.conversations().load(List.of(ANA))).isEmpty();
        database.subscriptions().unsubscribe(ANA);
        database.conversations().settleEffects(database.conversations().pendingEffects(1));
        assertThat(database.conversations().load(List.of(ANA))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void aReminderStaysUntilItFired(TestDatabase kind) {
        Database database = kind.empty();
        Instant due = Fixtures.NOON.plus(Duration.ofDays(200));
        Timer timer = new Timer(new Timer.Id(ANA, 1, 0), "call", due, ZoneId.of("America/New_York"));
        database.timers().set(timer);
        run(database, due);
        assertThat(database.timers().claim(due, due.plusSeconds(60), 10)).containsExactly(timer);
        database.timers().done(List.of(timer.id()));
        assertThat(kind.rowsOf("timer")).isZero();
    }

    @ParameterizedTest
    @MethodSource("both")
    void whoReportedANumberIsForgottenAfterTwoDaysAndTheCountStays(TestDatabase kind) {
        Database database = kind.empty();
        database.wrongNumbers().report("ana", "202-224-4451", Fixtures.NOON);
        run(database, Fixtures.NOON.plus(Duration.ofDays(2)));
        assertThat(kind.rowsOf("number_report")).isEqualTo(1);
        run(database, Fixtures.NOON.plus(Duration.ofDays(2)).plus(A_MOMENT));
        assertThat(kind.rowsOf("number_report")).isZero();
        assertThat(database.wrongNumbers().reported()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("both")
    void settingsAndWhoChangedThemAreKept(TestDatabase kind) {
        Database database = kind.empty();
        Settings settings = database.settings("tiny");
        settings.change(settings.current(), Change.set("ana", Fixtures.NOON, Map.of("endorsed_by", "Us")));
        run(database, Fixtures.NOON.plus(Duration.ofDays(3_000)));
        assertThat(settings.history()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("both")
    void anApiTokenIsKeptUntilItIsRevoked(TestDatabase kind) {
        Database database = kind.empty();
        OneTimeCode code = OneTimeCode.random(new Random(3));
        database.organizers().invite(code, new Grant.FirstAdmin("Ana"), Organizers.OPERATOR, Fixtures.NOON);
        Redemption.Granted granted = (Redemption.Granted) database.organizers().redeem(code, ANA, "u1", Fixtures.NOON);
        ApiTokens.Issued issued = database.apiTokens()
                .issue(ApiToken.random(new Random(4)), granted.organizer().id(), Role.VIEWER, "our CRM", Fixtures.NOON)
                .orElseThrow();
        run(database, Fixtures.NOON.plus(Duration.ofDays(3_000)));
        assertThat(kind.rowsOf("api_token")).isEqualTo(1);
        database.apiTokens().revoke(issued.id(), Fixtures.NOON);
        assertThat(kind.rowsOf("api_token")).isZero();
    }

    @ParameterizedTest
    @MethodSource("both")
    void anEventForACrmIsKnownForSixtyDays(TestDatabase kind) {
        Database database = kind.empty();
        database.crmEvents().add(new CrmEvents.Event("report.week/2026-11-16", "id", "{}", Fixtures.NOON));
        run(database, Fixtures.NOON.plus(Duration.ofDays(60)));
        assertThat(kind.rowsOf("crm_event")).isEqualTo(1);
        run(database, Fixtures.NOON.plus(Duration.ofDays(60)).plus(A_MOMENT));
        assertThat(kind.rowsOf("crm_event")).isZero();
    }

    @Test
    void whatProcessesHoldForEachOtherGoesAfterHalfAnHour() {
        Database database = TestDatabase.POSTGRESQL.empty();
        Instant until = Fixtures.NOON.plus(Duration.ofMinutes(State.HOLD_MINUTES));
        database.heldFacts().hold(ANA, Map.of("name", new State.Held(new Value.Text("Zzyzx", true), until)));
        database.retention().eraseHeldFacts(until.minus(A_MOMENT));
        assertThat(TestDatabase.POSTGRESQL.rowsOf("held_fact")).isEqualTo(1);
        database.retention().eraseHeldFacts(until);
        assertThat(TestDatabase.POSTGRESQL.rowsOf("held_fact")).isZero();
    }

    @ParameterizedTest
    @MethodSource("both")
    void whoGotAnAlertIsKnownForThirtyDaysAfterItsEnd(TestDatabase kind) {
        Database database = kind.empty();
        Belongings.of("T0ACME").fill(database);
        assertThat(database.recipients().count("T0ACME-vote")).isEqualTo(1);
        run(database, Fixtures.NOON.plus(Duration.ofDays(30)));
        assertThat(database.recipients().count("T0ACME-vote")).isEqualTo(1);
        run(database, Fixtures.NOON.plus(Duration.ofDays(30)).plus(A_MOMENT));
        assertThat(database.recipients().count("T0ACME-vote")).isZero();
        assertThat(database.recipients().figures("T0ACME-vote"))
                .extracting(Recipients.Figure::number)
                .containsExactly(1L);
    }

    @ParameterizedTest
    @MethodSource("both")
    void theLastTurnOfASubscriberIsKnownAlsoWhenTheConversationIsGone(TestDatabase kind) {
        Database database = kind.empty();
        Instant start = keep(database, Map.of("alerts", "yes"));
        Instant yes = start.minus(Duration.ofDays(7));
        database.subscriptions()
                .subscribe(new Subscription(ANA, "1", yes, Language.ENGLISH, ZoneId.of("America/New_York"), "NY"));
        assertThat(heard(database)).isEqualTo(start);
        assertStaleAYearAfter(start, database);
        run(database, start.plus(KEEP).plus(A_MOMENT));
        assertThat(kind.rowsOf("conversation")).isZero();
        assertThat(heard(database)).isEqualTo(start);
        assertStaleAYearAfter(start, database);
    }

    private static void assertStaleAYearAfter(Instant heard, Database database) {
        Instant aYearLater = heard.plus(Subscriber.STALE);
        assertThat(database.subscriptions().cohorts(aYearLater.minusSeconds(1)).keySet())
                .extracting(Cohort::isStale)
                .containsExactly(false);
        assertThat(database.subscriptions().cohorts(aYearLater).keySet())
                .extracting(Cohort::isStale)
                .containsExactly(true);
    }

    private static Instant heard(Database database) {
        return database.subscriptions().page("", 9).get(0).heard();
    }

    private static void run(Database database, Instant now) {
        database.retention().run(now, KEEP, HOME_FOR_A_DAY);
    }

    private static Instant keep(Database database, Map<String, String> facts) {
        Instant start = TestDatabase.CLOCK.instant();
        database.conversations().commit(List.of(commit(0, "u1", state(start, facts))));
        return start;
    }

    private static Verdict again(Database database) {
        State state = state(TestDatabase.CLOCK.instant(), Map.of("language", "en"));
        return database.conversations()
                .commit(List.of(commit(version(database), "u1", state)))
                .get(0);
    }

    private static Commit commit(long version, String update, State next) {
        return new Commit(ANA, version, update, next, List.of(), List.of());
    }

    private static State state(Instant lastTurn, Map<String, String> facts) {
        State.Asked asked = Fixtures.waitingAt("call", "outcome", 1).asked();
        return new State(1, lastTurn, asked, List.of(), facts, Map.of(), Budget.UNUSED);
    }

    private static Map<String, String> facts(Database database) {
        return saved(database).state().saved();
    }

    private static long version(Database database) {
        return saved(database).version();
    }

    private static Saved saved(Database database) {
        return Objects.requireNonNull(
                database.conversations().load(List.of(ANA)).get(ANA));
    }

    private static Pack pack(Map<String, Fact> facts) {
        Wording nothing =
                new Wording(Map.of(Language.ENGLISH, new Words.Said(new Template(List.of()))), Language.ENGLISH);
        return new Pack(
                "tiny", "1", nothing, List.of(Language.ENGLISH), "menu", "menu", nothing, Map.of(), facts, Map.of());
    }
}
