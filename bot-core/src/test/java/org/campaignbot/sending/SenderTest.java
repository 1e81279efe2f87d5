package org.campaignbot.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.campaignbot.people.Address;
import org.campaignbot.sending.DeliveryListener.Ended;
import org.campaignbot.sending.Outgoing.Lane;
import org.campaignbot.sending.SendOutcome.Scope;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What becomes of messages, on a clock that the tests move. */
class SenderTest extends SenderCase {

    @Test
    void whatIsCommittedLeavesInOrderWithoutBeingReadBack() {
        commit(reply("ana", "1"), reply("ben", "2"), reply("ana", "3"));
        time.run();
        assertThat(paper.sent)
                .containsExactlyInAnyOrder("ana: 1", "ben: 2", "ana: 3")
                .containsSubsequence("ana: 1", "ana: 3");
        assertThat(outbox.taken).isZero();
    }

    @Test
    void whatNoTurnSaidLeavesWithoutWaitingForThePoll() {
        time.advance(SECOND.dividedBy(2));
        sender.add(List.of(reply("ana", "a preview")));
        time.run();
        assertThat(paper.sent).containsExactly("ana: a preview");
    }

    @Test
    void theEndsOfAThousandRepliesAreWrittenInAFewTransactions() {
        for (int i = 0; i < 1_000; i++) {
            commit(reply("chat" + i, "hello"));
            time.advance(Duration.ofMillis(1));
        }
        time.advance(SECOND);
        assertThat(ended).hasSize(1_000);
        assertThat(outbox.settlings).isBetween(1, 12);
        assertThat(outbox.claim(10)).isEmpty();
    }

    @Test
    void whatAnEarlierProcessLeftIsFoundAndSent() {
        outbox.add(List.of(reply("ana", "1"), reply("ana", "2")));
        time.advance(SECOND);
        assertThat(paper.sent).containsExactly("ana: 1", "ana: 2");
    }

