package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.testkit.slack.Channel;
import org.campaignbot.testkit.slack.Delivery;
import org.campaignbot.testkit.slack.Talk;
import org.campaignbot.update.Origin;
import org.campaignbot.update.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackHttpTest {

    private final Stage stage = Stage.http();

    @AfterEach
    void end() {
        assertThat(stage.slack.violations()).isEmpty();
        stage.close();
    }

    private Talk anaInChannel() {
        return stage.acme.talk(Stage.ANA, Stage.GENERAL);
    }

    @Test
    void aDirectMessageIsThePersonsOwnConversationInTheirLanguage() {
        Update update = stage.taken(stage.ana.says("¿Qué dice <la ley> & por qué? 🗳️"));
        assertThat(update.event()).isEqualTo(new Event.Typed("¿Qué dice <la ley> & por qué? 🗳️"));
        assertThat(update.conversation()).isEqualTo(SlackAddresses.own(Stage.TEAM, "U0ANA"));
        assertThat(update.locale()).isEqualTo(Language.SPANISH);
        assertThat(update.origin()).isEqualTo(Origin.PRIVATE);
    }

    @Test
    void theLanguageIsAskedOnceAndWithoutAnAnswerItIsEnglish() {
        stage.slack.faults().next(1).of("users.info").error("fatal_error");
        assertThat(stage.taken(stage.ana.says("Hola")).locale()).isEqualTo(Language.ENGLISH);
        assertThat(stage.taken(stage.ben.says("One")).locale()).isEqualTo(Language.ENGLISH);
        assertThat(stage.taken(stage.ben.says("Two")).locale()).isEqualTo(Language.ENGLISH);
        assertThat(stage.slack.log().count("users.info")).isEqualTo(1);
        assertThat(stage.count(SlackCount.LANGUAGE_UNKNOWN)).isEqualTo(1);
    }

    @Test
    void aChangedMessageIsAnEdit() {
        stage.taken(stage.ana.says("1001"));
        String ts = stage.ana.shown().get(0).ts();
        assertThat(stage.taken(stage.ana.edits(ts, "10011")).event()).isEqualTo(new Event.Edited("10011"));
    }

    @Test
    void theCommandAloneOpensAndWithWordsSaysThem() {
        Update opened = stage.taken(stage.ana.command("/campaign", ""));
        assertThat(opened.event()).isEqualTo(new Event.Opened(""));
        assertThat(opened.conversation()).isEqualTo(SlackAddresses.own(Stage.TEAM, "U0ANA"));
        assertThat(stage.taken(stage.ana.command("/campaign", "help me")).event())
                .isEqualTo(new Event.Typed("help me"));
    }

    @Test
    void aCommandInAChannelIsHeldThereAndWhatIsPersonalMayGoToThePersonsOwn() {
        Update update = stage.taken(anaInChannel().command("/campaign", "menu"));
        assertThat(update.conversation().address()).isEqualTo(new Address("slack", Stage.TEAM, "C0GENERAL", null));
        assertThat(update.conversation().person()).isEqualTo(SlackAddresses.person(Stage.TEAM, "U0ANA"));
        assertThat(update.origin().group()).isTrue();
        assertThat(update.origin().privately()).isEqualTo(SlackAddresses.own(Stage.TEAM, "U0ANA"));
    }

    @Test
    void aMentionSaysWhatStandsBesideIt() {
        Talk ana = anaInChannel();
        stage.acme.invitesBot(Stage.BEN, Stage.GENERAL);
        Update update = stage.taken(ana.mentions("who is my senator & why?"));
        assertThat(update.event()).isEqualTo(new Event.Typed("who is my senator & why?"));
        assertThat(update.origin().group()).isTrue();
        assertThat(stage.taken(ana.mentions("")).event()).isEqualTo(new Event.Opened(""));
    }

    @Test
    void aPressTellsItsAnswerAndTheMessageThatItWasMadeOn() {
        stage.taken(stage.ana.says("Hi"));
        stage.bot
                .channel()
                .send(
                        SlackAddresses.own(Stage.TEAM, "U0ANA").address(),
                        SlackAddresses.person(Stage.TEAM, "U0ANA"),
                        Stage.message("Ready?", Stage.YES),
                        null);
        Update update = stage.taken(stage.ana.presses("Yes"));
        assertThat(update.event()).isEqualTo(new Event.Pressed("call", "ready", "yes"));
        assertThat(update.origin().pressedOn()).isEqualTo(stage.ana.lastShown().ts());
        assertThat(update.conversation()).isEqualTo(SlackAddresses.own(Stage.TEAM, "U0ANA"));
    }

    @Test
    void aPressOnWhatOnlyOnePersonSeesNamesNoMessage() {
        Talk ana = anaInChannel();
        stage.acme.invitesBot(Stage.BEN, Stage.GENERAL);
        Update asked = stage.taken(ana.command("/campaign", ""));
        stage.bot
                .channel()
                .send(
                        asked.conversation().address(),
                        asked.conversation().person(),
                        Stage.message("Ready?", Stage.YES),
                        null);
        Update update = stage.taken(ana.presses("Yes"));
        assertThat(update.origin().pressedOn()).isNull();
        assertThat(update.conversation()).isEqualTo(asked.conversation());
    }

    @Test
    void everyUpdateHasAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        ids.add(stage.taken(stage.ana.says("One")).id());
        ids.add(stage.taken(stage.ana.says("Two")).id());
        ids.add(stage.taken(stage.ana.command("/campaign", "")).id());
        ids.add(stage.taken(stage.ana.command("/campaign", "")).id());
        assertThat(ids).hasSize(4);
    }

    @Test
    void anEventThatCouldNotBeCommittedComesAgainUnderTheSameId() {
        stage.failures.set(1);
        Delivery delivery = stage.ana.says("Hello");
        assertThat(stage.taken(delivery).id()).isEqualTo(delivery.id());
        assertThat(delivery.attempts().get(0).status()).isEqualTo(503);
        assertThat(stage.operator.told()).containsExactly(SlackTrouble.INTAKE_FAILS);
        assertThat(stage.operator.over()).containsExactly(SlackTrouble.INTAKE_FAILS);
    }

    @Test
    void anAcknowledgementSaysNothing() {
        Delivery delivery = stage.ana.command("/campaign", "").awaitTaken(Stage.SOON);
        assertThat(delivery.attempts().get(0).body()).isEmpty();
    }

    @Test
    void theAddressForEventsEchoesTheChallenge() {
        assertThat(stage.slack.verifiesUrl()).isTrue();
    }

    @Test
    void aDeliveryOfAnotherSecondIsRefused() {
        stage.clock.advance(Duration.ofMinutes(6));
        assertThat(stage.count(SlackCount.REQUEST_WRONG_TIME)).isZero();
        SlackHttp http = stage.bot.http(stage::intake);
        assertThat(http.accept("POST", SlackHttp.EVENTS, null, name -> null, new byte[0])
                        .status())
                .isEqualTo(401);
        assertThat(http.accept("GET", SlackHttp.EVENTS, null, name -> null, new byte[0])
                        .status())
                .isEqualTo(405);
        assertThat(http.accept("POST", "/slack/other", null, name -> null, new byte[0])
                        .status())
                .isEqualTo(404);
        assertThat(http.accept("POST", SlackHttp.EVENTS, null, name -> null, new byte[SlackHttp.LARGEST + 1])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void anotherWorkspaceIsNotAnswered() {
        Delivery delivery = stage.slack
                .workspace("T0OTHER")
                .talk(org.campaignbot.testkit.slack.Person.of("U0EVE"))
                .says("Hello");
        Delivery unused = delivery.awaitTaken(Stage.SOON);
        assertThat(stage.taken).isEmpty();
        assertThat(stage.count(SlackCount.UPDATE_WRONG_WORKSPACE)).isEqualTo(1);
    }

    @Test
    void anEventThatNobodyKnowsYetIsAcknowledged() {
        Delivery unused =
                stage.slack.event(stage.acme, "{\"type\":\"a_new_thing\"}").awaitTaken(Stage.SOON);
        assertThat(stage.count(SlackCount.UPDATE_UNKNOWN_KIND)).isEqualTo(1);
    }

    @Test
    void theWorkspaceIsToldWhenItRemovesTheBot() {
        stage.taken(stage.ana.says("Hello"));
        stage.acme.uninstalls().forEach(each -> {
            Delivery unused = each.awaitTaken(Stage.SOON);
        });
        assertThat(stage.left).contains(Stage.TEAM);
    }

    @Test
    void noBotIsAskedForEachRequestWhoseTokenItIs() {
        for (int i = 0; i < 5; i++) {
            stage.taken(stage.ana.says("Message " + i));
        }
        assertThat(stage.slack.log().count("auth.test")).isEqualTo(1);
    }

    @Test
    void aGroupThatIsNoChannelOfTheBotsStillAnswersItsCommand() {
        Talk ana = stage.acme.talk(Stage.ANA, Channel.ofPrivate("C0SECRET", "secret"));
        assertThat(stage.taken(ana.command("/campaign", "")).origin().group()).isTrue();
    }
}
