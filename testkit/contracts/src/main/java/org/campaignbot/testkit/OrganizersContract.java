package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.organizers.AuditEntry;
import org.campaignbot.organizers.AuditEntry.Act;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRefusal;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Redemption;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Organizers}. */
public abstract class OrganizersContract {

    private static final Instant NOON = Fixtures.NOON;
    private static final Person ANA = new Person("paper", "ana");
    private static final Person ANA_ELSEWHERE = new Person("other-paper", "ana-too");
    private static final Person BEN = new Person("paper", "ben");

    /** A person in their own chat with the bot. */
    private static ConversationKey by(Person person) {
        return new ConversationKey(new Address(person.channel(), "bot", person.id(), null), person);
    }

    private final Random random = new Random(7);

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Organizers organizers;

    /** A store without organizers. */
    protected abstract Organizers empty();

    @BeforeEach
    void begin() {
        organizers = empty();
    }

    @Test
    void whoeverRedeemsTheFirstCodeIsAnAdmin() {
        Organizer ana = claim(ANA, "Ana");

        assertThat(ana.role()).isEqualTo(Role.ADMIN);
        assertThat(ana.since()).isEqualTo(NOON);
        assertThat(organizers.of(ANA)).contains(ana);
        assertThat(organizers.of(BEN)).isEmpty();
        assertThat(organizers.all()).containsExactly(ana);
        assertThat(ana.signIns()).extracting(Organizer.SignIn::channel).containsExactly("paper");
        assertThat(ana.signIns().toString()).doesNotContain("ana");
    }

    @Test
    void aCodeWorksOnceAndForTheSamePersonTellsTheSameAgain() {
        OneTimeCode code = invite(new Grant.FirstAdmin("Ana"), Organizers.OPERATOR);
        Redemption first = organizers.redeem(code, by(ANA), "u1", NOON);

        assertThat(organizers.redeem(code, by(ANA), "u1", NOON)).isEqualTo(first);
        assertThat(organizers.redeem(code, by(ANA), "u2", NOON.plus(Duration.ofHours(1))))
                .isEqualTo(first);
        assertThat(organizers.redeem(code, by(BEN), "u3", NOON)).isEqualTo(refused(OrganizerRefusal.UNKNOWN_CODE));
        assertThat(organizers.all()).hasSize(1);
        assertThat(organizers.audit())
                .filteredOn(entry -> entry.act() == Act.JOINED)
                .hasSize(1);
    }

    @Test
    void aCodeWorksForFifteenMinutes() {
        OneTimeCode code = invite(new Grant.FirstAdmin("Ana"), Organizers.OPERATOR);
        Instant late = NOON.plus(OneTimeCode.LIFETIME);

        assertThat(organizers.redeem(code, by(ANA), "u1", late)).isEqualTo(refused(OrganizerRefusal.UNKNOWN_CODE));
        assertThat(organizers.redeem(code, by(ANA), "u2", late.minusSeconds(1))).isInstanceOf(Redemption.Granted.class);
    }

    @Test
    void aBurnedCodeIsNone() {
        OneTimeCode code = invite(new Grant.FirstAdmin("Ana"), Organizers.OPERATOR);
        assertThat(organizers.burn(code, NOON)).contains(new Grant.FirstAdmin("Ana"));
        assertThat(organizers.burn(code, NOON)).contains(new Grant.FirstAdmin("Ana"));
        assertThat(organizers.burn(code(), NOON)).isEmpty();

        assertThat(organizers.redeem(code, by(ANA), "u1", NOON)).isEqualTo(refused(OrganizerRefusal.UNKNOWN_CODE));
        assertThat(organizers.all()).isEmpty();
    }

    @Test
    void nothingIsLostByBurningACodeThatWasUsedOrIsTooOld() {
        OneTimeCode used = invite(new Grant.FirstAdmin("Ana"), Organizers.OPERATOR);
        organizers.redeem(used, by(ANA), "u1", NOON);
        assertThat(organizers.burn(used, NOON)).isEmpty();
        OneTimeCode old = invite(new Grant.Invited(Role.VIEWER, "Ben"), Organizers.OPERATOR);
        assertThat(organizers.burn(old, NOON.plus(OneTimeCode.LIFETIME))).isEmpty();
    }

    @Test
    void afterFiveWrongCodesInAnHourTheRightOneIsRefusedToo() {
        OneTimeCode code = invite(new Grant.FirstAdmin("Ana"), Organizers.OPERATOR);
        for (int i = 0; i < OneTimeCode.TRIES_AN_HOUR; i++) {
            assertThat(organizers.redeem(code(), by(ANA), "wrong" + i, NOON))
                    .isEqualTo(refused(OrganizerRefusal.UNKNOWN_CODE));
        }

        assertThat(organizers.redeem(code, by(ANA), "u1", NOON)).isEqualTo(refused(OrganizerRefusal.TOO_MANY_TRIES));
        assertThat(organizers.redeem(code, by(BEN), "u2", NOON)).isInstanceOf(Redemption.Granted.class);
        OneTimeCode next = code();
        Instant later = NOON.plus(Duration.ofMinutes(61));
        organizers.invite(next, new Grant.Invited(Role.VIEWER, "Ana too"), Organizers.OPERATOR, later);
        assertThat(organizers.redeem(next, by(ANA), "u3", later)).isInstanceOf(Redemption.Granted.class);
    }

