package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.organizers.ApiToken;
import org.campaignbot.organizers.ApiTokens;
import org.campaignbot.organizers.ApiTokens.Issued;
import org.campaignbot.organizers.AuditEntry;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Redemption;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link ApiTokens}. */
public abstract class ApiTokensContract {

    private final Random random = new Random(11);
    private final ApiToken secret = ApiToken.random(random);

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Stores stores;

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private String ana;

    /** Both ports over one store. */
    public record Stores(ApiTokens tokens, Organizers organizers) {}

    /** A store without organizers. */
    protected abstract Stores empty();

    @BeforeEach
    void begin() {
        stores = empty();
        join("boss", new Grant.FirstAdmin("Boss"));
        ana = join("ana", new Grant.Invited(Role.ORGANIZER, "Ana"));
    }

    private String join(String person, Grant grant) {
        OneTimeCode code = OneTimeCode.random(random);
        stores.organizers().invite(code, grant, Organizers.OPERATOR, Fixtures.NOON);
        Person who = new Person("paper", person);
        Redemption.Granted granted = (Redemption.Granted) stores.organizers()
                .redeem(
                        code,
                        new ConversationKey(new Address("paper", "bot", person, null), who),
                        person,
                        Fixtures.NOON);
        return granted.organizer().id();
    }

    private Issued issue() {
        return stores.tokens()
                .issue(secret, ana, Role.ORGANIZER, "our CRM", Fixtures.NOON)
                .orElseThrow();
    }

    @Test
    void aTokenStandsForItsOrganizerUntilItIsRevoked() {
        Issued issued = issue();
        assertThat(issued.organizer()).isEqualTo(ana);
        assertThat(issued.purpose()).isEqualTo("our CRM");
        assertThat(stores.tokens().of(secret)).contains(issued);
        assertThat(stores.tokens().of(ApiToken.random(random))).isEmpty();
        assertThat(stores.tokens().all()).containsExactly(issued);
        assertThat(stores.tokens().revoke(issued.id(), Fixtures.NOON)).isTrue();
        assertThat(stores.tokens().of(secret)).isEmpty();
        assertThat(stores.tokens().all()).isEmpty();
        assertThat(stores.tokens().revoke(issued.id(), Fixtures.NOON)).isFalse();
    }

    @Test
    void itNeverMayMoreThanItsOrganizer() {
        assertThat(stores.tokens().issue(secret, ana, Role.ADMIN, "", Fixtures.NOON))
                .isEmpty();
        assertThat(stores.tokens().issue(secret, "nobody", Role.VIEWER, "", Fixtures.NOON))
                .isEmpty();
        assertThat(stores.tokens().all()).isEmpty();
        Issued issued = issue();
        assertThat(issued.within(Role.VIEWER)).isEqualTo(Role.VIEWER);
        assertThat(issued.within(Role.ADMIN)).isEqualTo(Role.ORGANIZER);
    }

    @Test
    void itGoesWithItsOrganizer() {
        issue();
        stores.organizers().remove(ana, Organizers.OPERATOR, Fixtures.NOON);
        assertThat(stores.tokens().of(secret)).isEmpty();
        assertThat(stores.tokens().all()).isEmpty();
    }

    @Test
    void theAuditTrailTellsWhenOneWasMadeAndRevoked() {
        stores.tokens().revoke(issue().id(), Fixtures.NOON);
        assertThat(stores.organizers().audit())
                .startsWith(
                        new AuditEntry(Fixtures.NOON, Organizers.OPERATOR, AuditEntry.Act.TOKEN_REVOKED, "Ana"),
                        new AuditEntry(Fixtures.NOON, Organizers.OPERATOR, AuditEntry.Act.TOKEN_MADE, "Ana"));
    }

    @Test
    void onlyWhatLooksLikeATokenIsOne() {
        assertThat(ApiToken.shown(secret.text())).contains(secret);
        assertThat(secret.text()).startsWith("cbt_").hasSize(47);
        assertThat(secret.toString()).doesNotContain(secret.text());
        for (String other :
                new String[] {"", "cbt_", secret.text() + "x", "x" + secret.text(), "cbt_" + " ".repeat(43)}) {
            assertThat(ApiToken.shown(other)).as(other).isEmpty();
        }
    }
}
