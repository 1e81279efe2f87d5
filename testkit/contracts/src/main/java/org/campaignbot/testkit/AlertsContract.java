package org.campaignbot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.alert.Actor;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.AlertEntry;
import org.campaignbot.alert.AlertStateMachine;
import org.campaignbot.alert.AlertTransition;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.Draft;
import org.campaignbot.alert.audience.Audience;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.directory.Chamber;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Language;
import org.campaignbot.subscriptions.Subscription;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Alerts}. */
public abstract class AlertsContract {

    private static final Actor SUNFLOWER =
            Actor.of(new Organizer("id-of-sunflower", "Sunflower", Role.ORGANIZER, List.of(), Fixtures.NOON));

    /** Every criterion that an audience can have. */
    private static final Audience EVERY_CRITERION = new Audience(
            List.of(
                    new Criterion.InState(Set.of("NY", "CA")),
                    new Criterion.InDistrict(Set.of("NY-12")),
                    new Criterion.HasChamber(Chamber.SENATE),
                    new Criterion.HasLawmaker(Set.of("S000148")),
                    new Criterion.HasParty(Set.of("Democrat")),
                    new Criterion.OnCommittee(Set.of("SSAP", "SSAP01"))),
            List.of(
                    new Criterion.InLanguage(Set.of(Language.SPANISH)),
                    new Criterion.OnPlatform(Set.of("slack")),
                    new Criterion.OfGroup(Set.of("T0ACME")),
                    new Criterion.Earlier("one", Criterion.Part.DID_NOT_ACT)));

    /** A store without alerts. */
    protected abstract Alerts empty();

    @Test
    void whatIsKeptComesBackAsItWasWithItsTrail() {
        Alerts alerts = empty();
        AlertTransition.Taken drafted = draft("k3x9", EVERY_CRITERION, Fixtures.NOON);
        assertThat(alerts.save(drafted.alert(), drafted.entry())).isTrue();
        assertThat(alerts.find("k3x9")).contains(drafted.alert().version(1));
        assertThat(alerts.trail("k3x9")).containsExactly(drafted.entry());
        assertThat(alerts.find("other")).isEmpty();
        assertThat(alerts.trail("other")).isEmpty();
    }

    @Test
    void aChangeOfWhatWasChangedMeanwhileIsNotKeptAndLeavesNoLine() {
        Alerts alerts = empty();
        keep(alerts, draft("one", Audience.EVERYBODY, Fixtures.NOON));
        Alert seen = alerts.find("one").orElseThrow();
        AlertTransition.Taken stopped =
                (AlertTransition.Taken) AlertStateMachine.stop(seen, SUNFLOWER, Fixtures.NOON.plusSeconds(60));
        AlertTransition.Taken checked = (AlertTransition.Taken)
                AlertStateMachine.check(seen, true, "", SUNFLOWER, Fixtures.NOON.plusSeconds(61));
        assertThat(alerts.save(stopped.alert(), stopped.entry())).isTrue();
        assertThat(alerts.save(checked.alert(), checked.entry())).isFalse();
        assertThat(alerts.find("one").orElseThrow().stage()).isEqualTo(Alert.Stage.STOPPED);
        assertThat(alerts.trail("one"))
                .extracting(AlertEntry::act)
                .containsExactly(AlertEntry.Act.DRAFTED, AlertEntry.Act.STOPPED);
    }

    @Test
    void anIdIsNotGivenTwice() {
        Alerts alerts = empty();
        keep(alerts, draft("one", Audience.EVERYBODY, Fixtures.NOON));
        AlertTransition.Taken again = draft("one", EVERY_CRITERION, Fixtures.NOON);
        assertThat(alerts.save(again.alert(), again.entry())).isFalse();
        assertThat(alerts.trail("one")).hasSize(1);
    }

    @Test
    void aDraftKeepsWhatCannotBeReadAsItWasTyped() {
        Alerts alerts = empty();
        Draft whole = draft("one", Audience.EVERYBODY, Fixtures.NOON).alert().draft();
        Draft draft = new Draft(
                whole.action(),
                whole.topic(),
                whole.words(),
                whole.audience(),
                whole.at(),
                whole.expires(),
                Map.of(Draft.END, "some day", Draft.AUDIENCE, ""));
        keep(alerts, (AlertTransition.Taken)
                AlertStateMachine.draft("one", Alert.Kind.NEW, null, draft, SUNFLOWER, Fixtures.NOON));
        assertThat(alerts.find("one").orElseThrow().draft()).isEqualTo(draft);
    }

    @Test
    void allAreTheLatestFirstAndTheOpenTheEarliestFirst() {
        Alerts alerts = empty();
        keep(alerts, draft("first", Audience.EVERYBODY, Fixtures.NOON));
        keep(alerts, draft("second", Audience.EVERYBODY, Fixtures.NOON.plusSeconds(1)));
        keep(alerts, draft("third", Audience.EVERYBODY, Fixtures.NOON.plusSeconds(2)));
        AlertTransition.Taken stopped = (AlertTransition.Taken)
                AlertStateMachine.stop(alerts.find("second").orElseThrow(), SUNFLOWER, Fixtures.NOON.plusSeconds(3));
        keep(alerts, stopped);
        assertThat(alerts.all()).extracting(Alert::id).containsExactly("third", "second", "first");
        assertThat(alerts.open()).extracting(Alert::id).containsExactly("first", "third");
    }

    /** A draft that expires after three days. */
    public static AlertTransition.Taken draft(String id, Audience audience, Instant now) {
        Draft draft = new Draft(
                "action-call",
                Subscription.ALL,
                Map.of(Language.ENGLISH, "The vote is **near**.", Language.SPANISH, "La votación está **cerca**."),
                audience,
                now.plus(Duration.ofHours(2)),
                now.plus(Duration.ofDays(3)));
        return (AlertTransition.Taken) AlertStateMachine.draft(id, Alert.Kind.NEW, null, draft, SUNFLOWER, now);
    }

    private static void keep(Alerts alerts, AlertTransition.Taken step) {
        assertThat(alerts.save(step.alert(), step.entry())).isTrue();
    }
}
