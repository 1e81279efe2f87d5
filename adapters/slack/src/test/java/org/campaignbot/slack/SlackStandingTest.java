package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignbot.people.GroupMembership;
import org.campaignbot.testkit.slack.Channel;
import org.campaignbot.testkit.slack.Person;
import org.campaignbot.testkit.slack.Person.Guest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether a person belongs to the group in which they write. */
class SlackStandingTest {

    private static final Channel SHARED = Channel.ofShared("C0SHARED", "coalition");
    private static final Person CAT = Person.of("U0CAT");

    private final Stage stage = Stage.http();

    @AfterEach
    void end() {
        stage.close();
    }

    private GroupMembership command(Person person, Channel channel) {
        return stage.taken(stage.acme.talk(person, channel).command("/campaign", "party"))
                .origin()
                .standing();
    }

    @Test
    void aMemberIsToldFromTheTwoKindsOfGuestsWhereverTheyAre() {
        stage.acme.invitesBot(Stage.BEN, Stage.GENERAL);
        assertThat(command(Stage.BEN, Stage.GENERAL)).isEqualTo(GroupMembership.MEMBER);
        assertThat(command(CAT.as(Guest.OF_SOME_CHANNELS), Stage.GENERAL)).isEqualTo(GroupMembership.GUEST);
        Person dan = Person.of("U0DAN").as(Guest.OF_ONE_CHANNEL);
        assertThat(command(dan, Stage.GENERAL)).isEqualTo(GroupMembership.GUEST);
        assertThat(stage.taken(stage.acme.talk(dan).says("party")).origin().standing())
                .isEqualTo(GroupMembership.GUEST);
    }

    @Test
    void aChannelThatOrganizationsShareIsSoForItsOwnMembersToo() {
        assertThat(command(Stage.BEN, SHARED)).isEqualTo(GroupMembership.SHARED);
        assertThat(stage.taken(stage.ben.says("party")).origin().standing()).isEqualTo(GroupMembership.MEMBER);
    }

    @Test
    void aChannelThatTheBotIsNotInIsToldFromOthersUntilItIsInvited() {
        assertThat(command(Stage.BEN, Stage.GENERAL)).isEqualTo(GroupMembership.ABSENT);
        stage.acme.invitesBot(Stage.BEN, Stage.GENERAL);
        assertThat(command(Stage.BEN, Stage.GENERAL)).isEqualTo(GroupMembership.MEMBER);
    }

    @Test
    void slackIsAskedOnceOfAChannelAndAPerson() {
        stage.acme.invitesBot(Stage.BEN, Stage.GENERAL);
        command(Stage.BEN, Stage.GENERAL);
        command(Stage.BEN, Stage.GENERAL);
        assertThat(stage.slack.log().count("conversations.info")).isEqualTo(1);
        assertThat(stage.slack.log().count("users.info")).isEqualTo(1);
    }

    @Test
    void whatSlackDoesNotTellIsUnknownAndNotTakenForAMember() {
        stage.slack.faults().next(1).of("conversations.info").error("fatal_error");
        assertThat(command(Stage.BEN, Stage.GENERAL)).isEqualTo(GroupMembership.UNKNOWN);
        stage.slack.faults().next(1).of("users.info").error("fatal_error");
        assertThat(command(CAT, Channel.ofPublic("C0OTHER", "other"))).isEqualTo(GroupMembership.UNKNOWN);
    }

    @Test
    void aMentionTellsByItselfWhetherTheChannelIsShared() {
        stage.acme.invitesBot(Stage.BEN, SHARED);
        assertThat(stage.taken(stage.acme.talk(Stage.BEN, SHARED).mentions("party"))
                        .origin()
                        .standing())
                .isEqualTo(GroupMembership.SHARED);
        assertThat(stage.slack.log().count("conversations.info")).isZero();
    }
}
