package org.campaignbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Address;
import org.campaignbot.sending.SendOutcome;
import org.campaignbot.testkit.RecordingOperator;
import org.campaignbot.testkit.telegram.Button;
import org.campaignbot.testkit.telegram.Call;
import org.campaignbot.testkit.telegram.FakeBotApi;
import org.campaignbot.testkit.telegram.FakeBotSettings;
import org.campaignbot.testkit.telegram.Group;
import org.campaignbot.testkit.telegram.Limits;
import org.campaignbot.testkit.telegram.Person;
import org.campaignbot.testkit.telegram.SentMessage;
import org.campaignbot.testkit.telegram.Talk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramChannelTest {

    private final FakeBotApi server = FakeBotApi.start(FakeBotSettings.DEFAULTS.withLimits(Limits.NONE));
    private final RecordingOperator operator = new RecordingOperator();
    private final TelegramBot bot = Bots.polling(server, operator);
    private final Talk talk = server.talk(Person.of(77));
    private final Address chat = new Address("telegram", "7000000001", "77", null);

    TelegramChannelTest() {
        talk.says("Hi");
    }

    @AfterEach
    void end() {
        assertThat(server.violations()).isEmpty();
        bot.close();
        server.close();
    }

    static Message message(String text, Choice... choices) {
        return new Message(RichText.of(text), List.of(choices), Visibility.EVERYONE, null, null, false, false);
    }

    private static final Choice YES = new Choice.Press("Yes", "call", "ready", "yes");

    private SendOutcome send(Message message) {
        return bot.channel().send(chat, Bots.PERSON, message, null);
    }

    private long count(TelegramCount telegramCount) {
        return bot.counts().getOrDefault(telegramCount.title(), -1L);
    }

    @Test
    void whatOrganizersAreShownIsWhatLeaves() {
        Message message =
                message("Read <this> & *that*.", YES, new Choice.Open("Page", URI.create("https://example.org")));
        send(message);
        Call call = server.log().calls().get(server.log().calls().size() - 1);
        assertThat(bot.channel().payloads(message))
                .containsExactly(call.raw().replace("\"chat_id\":\"77\"", "\"chat_id\":\"0\""));
    }

    @Test
    void aMessageShowsItsTextItsMarksAndItsButtonsWithoutPreview() {
        RichText text = new RichText(List.of(new Block.Paragraph(List.of(
                new Span.Strong(List.of(new Span.Plain("Read"))),
                new Span.Plain(" "),
                new Span.Link("the bill", URI.create("https://example.org/bill"))))));
        Message message = new Message(
                text,
                List.of(YES, new Choice.Open("Page", URI.create("https://example.org"))),
                Visibility.EVERYONE,
                null,
                null,
                false,
                false);
        assertThat(send(message)).isInstanceOf(SendOutcome.Sent.class);
        SentMessage shown = server.lastShown(77);
        assertThat(shown.text()).isEqualTo("Read the bill");
        assertThat(shown.entities()).extracting(entity -> entity.type()).containsExactly("bold", "text_link");
        assertThat(shown.labels()).containsExactly("Yes", "Page");
        assertThat(shown.buttons().get(0).get(0).value()).isEqualTo("call/ready/yes");
        Call call = server.log().calls("sendMessage").get(0);
        assertThat(call.raw()).contains("\"link_preview_options\":{\"is_disabled\":true}");
        assertThat(call.raw()).doesNotContain("allow_paid_broadcast");
    }

    @Test
    void aPageOpensInTelegramInPrivateAndInTheBrowserFromAGroup() {
        Message message = message(
                "Here.",
                new Choice.Open("Open", URI.create("https://example.org/link"), URI.create("https://example.org/app")));
        assertThat(send(message)).isInstanceOf(SendOutcome.Sent.class);
        assertThat(server.lastShown(77).buttons())
                .containsExactly(List.of(new Button("Open", "web_app", "https://example.org/app")));
        server.talk(Person.of(77), Group.supergroup(-1001)).says("Hi");
        bot.channel().send(new Address("telegram", "7000000001", "-1001", null), Bots.PERSON, message, null);
        assertThat(server.lastShown(-1001).buttons())
                .containsExactly(List.of(new Button("Open", "url", "https://example.org/link")));
    }

    @Test
    void aLaterMessageTakesThePlaceOfTheOneItReplaces() {
        send(message("Which?", YES));
        String first = Long.toString(server.lastShown(77).id());
        assertThat(bot.channel().send(chat, Bots.PERSON, message("That one.", YES), first))
                .isInstanceOf(SendOutcome.Sent.class);
        assertThat(server.shown(77)).extracting(SentMessage::text).containsExactly("That one.");
        assertThat(bot.channel().send(chat, Bots.PERSON, message("That one.", YES), first))
                .as("the same once more")
                .isInstanceOf(SendOutcome.Sent.class);
        assertThat(bot.channel().send(chat, Bots.PERSON, message("No more to choose."), first))
                .isInstanceOf(SendOutcome.Sent.class);
        assertThat(server.lastShown(77).labels()).isEmpty();
    }

    @Test
    void whatCannotBeReplacedAnyMoreComesBelow() {
        assertThat(bot.channel().send(chat, Bots.PERSON, message("Below."), "4242"))
                .isInstanceOf(SendOutcome.Sent.class);
        long persons = talk.lastMessageId();
        talk.says("mine");
        assertThat(bot.channel().send(chat, Bots.PERSON, message("Below, too."), Long.toString(persons)))
                .isInstanceOf(SendOutcome.Sent.class);
        assertThat(bot.channel().send(chat, Bots.PERSON, message("No number."), "not-a-number"))
                .isInstanceOf(SendOutcome.Sent.class);
        assertThat(server.shown(77))
                .extracting(SentMessage::text)
                .containsExactly("Below.", "Below, too.", "No number.");
        assertThat(count(TelegramCount.EDIT_IN_VAIN)).isEqualTo(2);
    }

    @Test
    void markupThatTelegramDoesNotTakeIsSentOnceWithoutIt() {
        server.faults()
                .next(1)
                .of("sendMessage")
                .answer(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 1");
        Message bold = Message.of(
                new RichText(List.of(new Block.Paragraph(List.of(new Span.Strong(List.of(new Span.Plain("a < b"))))))));
        assertThat(send(bold)).isInstanceOf(SendOutcome.Sent.class);
        assertThat(server.lastShown(77).text()).isEqualTo("a < b");
        assertThat(server.lastShown(77).entities()).isEmpty();
        assertThat(count(TelegramCount.SENT_PLAIN)).isEqualTo(1);
    }

    @Test
    void whoeverHasBlockedTheBotIsGone() {
        talk.blocks();
        assertThat(send(message("Hello?"))).isInstanceOf(SendOutcome.Gone.class);
        assertThat(bot.channel()
                        .send(new Address("telegram", "7000000001", "78", null), Bots.PERSON, message("Hello?"), null))
                .isInstanceOf(SendOutcome.Gone.class);
        assertThat(count(TelegramCount.SEND_GONE)).isEqualTo(2);
    }

    @Test
    void aGroupThatBecameASupergroupHasMoved() {
        Person member = Person.of(77);
        server.talk(member, Group.basic(-900)).says("/help");
        server.group(Group.basic(-900), member).upgradesTo(Group.supergroup(-1000900));
        assertThat(bot.channel()
                        .send(new Address("telegram", "7000000001", "-900", null), Bots.PERSON, message("Hi"), null))
                .isEqualTo(new SendOutcome.Moved("-1000900"));
    }

    @Test
    void anAnswerToATopicGoesIntoIt() {
        Talk topic = server.talk(Person.of(77), Group.forum(-1000901)).inThread(5);
        topic.says("/help");
        Address address = new Address("telegram", "7000000001", "-1000901", "5");
        assertThat(bot.channel().send(address, Bots.PERSON, message("Here."), null))
                .isInstanceOf(SendOutcome.Sent.class);
        assertThat(server.lastShown(-1000901).thread()).isEqualTo(5);
    }

    @Test
    void whatIsForOnePersonIsNotSaidInAGroup() {
        server.talk(Person.of(77), Group.supergroup(-1000902)).says("/help");
        Message personal =
                new Message(RichText.of("Your district"), List.of(), Visibility.ONLY_YOU, null, null, false, false);
        assertThat(bot.channel()
                        .send(new Address("telegram", "7000000001", "-1000902", null), Bots.PERSON, personal, null))
                .isInstanceOf(SendOutcome.Refused.class);
        assertThat(server.log().calls("sendMessage")).isEmpty();
        assertThat(send(personal)).isInstanceOf(SendOutcome.Sent.class);
    }

    @Test
    void telegramsWaitIsKeptAndItsFailuresLeaveTheFateUnknown() {
        server.faults().next(1).of("sendMessage").tooManyRequests(7);
        assertThat(send(message("a")))
                .isEqualTo(new SendOutcome.Wait(Duration.ofSeconds(7), SendOutcome.Scope.ACCOUNT));
        server.faults().next(1).of("sendMessage").badGateway();
        assertThat(send(message("b"))).isInstanceOf(SendOutcome.Unknown.class);
        server.faults().next(1).of("sendMessage").internalError();
        assertThat(send(message("c"))).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void anAnswerThatIsLostLeavesTheFateUnknownAndIsNotAskedForAgain() {
        server.faults().next(1).of("sendMessage").loseAnswer();
        assertThat(send(message("once"))).isInstanceOf(SendOutcome.Unknown.class);
        server.faults().next(1).of("sendMessage").cutAnswer();
        assertThat(send(message("twice"))).isInstanceOf(SendOutcome.Unknown.class);
        server.faults().next(1).of("sendMessage").closeUnprocessed();
        assertThat(send(message("thrice"))).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(server.shown(77)).extracting(SentMessage::text).containsExactly("once", "twice");
    }

    @Test
    void aServerThatCannotBeReachedIsLeftAloneForASecond() {
        server.close();
        assertThat(send(message("a")))
                .isEqualTo(new SendOutcome.Wait(Duration.ofSeconds(1), SendOutcome.Scope.ACCOUNT));
    }

    @Test
    void aRefusedTokenIsToldOnceAndThatItIsTakenAgainAsWell() {
        server.faults().next(2).of("sendMessage").answer(401, "Unauthorized");
        SendOutcome wait = new SendOutcome.Wait(Duration.ofMinutes(1), SendOutcome.Scope.ACCOUNT);
        assertThat(send(message("a"))).isEqualTo(wait);
        assertThat(send(message("a"))).isEqualTo(wait);
        assertThat(operator.told()).containsExactly(TelegramTrouble.TOKEN_REFUSED);
        assertThat(send(message("a"))).isInstanceOf(SendOutcome.Sent.class);
        assertThat(operator.over()).containsExactly(TelegramTrouble.TOKEN_REFUSED);
    }

    @Test
    void anOperatorWhoCannotBeToldLosesNoMessage() {
        try (TelegramBot untold = Bots.polling(server, trouble -> {
            throw new IllegalStateException("the disk is full");
        })) {
            server.faults().next(1).of("sendMessage").answer(401, "Unauthorized");
            assertThat(untold.channel().send(chat, Bots.PERSON, message("a"), null))
                    .isInstanceOf(SendOutcome.Wait.class);
        }
    }

    @Test
    void aMessageWithoutAWordIsRefusedHere() {
        assertThat(send(Message.of(RichText.EMPTY))).isInstanceOf(SendOutcome.Refused.class);
        assertThat(send(message(" \n "))).isInstanceOf(SendOutcome.Refused.class);
        assertThat(server.log().calls()).isEmpty();
    }

    @Test
    void aPersonsMessageIsErasedAndWhatCannotBeIsOnlyCounted() {
        long mine = talk.lastMessageId();
        bot.channel().erase(chat, Long.toString(mine));
        assertThat(server.isPresent(77, mine)).isFalse();
        bot.channel().erase(chat, Long.toString(mine));
        bot.channel().erase(chat, "not-a-number");
        assertThat(count(TelegramCount.ERASED)).isEqualTo(1);
        assertThat(count(TelegramCount.NOT_ERASED)).isEqualTo(2);
    }

    @Test
    void surfacesTellGroupsFromPrivateChats() {
        Address group = new Address("telegram", "7000000001", "-9", null);
        assertThat(bot.channel().isGroup(group)).isTrue();
        assertThat(bot.channel().isGroup(chat)).isFalse();
        assertThat(bot.channel().surface(chat).asksLocation()).isTrue();
        assertThat(bot.channel().surface(group).asksLocation()).isFalse();
        assertThat(bot.channel().surface(group).onlyYou()).isFalse();
    }
}