    @Test
    void moreThanThereIsRoomForComesFromTheOutboxInOrder() {
        Sender narrow = sender(new SendingSettings(4, 3, Duration.ofHours(24), SECOND));
        List<Outgoing> many =
                IntStream.range(0, 50).mapToObj(i -> reply("ana", "" + i)).toList();
        outbox.commit(many);
        narrow.committed(many);
        time.advance(SECOND);
        assertThat(paper.sent)
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "ana: " + i).toList());
        assertThat(outbox.taken).isEqualTo(47);
    }

    @Test
    void urgentHelpOvertakesAReplyThatWaitsInItsOwnChat() {
        paper.answer("ana", UNKNOWN);
        commit(reply("ana", "reply"));
        time.run();
        commit(urgent("ana", "urgent"), reply("ana", "next reply"));
        time.run();
        assertThat(paper.sent).containsExactly("ana: reply", "ana: urgent");
        time.advance(SECOND);
        assertThat(paper.sent).containsExactly("ana: reply", "ana: urgent", "ana: reply", "ana: next reply");
    }

    @Test
    void repliesLeaveBeforeAlertsThatWereThereBefore() {
        paper.answer("ana", new SendOutcome.Wait(SECOND, Scope.ACCOUNT));
        commit(reply("ana", "first"));
        time.run();
        alerts.add(List.of(alert("ana", "alert"), alert("ben", "other alert")));
        time.advance(Duration.ofMillis(500));
        commit(reply("ben", "reply"));
        time.advance(SECOND.multipliedBy(5));
        assertThat(paper.sent)
                .containsSubsequence("ana: first", "ana: first", "ana: alert")
                .containsSubsequence("ben: reply", "ben: other alert")
                .containsSubsequence("ben: reply", "ana: alert");
    }

    @Test
    void aChatThatHasToWaitHoldsUpNobodyElse() {
        paper.answer("ana", new SendOutcome.Wait(Duration.ofMinutes(1), Scope.CHAT));
        commit(reply("ana", "1"), reply("ana", "2"), reply("ben", "3"));
        time.advance(Duration.ofSeconds(59));
        assertThat(paper.sent).containsExactlyInAnyOrder("ana: 1", "ben: 3");
        time.advance(Duration.ofSeconds(3));
        assertThat(paper.sent).endsWith("ana: 1", "ana: 2");
        assertThat(ended)
                .extracting(Ended::status)
                .containsOnly(DeliveryStatus.SENT)
                .hasSize(3);
    }

    @Test
    void anAccountThatHasToWaitIsLeftAloneAndThenAskedByOneMessage() {
        paper.answer("ana", new SendOutcome.Wait(Duration.ofSeconds(30), Scope.ACCOUNT));
        commit(reply("ana", "1"));
        time.run();
        commit(reply("ben", "2"), urgent("cleo", "3"));
        paper.answer("cleo", new SendOutcome.Wait(Duration.ofSeconds(30), Scope.ACCOUNT));
        time.advance(Duration.ofSeconds(29));
        assertThat(paper.sent).hasSize(1);
        time.advance(Duration.ofSeconds(2));
        assertThat(paper.sent).containsExactly("ana: 1", "cleo: 3");
        time.advance(Duration.ofSeconds(29));
        assertThat(paper.sent).hasSize(2);
        time.advance(Duration.ofSeconds(2));
        assertThat(paper.sent).containsExactlyInAnyOrder("ana: 1", "cleo: 3", "cleo: 3", "ana: 1", "ben: 2");
    }

    @Test
    void aPlatformThatCannotBeReachedIsAskedEverMoreSeldom() {
        for (int i = 0; i < 40; i++) {
            paper.answer("ana", new SendOutcome.Wait(Duration.ofMillis(100), Scope.ACCOUNT));
        }
        commit(reply("ana", "1"));
        time.advance(SECOND.multipliedBy(10));
        int inTenSeconds = paper.sent.size();
        assertThat(inTenSeconds).isBetween(4, 7);
        time.advance(Duration.ofMinutes(10));
        assertThat(paper.sent.size() - inTenSeconds).isBetween(10, 24);
        time.advance(Duration.ofMinutes(40));
        assertThat(ended).extracting(Ended::status).containsExactly(DeliveryStatus.SENT);
    }

    @Test
    void aReplyOfUnknownFateIsSentOnceMore() {
        paper.answer("ana", UNKNOWN);
        paper.answer("ben", UNKNOWN, UNKNOWN);
        commit(reply("ana", "1"), reply("ben", "2"));
        time.advance(SECOND.multipliedBy(2));
        assertThat(paper.sent).containsExactlyInAnyOrder("ana: 1", "ana: 1", "ben: 2", "ben: 2");
        assertThat(statuses())
                .containsExactlyInAnyOrder(tuple("1", DeliveryStatus.SENT), tuple("2", DeliveryStatus.UNKNOWN));
    }

    @Test
    void aStoreThatFailsIsAskedWithPauses() {
        int[] asked = {0};
        outbox.beforeSettling = () -> {
            asked[0]++;
            throw new IllegalStateException("the disk is full");
        };
        int[] askedOfAlerts = {0};
        alerts.beforeEach = () -> {
            askedOfAlerts[0]++;
            throw new IllegalStateException("the disk is full");
        };
        alerts.add(List.of(alert("ana", "alert")));
        for (int i = 0; i < 100; i++) {
            commit(reply("chat" + i, "hello"));
            time.advance(Duration.ofMillis(100));
        }
        assertThat(paper.sent).hasSize(100);
        assertThat(asked[0]).isBetween(8, 12);
        assertThat(askedOfAlerts[0]).isBetween(8, 12);
    }

    @Test
    void aShareOfALimitIsAskedForAgainAfterHoweverLongAWait() {
        Duration lease = Duration.ofSeconds(2);
        SharedRateLimits leasing = mock();
        when(leasing.refresh(any(), any(), any()))
                .thenAnswer(call ->
                        new SharedRateLimits.Grant(30, 25, time.instant().plus(lease), Instant.MIN));
        Sender shared = sender(SendingSettings.DEFAULT, leasing);
        paper.answer("ana", new SendOutcome.Wait(Duration.ofMinutes(10), Scope.ACCOUNT));
        List<Outgoing> first = List.of(reply("ana", "1"));
        outbox.commit(first);
        shared.committed(first);
        time.advance(Duration.ofMinutes(12));
        assertThat(paper.sent).containsExactly("ana: 1", "ana: 1");
        clearInvocations(leasing);
        time.advance(Duration.ofHours(1));
        verify(leasing, atMost(129).description("nobody asks for what nobody needs"))
                .refresh(any(), any(), any());
        List<Outgoing> later = List.of(reply("ben", "2"));
        outbox.commit(later);
        shared.committed(later);
        time.run();
        assertThat(paper.sent).endsWith("ben: 2");
    }

    @Test
    void aMessageWhoseClaimRanOutIsNotSentBeforeItIsClaimedAnew() {
        outbox.lease = Duration.ofSeconds(30);
        paper.answer("ana", new SendOutcome.Wait(Duration.ofMinutes(1), Scope.CHAT));
        outbox.add(List.of(reply("ana", "reply"), reply("ana", "other")));
        time.advance(Duration.ofSeconds(59));
        assertThat(outbox.taken).isEqualTo(2);
        time.advance(Duration.ofMinutes(1));
        assertThat(outbox.taken).isEqualTo(4);
        assertThat(paper.sent).containsExactly("ana: reply", "ana: reply", "ana: other");
        assertThat(outbox.ids()).isEmpty();
    }

    @Test
    void anAlertWhoseClaimRanOutIsNotSentBeforeItIsClaimedAgain() {
        alerts.lease = Duration.ofSeconds(30);
        paper.answer("ana", new SendOutcome.Wait(Duration.ofMinutes(1), Scope.CHAT));
        alerts.add(List.of(alert("ana", "alert")));
        time.advance(Duration.ofSeconds(59));
        assertThat(alerts.claimed).containsExactly("alert");
        time.advance(Duration.ofMinutes(1));
        assertThat(alerts.claimed).containsExactly("alert", "alert");
        assertThat(paper.sent).containsExactly("ana: alert", "ana: alert");
        assertThat(alerts.ids()).isEmpty();
    }

    @Test
    void theJournalIsToldWhyAMessageWasRefused() {
        paper.answer("ana", new SendOutcome.Refused("message is too long"));
        commit(reply("ana", "1"), reply("ana", "2"));
        time.advance(SECOND);
        verify(journal).refused("paper", Lane.REPLY, "message is too long");
        verifyNoMoreInteractions(journal, changes);
        assertThat(statuses()).containsExactly(tuple("1", DeliveryStatus.REFUSED), tuple("2", DeliveryStatus.SENT));
    }

    @Test
    void aMessageToAChannelThatIsNotThereEnds() {
        commit(new Outgoing("1", new Address("pigeon", "bot", "ana", null), person("ana"), Lane.REPLY, message("1")));
        time.advance(SECOND);
        assertThat(statuses()).containsExactly(tuple("1", DeliveryStatus.REFUSED));
    }

    @Test
    void whoIsGoneGetsNothingMoreAndIsToldOfOnce() {
        paper.answer("ana", new SendOutcome.Wait(SECOND, Scope.CHAT), new SendOutcome.Gone("blocked"));
        alerts.add(List.of(alert("ana", "alert"), alert("ben", "other alert")));
        time.run();
        commit(reply("ana", "1"), reply("ana", "2"));
        time.advance(SECOND.multipliedBy(3));
        assertThat(paper.sent).containsExactlyInAnyOrder("ana: alert", "ben: other alert", "ana: 1");
        assertThat(statuses())
                .containsExactlyInAnyOrder(
                        tuple("1", DeliveryStatus.GONE),
                        tuple("2", DeliveryStatus.GONE),
                        tuple("alert", DeliveryStatus.GONE),
                        tuple("other alert", DeliveryStatus.SENT));
        verify(changes).gone(argThat(message -> message.to().chat().equals("ana")));
        verifyNoMoreInteractions(journal, changes);
        assertThat(outbox.ids()).isEmpty();
    }

    @Test
    void whatWaitsForAChatFollowsItToItsNewId() {
        paper.answer("group", new SendOutcome.Wait(SECOND, Scope.CHAT), new SendOutcome.Moved("supergroup"));
        alerts.add(List.of(alert("group", "alert")));
        time.run();
        commit(reply("group", "1"), reply("group", "2"));
        commit(reply("supergroup", "3"));
        time.advance(SECOND.multipliedBy(3));
        assertThat(paper.sent)
                .containsSubsequence("group: alert", "group: 1", "supergroup: 1", "supergroup: 2")
                .contains("supergroup: alert", "supergroup: 3")
                .hasSize(6);
        verify(changes).moved(address("group"), address("supergroup"));
        verifyNoMoreInteractions(journal, changes);
        assertThat(ended)
                .extracting(Ended::status)
                .containsOnly(DeliveryStatus.SENT)
                .hasSize(4);
    }

    @Test
    void aMessageFollowsItsChatOnce() {
        paper.answer("group", new SendOutcome.Moved("supergroup"));
        paper.answer("supergroup", new SendOutcome.Moved("group"));
        commit(reply("group", "1"));
        time.advance(SECOND);
        assertThat(paper.sent).containsExactly("group: 1", "supergroup: 1");
        assertThat(statuses()).containsExactly(tuple("1", DeliveryStatus.REFUSED));
    }

    @Test
    void aLongMessageGoesOnWithThePartThatFailed() {
        String text =
                ("first ".repeat(600).strip() + ". " + "second ".repeat(600).strip() + ".");
        paper.answer("ana", new SendOutcome.Sent(), UNKNOWN);
        Outgoing outgoing =
                new Outgoing("long", address("ana"), person("ana"), Lane.REPLY, message(text), "menu-7", "typed-8");
        commit(outgoing, reply("ana", "after"));
        time.advance(SECOND);
        List<String> parts =
                paper.sent.stream().map(each -> each.substring(0, 10)).toList();
        assertThat(paper.sent).hasSizeGreaterThan(3).endsWith("ana: after");
        assertThat(paper.sent.get(2)).isEqualTo(paper.sent.get(1));
        assertThat(paper.sent.stream().distinct()).hasSize(paper.sent.size() - 1);
        assertThat(parts.get(0)).isEqualTo("ana: first");
        assertThat(paper.sent.get(0)).endsWith("instead of menu-7");
        assertThat(paper.sent.stream().filter(each -> each.endsWith("menu-7"))).hasSize(1);
        assertThat(paper.erased).containsExactly("typed-8");
        assertThat(statuses()).containsExactly(tuple("long", DeliveryStatus.SENT), tuple("after", DeliveryStatus.SENT));
    }

    @Test
    void aChannelThatThrowsHoldsUpNobodyAndTheJournalHearsNoWordOfIt() {
        paper.answer("ana", () -> {
            throw new IllegalArgumentException("Obviously Invented, 10001");
        });
        paper.answer("ben", () -> {
            throw new StackOverflowError();
        });
        commit(reply("ana", "1"), reply("ben", "2"), reply("ana", "3"));
        time.advance(SECOND.multipliedBy(2));
        assertThat(ended)
                .extracting(Ended::status)
                .containsOnly(DeliveryStatus.SENT)
                .hasSize(3);
        ArgumentCaptor<String> words = ArgumentCaptor.captor();
        verify(journal, times(2)).failed(words.capture(), words.capture());
        assertThat(words.getAllValues())
                .contains("java.lang.IllegalArgumentException")
                .noneMatch(word -> word.contains("Invented") || word.contains("10001"));
        verifyNoMoreInteractions(journal, changes);
    }

    @Test
    void aReplyThatNobodyCouldBeReachedForIsGivenUpAfterADayAndNotBefore() {
        SendOutcome[] away = IntStream.range(0, 3_000)
                .mapToObj(i -> new SendOutcome.Wait(SECOND, Scope.ACCOUNT))
                .toArray(SendOutcome[]::new);
        paper.answer("ana", away);
        commit(reply("ana", "1"));
        time.advance(Duration.ofHours(23).plusMinutes(58));
        assertThat(ended).isEmpty();
        int tries = paper.sent.size();
        time.advance(Duration.ofMinutes(4));
        assertThat(statuses()).containsExactly(tuple("1", DeliveryStatus.EXPIRED));
        assertThat(paper.sent.size() - tries).isLessThan(9);
    }

    @Test
    void whatCannotLeaveBeforeTheProcessEndsIsOfferedToOthers() {
        paper.answer("ana", new SendOutcome.Wait(Duration.ofMinutes(1), Scope.CHAT));
        commit(reply("ana", "1"), reply("ana", "2"), reply("ben", "3"));
        time.run();
        sender.close();
        assertThat(outbox.claim(10)).extracting(Outgoing::id).containsExactly("1", "2");
        commit(reply("cleo", "4"));
        time.advance(SECOND);
        assertThat(paper.sent).doesNotContain("cleo: 4");
        assertThat(outbox.claim(10)).extracting(Outgoing::id).containsExactly("4");
    }
}