    @Test
    void anUpdateThatIsDeliveredTwiceIsOneTry() {
        for (int i = 0; i < 20; i++) {
            organizers.redeem(code(), by(ANA), "same", NOON);
        }
        OneTimeCode code = invite(new Grant.FirstAdmin("Ana"), Organizers.OPERATOR);
        assertThat(organizers.redeem(code, by(ANA), "u1", NOON)).isInstanceOf(Redemption.Granted.class);
    }

    @Test
    void ofTwoFirstCodesOneMakesAnAdmin() {
        OneTimeCode one = invite(new Grant.FirstAdmin("Ana"), Organizers.OPERATOR);
        OneTimeCode other = invite(new Grant.FirstAdmin("Ben"), Organizers.OPERATOR);
        organizers.redeem(one, by(ANA), "u1", NOON);

        assertThat(organizers.redeem(other, by(BEN), "u2", NOON)).isEqualTo(refused(OrganizerRefusal.ADMIN_THERE));
        assertThat(organizers.invite(code(), new Grant.FirstAdmin("Cy"), Organizers.OPERATOR, NOON))
                .contains(OrganizerRefusal.ADMIN_THERE);
        assertThat(organizers.invite(code(), new Grant.Invited(Role.ADMIN, "Cy"), Organizers.OPERATOR, NOON))
                .isEmpty();
    }

    @Test
    void anAdminInvitesOrganizersAndViewersAndNobodyElseInvites() {
        Organizer ana = claim(ANA, "Ana");
        OneTimeCode code = invite(new Grant.Invited(Role.VIEWER, "Ben"), ana.id());
        Organizer ben = granted(organizers.redeem(code, by(BEN), "u2", NOON));

        assertThat(ben.role()).isEqualTo(Role.VIEWER);
        assertThat(organizers.invite(code(), new Grant.Invited(Role.VIEWER, "Cy"), ben.id(), NOON))
                .contains(OrganizerRefusal.NOT_ALLOWED);
        assertThat(organizers.invite(code(), new Grant.Invited(Role.ADMIN, "Cy"), ana.id(), NOON))
                .contains(OrganizerRefusal.NOT_ALLOWED);
        assertThat(organizers.invite(code(), new Grant.Invited(Role.VIEWER, "ana"), ana.id(), NOON))
                .contains(OrganizerRefusal.NAME_TAKEN);
        assertThat(organizers.invite(code(), new Grant.Invited(Role.VIEWER, "two\nlines"), ana.id(), NOON))
                .contains(OrganizerRefusal.BAD_NAME);
    }

    @Test
    void aFurtherSignInIsTheSameRecordSoThatTwoOfThemAreNeverTwoPeople() {
        Organizer ana = claim(ANA, "Ana");
        OneTimeCode code = invite(new Grant.SignIn(ana.id()), ana.id());
        Redemption redemption = organizers.redeem(code, by(ANA_ELSEWHERE), "u2", NOON);

        assertThat(redemption)
                .isInstanceOfSatisfying(
                        Redemption.Granted.class,
                        granted -> assertThat(granted.isNew()).isFalse());
        assertThat(organizers.all()).hasSize(1);
        Organizer here = organizers.of(ANA).orElseThrow();
        Organizer there = organizers.of(ANA_ELSEWHERE).orElseThrow();
        assertThat(here.isSameAs(there)).isTrue();
        assertThat(here.signIns()).extracting(Organizer.SignIn::channel).containsExactly("paper", "other-paper");
    }

    @Test
    void whoSignsInAlreadyCannotTakeAnotherRecord() {
        Organizer ana = claim(ANA, "Ana");
        OneTimeCode code = invite(new Grant.Invited(Role.VIEWER, "Ben"), ana.id());

        assertThat(organizers.redeem(code, by(ANA), "u2", NOON)).isEqualTo(refused(OrganizerRefusal.HAS_ROLE));
        assertThat(organizers.redeem(code, by(BEN), "u3", NOON)).isInstanceOf(Redemption.Granted.class);
    }

    @Test
    void theLastAdminStays() {
        Organizer ana = claim(ANA, "Ana");
        assertThat(organizers.remove(ana.id(), Organizers.OPERATOR, NOON)).contains(OrganizerRefusal.LAST_ADMIN);

        OneTimeCode code = invite(new Grant.Invited(Role.ADMIN, "Ben"), Organizers.OPERATOR);
        granted(organizers.redeem(code, by(BEN), "u2", NOON.plusSeconds(1)));
        assertThat(organizers.remove(ana.id(), Organizers.OPERATOR, NOON)).isEmpty();
        assertThat(organizers.of(ANA)).isEmpty();
        assertThat(organizers.all()).extracting(Organizer::name).containsExactly("Ben");
        assertThat(organizers.remove(ana.id(), Organizers.OPERATOR, NOON)).contains(OrganizerRefusal.NOBODY);
    }

