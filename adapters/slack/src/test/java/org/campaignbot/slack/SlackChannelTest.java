package org.campaignbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.message.Visibility;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.people.Address;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.blocks.Mrkdwn;
import org.campaignbot.slack.workspace.SlackAddresses;
import org.campaignbot.testkit.slack.Call;
import org.campaignbot.testkit.slack.Delivery;
import org.campaignbot.testkit.slack.SentMessage;
import org.campaignbot.testkit.slack.Talk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackChannelTest {

    private final Stage stage = Stage.http();
    private final ConversationKey own = SlackAddresses.own(Stage.TEAM, Stage.ANA.id());
    private final ConversationKey everyone = SlackAddresses.everyone(Stage.TEAM, Stage.GENERAL.id(), null);

    @AfterEach
    void end() {
        assertThat(stage.slack.violations()).isEmpty();
        stage.close();
    }

    private SendOutcome send(ConversationKey to, Message message, @Nullable String replaces) {
        return stage.bot.channel().send(to.address(), to.person(), message, replaces);
    }

    private SendOutcome sendOwn(Message message) {
        return send(own, message, null);
    }

    /** Ana's conversation in the channel. */
    private ConversationKey inChannel() {
        return new ConversationKey(everyone.address(), own.person());
    }

    private Talk anaInChannel() {
        return stage.acme.talk(Stage.ANA, Stage.GENERAL);
    }

    private Talk benInChannel() {
        return stage.acme.talk(Stage.BEN, Stage.GENERAL);
    }

    private void botJoins() {
        stage.acme.invitesBot(Stage.BEN, Stage.GENERAL);
    }

    @Test
    void whatOrganizersAreShownIsWhatLeaves() {
        Message message = new Message(
                RichText.of("Read <this> & *that*."),
                List.of(Stage.YES, new Choice.Open("Page", URI.create("https://example.org"))),
                Visibility.EVERYONE,
                null,
                null,
                false,
                false);
        sendOwn(message);
        List<Call> calls = stage.slack.log().calls();
        JsonObject left =
                JsonParser.parseString(calls.get(calls.size() - 1).raw()).getAsJsonObject();
        left.addProperty("channel", "D0");
        assertThat(stage.bot.channel().payloads(message))
                .map(JsonParser::parseString)
                .containsExactly(left);
    }

    @Test
    void aMessageShowsItsTextItsMarksAndItsButtonsWithoutPreview() {
        RichText text = new RichText(List.of(new Block.Paragraph(List.of(
                new Span.Strong(List.of(new Span.Plain("Read"))),
                new Span.Plain(" "),
                new Span.Link("the bill", URI.create("https://example.org/bill"))))));
        Message message = new Message(
                text,
                List.of(Stage.YES, new Choice.Open("Page", URI.create("https://example.org"))),
                Visibility.EVERYONE,
                null,
                null,
                false,
                false);
        assertThat(sendOwn(message)).isInstanceOf(SendOutcome.Sent.class);
        SentMessage shown = stage.ana.lastShown();
        assertThat(shown.text()).contains("Read the bill");
        assertThat(shown.fallback()).isEqualTo("Read the bill (https://example.org/bill)");
        assertThat(shown.labels()).containsExactly("Yes", "Page");
        Call call = stage.slack.log().calls("chat.postMessage").get(0);
        assertThat(call.raw()).contains("\"unfurl_links\":false").contains("\"unfurl_media\":false");
    }

    @Test
    void aOneTimeCodeIsReadFromEveryForm() {
        OneTimeCode code = OneTimeCode.random(new Random(1));
        botJoins();
        for (String form : List.of("", "claim ", "/claim ", "@campaign ", "@campaign /claim ")) {
            assertThat(code(stage.ana.says(form + code.text()))).contains(code);
            String mentioned = "<@" + stage.acme.botUser() + "> " + form + code.text();
            assertThat(OneTimeCode.typed(Mrkdwn.typed(Mrkdwn.without(stage.acme.botUser(), mentioned))))
                    .contains(code);
        }
        for (String form : List.of("", "claim ", "/claim ")) {
            assertThat(code(anaInChannel().mentions(form + code.text()))).contains(code);
            assertThat(code(stage.ana.command("/campaign", form + code.text()))).contains(code);
        }
    }

    private Optional<OneTimeCode> code(Delivery delivery) {
        return OneTimeCode.typed(((Event.Typed) stage.taken(delivery).event()).text());
    }

    @Test
    void thePersonsOwnChatIsOpenedOnce() {
        sendOwn(Stage.message("One"));
        sendOwn(Stage.message("Two"));
        assertThat(stage.slack.log().count("conversations.open")).isEqualTo(1);
        assertThat(stage.ana.shownByBot()).extracting(SentMessage::text).containsExactly("One", "Two");
    }

    @Test
    void aChatThatWroteNeedsNotBeOpened() {
        stage.taken(stage.ana.says("Hello"));
        sendOwn(Stage.message("One"));
        assertThat(stage.slack.log().count("conversations.open")).isZero();
    }

    @Test
    void aLaterMessageTakesThePlaceOfAnEarlierOne() {
        SendOutcome.Sent sent = (SendOutcome.Sent) sendOwn(Stage.message("Ready?", Stage.YES));
        assertThat(send(own, Stage.message("Go!"), sent.message())).isEqualTo(sent);
        assertThat(stage.ana.shownByBot()).extracting(SentMessage::text).containsExactly("Go!");
        assertThat(stage.ana.lastShown().labels()).isEmpty();
    }

    @Test
    void whereTheEarlierOneIsGoneItComesBelow() {
        assertThat(send(own, Stage.message("Go!"), "1700000000.000100")).isInstanceOf(SendOutcome.Sent.class);
        assertThat(stage.ana.lastShown().text()).isEqualTo("Go!");
        assertThat(stage.count(SlackCount.EDIT_IN_VAIN)).isEqualTo(1);
    }

    @Test
    void inAChannelOnlyThePersonSeesTheirConversation() {
        Talk ana = anaInChannel();
        Talk ben = benInChannel();
        botJoins();
        assertThat(send(inChannel(), Stage.message("For you", Stage.YES), null)).isEqualTo(new SendOutcome.Sent());
        assertThat(ana.lastShown().ephemeral()).isTrue();
        assertThat(ben.shownByBot()).isEmpty();
    }

    @Test
    void aMessageOfTheChannelsOwnConversationIsSeenByEveryone() {
        Talk ben = benInChannel();
        botJoins();
        SendOutcome.Sent sent = (SendOutcome.Sent) send(everyone, Stage.message("A call party"), null);
        assertThat(ben.lastShown().text()).isEqualTo("A call party");
        assertThat(send(everyone, Stage.message("It is over"), sent.message())).isEqualTo(sent);
        assertThat(ben.lastShown().text()).isEqualTo("It is over");
    }

    @Test
    void whatIsForOnePersonIsNeverPostedForEveryone() {
        botJoins();
        Message personal =
                new Message(RichText.of("Your senator"), List.of(), Visibility.ONLY_YOU, null, null, false, false);
        assertThat(send(everyone, personal, null)).isInstanceOf(SendOutcome.Refused.class);
        assertThat(stage.slack.log().count("chat.postMessage")).isZero();
    }

    @Test
    void whatIsSaidBelowAMessageStandsInItsThread() {
        Talk ana = anaInChannel();
        botJoins();
        String ts = ((SendOutcome.Sent) send(everyone, Stage.message("A call party"), null)).message();
        Address below = stage.bot.channel().below(everyone.address(), String.valueOf(ts));
        ConversationKey thread = new ConversationKey(below, stage.bot.channel().everyone(below));
        send(thread, Stage.message("Twelve calls"), null);
        assertThat(ana.inThread(String.valueOf(ts)).lastShown().threadTs()).isEqualTo(ts);
    }

    @Test
    void whereTheBotIsNoMemberTheAnswerGoesToTheCommandAndElseToThePersonDirectly() {
        Talk ana = anaInChannel();
        stage.taken(ana.command("/campaign", "help"));
        assertThat(send(inChannel(), Stage.message("Here is help"), null)).isEqualTo(new SendOutcome.Sent());
        assertThat(ana.lastShown().text()).isEqualTo("Here is help");
        assertThat(ana.lastShown().ephemeral()).isTrue();
        for (int i = 0; i < 4; i++) {
            send(inChannel(), Stage.message("More " + i), null);
        }
        assertThat(stage.count(SlackCount.SENT_BY_RESPONSE)).isEqualTo(5);
        assertThat(send(inChannel(), Stage.message("The sixth"), null)).isEqualTo(new SendOutcome.Sent());
        assertThat(stage.ana.lastShown().text()).isEqualTo("The sixth");
    }

    @Test
    void aChannelThatTheBotLeftIsGone() {
        anaInChannel();
        assertThat(send(everyone, Stage.message("An alert"), null)).isEqualTo(new SendOutcome.Gone("not_in_channel"));
        botJoins();
        stage.acme.archives(Stage.GENERAL);
        assertThat(send(everyone, Stage.message("An alert"), null)).isEqualTo(new SendOutcome.Gone("is_archived"));
    }

    @Test
    void anAnswerThatGetsLostIsUnknownAndNothingIsSentTwice() {
        sendOwn(Stage.message("Hello"));
        stage.slack.faults().next(1).of("chat.postMessage").loseAnswer();
        assertThat(sendOwn(Stage.message("Once"))).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(stage.ana.shownByBot()).extracting(SentMessage::text).containsExactly("Hello", "Once");
    }

    @Test
    void whereOnlyTheChatCouldNotBeOpenedItIsTriedAgain() {
        stage.slack.faults().next(1).of("conversations.open").loseAnswer();
        assertThat(sendOwn(Stage.message("Hello"))).isInstanceOf(SendOutcome.Wait.class);
        assertThat(stage.ana.shownByBot()).isEmpty();
        assertThat(sendOwn(Stage.message("Hello"))).isInstanceOf(SendOutcome.Sent.class);
    }

    @Test
    void aLimitOfOneChannelHoldsBackThatChannelAlone() {
        sendOwn(Stage.message("Hello"));
        stage.slack.faults().next(1).of("chat.postMessage").rateLimited(7);
        assertThat(sendOwn(Stage.message("Again")))
                .isEqualTo(new SendOutcome.Wait(Duration.ofSeconds(7), SendOutcome.Scope.CHAT));
    }

    @Test
    void aTokenThatIsTakenBackIsToldToTheOperatorAndTheMessageWaits() {
        sendOwn(Stage.message("Hello"));
        stage.slack.faults().next(1).of("chat.postMessage").error("invalid_auth");
        assertThat(sendOwn(Stage.message("Again"))).isInstanceOf(SendOutcome.Wait.class);
        assertThat(stage.operator.told()).containsExactly(SlackTrouble.TOKEN_REFUSED);
        sendOwn(Stage.message("Again"));
        assertThat(stage.operator.over()).containsExactly(SlackTrouble.TOKEN_REFUSED);
    }

    @Test
    void anotherWorkspacesAddressIsNeverWrittenTo() {
        Address elsewhere = SlackAddresses.own("T0OTHER", Stage.ANA.id()).address();
        assertThat(stage.bot.channel().send(elsewhere, own.person(), Stage.message("Hello"), null))
                .isEqualTo(new SendOutcome.Gone("workspace without the bot"));
        assertThat(stage.slack.log().count("chat.postMessage")).isZero();
    }

    @Test
    void aMessageFullOfButtonsAndTextFits() {
        List<Choice> many = IntStream.range(0, 25)
                .mapToObj(i -> (Choice) new Choice.Press("Choice number " + i, "flow", "step", "answer" + i))
                .toList();
        Message message =
                new Message(RichText.of("<&>".repeat(1000)), many, Visibility.EVERYONE, null, null, false, false);
        assertThat(sendOwn(message)).isInstanceOf(SendOutcome.Sent.class);
        assertThat(stage.ana.lastShown().labels()).hasSize(25);
    }
}
