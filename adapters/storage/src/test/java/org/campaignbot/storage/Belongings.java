package org.campaignbot.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.campaignbot.alert.sending.AlertRun;
import org.campaignbot.alert.sending.Recipients;
import org.campaignbot.alert.sending.Recipients.Enlisted;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.State;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.OrganizerRefusal;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Redemption;
import org.campaignbot.organizers.Role;
import org.campaignbot.party.Party;
import org.campaignbot.party.Party.Score;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.sending.Account;
import org.campaignbot.sending.Outgoing;
import org.campaignbot.sending.RateLimits;
import org.campaignbot.sending.SharedRateLimits.Need;
import org.campaignbot.subscriptions.Subscription;
import org.campaignbot.testkit.DeskCardsContract;
import org.campaignbot.testkit.Fixtures;
import org.campaignbot.timers.Timer;
import org.campaignbot.update.EffectResults;

/** Everything a database can store about one workspace in which two people have talked to the bot. */
record Belongings(Account account) {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    static Belongings of(String team) {
        return new Belongings(new Account("paper", team));
    }

    ConversationKey ana() {
        return conversation("ana");
    }

    ConversationKey ben() {
        return conversation("ben");
    }

    ConversationKey conversation(String name) {
        return new ConversationKey(address(name), new Person("paper", account.name() + "/" + name));
    }

    private Address address(String chat) {
        return new Address(account.channel(), account.name(), chat, null);
    }

    private String id(String what) {
        return account.name() + "-" + what;
    }

    void fill(Database database) {
        database.conversations()
                .commit(List.of(Fixtures.firstTurn(ana(), id("u1")), Fixtures.firstTurn(ben(), id("u2"))));
        database.outbox().add(List.of(ownWords()));
        database.heldFacts()
                .hold(ana(), Map.of("zip", new State.Held(new Value.Text("10025"), Fixtures.NOON.plusSeconds(60))));
        database.subscriptions().subscribe(new Subscription(ana(), "1", Fixtures.NOON, Language.ENGLISH, ZONE, "NY"));
        alert(database);
        for (String flow : List.of("call", "learn")) {
            database.timers().set(new Timer(new Timer.Id(ben(), 1, 0), flow, Fixtures.NOON, ZONE));
        }
        database.answers().add(new EffectResults.Answer(id("answer"), ana(), new Event.Answered("flow", Map.of())));
        database.parties().save(party(id("over"), "hall").end());
        database.parties().save(party(id("running"), "club"));
        database.blocks().mute(ben().person(), address("club"), Organizers.OPERATOR, Fixtures.NOON);
        signIn(database.organizers());
        database.deskChats().note("o1", ben());
        database.deskCards().save(DeskCardsContract.card(id("card"), ben()));
        database.pace().resumeNotBefore(account, Fixtures.NOON.plusSeconds(60));
        Need need = new Need(new RateLimits.Limit(30, Duration.ofSeconds(1)), 0, 1);
        database.pace().refresh(account, need, need);
    }

    /** Ana signs in as an organizer; her role stays when the account goes. */
    private void signIn(Organizers organizers) {
        OneTimeCode code = OneTimeCode.random(new Random(organizers.audit().size()));
        String name = id("ana") + organizers.all().size();
        Optional<OrganizerRefusal> refusal =
                organizers.invite(code, new Grant.Invited(Role.ORGANIZER, name), Organizers.OPERATOR, Fixtures.NOON);
        if (refusal.isPresent()
                || organizers.redeem(code, ana(), id("code"), Fixtures.NOON) instanceof Redemption.Refused) {
            throw new AssertionError("nobody signed in");
        }
    }

    /** A message in the person's own words, to a chat of this workspace, held in this process's memory. */
    private Outgoing ownWords() {
        Message message =
                new Message(RichText.of("I am Ana."), List.of(), Visibility.EVERYONE, null, null, false, true);
        return new Outgoing(id("letter"), address("club"), ana().person(), Outgoing.Lane.REPLY, message);
    }

    /** An alert that Ana got. */
    private void alert(Database database) {
        Recipients recipients = database.recipients();
        String alert = id("vote");
        List<Enlisted> ana = database.subscriptions().page("", Integer.MAX_VALUE).stream()
                .filter(each -> each.account().equals(account.name()))
                .map(each -> new Enlisted(each, Fixtures.NOON))
                .toList();
        recipients.enlist(alert, AlertRun.NOT_BEGUN, null, ana, Fixtures.NOON);
        recipients.close(alert, Recipients.State.WITHHELD, "stopped", 9, Fixtures.NOON);
        recipients.settle(alert, Fixtures.NOON);
    }

    private Party party(String id, String chat) {
        return new Party(
                id,
                "call",
                address(chat),
                "opener's hash",
                Language.SPANISH,
                null,
                null,
                Fixtures.NOON,
                Fixtures.NOON.plus(Duration.ofMinutes(20)),
                Map.of(),
                Map.of(),
                Score.NONE,
                false,
                new Party.Shown(null, "card/1", Score.NONE, false, Instant.EPOCH),
                0);
    }
}