    @Test
    void whoWasRemovedIsNotLetInByTheSameCodeAgain() {
        Organizer ana = claim(ANA, "Ana");
        OneTimeCode code = invite(new Grant.Invited(Role.VIEWER, "Ben"), ana.id());
        Organizer ben = granted(organizers.redeem(code, by(BEN), "u2", NOON));
        organizers.remove(ben.id(), ana.id(), NOON);

        assertThat(organizers.redeem(code, by(BEN), "u3", NOON)).isEqualTo(refused(OrganizerRefusal.UNKNOWN_CODE));
    }

    @Test
    void anOrganizerCanBeRenamedByThemselvesOrAnAdmin() {
        Organizer ana = claim(ANA, "Ana");
        OneTimeCode code = invite(new Grant.Invited(Role.VIEWER, "Ben"), ana.id());
        Organizer ben = granted(organizers.redeem(code, by(BEN), "u2", NOON));

        assertThat(organizers.rename(ben.id(), "Benjamin", ben.id(), NOON)).isEmpty();
        assertThat(organizers.rename(ben.id(), "Ana", ana.id(), NOON)).contains(OrganizerRefusal.NAME_TAKEN);
        assertThat(organizers.rename(ana.id(), "Anna", ben.id(), NOON)).contains(OrganizerRefusal.NOT_ALLOWED);
        assertThat(organizers.of(BEN))
                .hasValueSatisfying(now -> assertThat(now.name()).isEqualTo("Benjamin"));
    }

    @Test
    void theTrailTellsWhoDidWhatToWhom() {
        Organizer ana = claim(ANA, "Ana");
        OneTimeCode code = invite(new Grant.Invited(Role.VIEWER, "Ben"), ana.id());
        Organizer ben = granted(organizers.redeem(code, by(BEN), "u2", NOON));
        organizers.rename(ben.id(), "Benjamin", ana.id(), NOON);
        organizers.remove(ben.id(), ana.id(), NOON);

        assertThat(organizers.audit())
                .containsExactly(
                        new AuditEntry(NOON, "Ana", Act.REMOVED, "Benjamin"),
                        new AuditEntry(NOON, "Ana", Act.RENAMED, "Benjamin"),
                        new AuditEntry(NOON, "Ben", Act.JOINED, "Ben"),
                        new AuditEntry(NOON, "Ana", Act.INVITED, "Ben"),
                        new AuditEntry(NOON, "Ana", Act.JOINED, "Ana"),
                        new AuditEntry(NOON, Organizers.OPERATOR, Act.INVITED, "Ana"));
    }

    @Test
    void theTrailTellsWhoSignedInToTheConsole() {
        Organizer ana = claim(ANA, "Ana");
        organizers.enteredConsole(ana.id(), NOON);
        organizers.enteredConsole("nobody", NOON);

        assertThat(organizers.audit())
                .startsWith(
                        new AuditEntry(NOON, "Ana", Act.ENTERED_CONSOLE, "Ana"),
                        new AuditEntry(NOON, "Ana", Act.JOINED, "Ana"));
    }

    @Test
    void ofManyWhoTypeOneCodeAtOnceOneGetsIt() throws Exception {
        OneTimeCode code = invite(new Grant.FirstAdmin("Ana"), Organizers.OPERATOR);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Redemption>> tries = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Person person = new Person("paper", "p" + i);
            tries.add(() -> organizers.redeem(code, by(person), person.id(), NOON));
        }
        List<Redemption> outcomes = new ArrayList<>();
        try {
            for (var done : threads.invokeAll(tries)) {
                outcomes.add(done.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(outcomes)
                .filteredOn(each -> each instanceof Redemption.Granted)
                .hasSize(1);
        assertThat(organizers.all()).hasSize(1);
    }

    private Organizer claim(Person person, String name) {
        return granted(
                organizers.redeem(invite(new Grant.FirstAdmin(name), Organizers.OPERATOR), by(person), "claim", NOON));
    }

    private OneTimeCode invite(Grant grant, String by) {
        OneTimeCode code = code();
        assertThat(organizers.invite(code, grant, by, NOON)).isEmpty();
        return code;
    }

    private OneTimeCode code() {
        return OneTimeCode.random(random);
    }

    private static Organizer granted(Redemption redemption) {
        assertThat(redemption).isInstanceOf(Redemption.Granted.class);
        return ((Redemption.Granted) redemption).organizer();
    }

    private static Redemption refused(OrganizerRefusal why) {
        return new Redemption.Refused(why);
    }
}
