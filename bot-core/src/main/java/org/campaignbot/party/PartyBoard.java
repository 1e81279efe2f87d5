package org.campaignbot.party;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.campaignbot.calls.CallReport;
import org.campaignbot.conversation.Engine;
import org.campaignbot.conversation.Event;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Visibility;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.sending.Channel;
import org.campaignbot.sending.DeliveryListener;
import org.campaignbot.sending.Outbox;
import org.campaignbot.sending.Outgoing;

/**
 * Shows parties to their groups, as a card edited in place and a summary at the end, and ends parties whose time is up.
 *
 * <p>A card shows how many joined and how calls went, never who called whom.
 */
public final class PartyBoard implements DeliveryListener {

    /** The flow whose first words are the card; its choices are the titles of {@link #JOIN} and {@link #END}. */
    public static final String CARD = "party-card";

    /** The flow whose first words summarize a party. */
    public static final String SUMMARY = "party-summary";

    /** The flow for joining. */
    public static final String JOIN = "party-join";

    /** The flow for joining an aimed party, which needs no home. */
    public static final String JOIN_AIMED = JOIN + "-aimed";

    /** The flow for ending. */
    public static final String END = "party-end";

    /** The shortest time between two edits of a card; platforms allow about twenty a minute in a group. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    private static final String MESSAGES = "party/";
    private static final String CARDS = "/card/";

    private final Parties parties;
    private final PartyDesk desk;
    private final Supplier<Engine> engine;
    private final Outbox outbox;
    private final Function<String, Channel> channels;
    private final InstantSource clock;

    /**
     * Creates a board.
     *
     * @param channels finds the channel with a given name
     */
    public PartyBoard(
            Parties parties,
            PartyDesk desk,
            Supplier<Engine> engine,
            Outbox outbox,
            Function<String, Channel> channels,
            InstantSource clock) {
        this.parties = parties;
        this.desk = desk;
        this.engine = engine;
        this.outbox = outbox;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * Ends and shows what's due, and returns the number of messages queued; called about once a second. If it isn't 0, the caller
     * must wake the outbox sender.
     *
     * @throws RuntimeException if the store or the pack failed for a party, after all others were handled; a later call retries
     *     it
     */
    public int run() {
        Instant now = clock.instant();
        int messages = 0;
        RuntimeException failed = null;
        for (Party each : parties.open()) {
            try {
                messages += see(each, now);
            } catch (RuntimeException failure) {
                failed = failure;
            }
        }
        if (failed != null) {
            throw failed;
        }
        return messages;
    }

    private int see(Party found, Instant now) {
        Party party = found.isOver() || found.goesOn(now)
                ? found
                : desk.change(found.id(), Party::end).orElse(found);
        return party.isToShow(now, PAUSE) ? show(party.id(), now) : 0;
    }

    private int show(String id, Instant now) {
        // Recorded before it's sent, by one of several processes; the others then leave it alone.
        String name = CARDS + Long.toString(now.toEpochMilli(), Character.MAX_RADIX);
        Party party = desk.change(id, each -> each.isToShow(now, PAUSE) ? each.sending(name, now) : each)
                .orElse(null);
        if (party == null || !name.equals(party.shown().sending())) {
            return 0;
        }
        Channel channel = channels.apply(party.place().channel());
        List<Outgoing> messages = new ArrayList<>();
        messages.add(message(party, channel, party.place(), name, card(party)));
        if (party.isOver()) {
            String card = party.shown().card();
            Address place = card == null ? party.place() : channel.below(party.place(), card);
            messages.add(message(party, channel, place, "/summary", Message.of(words(SUMMARY, party))));
        }
        outbox.add(messages);
        return messages.size();
    }

    private static Outgoing message(Party party, Channel channel, Address place, String name, Message message) {
        return new Outgoing(
                MESSAGES + party.id() + name,
                place,
                channel.everyone(party.place()),
                Outgoing.Lane.REPLY,
                message,
                name.startsWith(CARDS) ? party.shown().card() : null,
                null);
    }

    private Message card(Party party) {
        List<Choice> choices = party.isOver() ? List.of() : List.of(join(party), press(END, party));
        return new Message(words(CARD, party), choices, Visibility.EVERYONE, null, null, false, false);
    }

    private Choice join(Party party) {
        String flow = party.aim() == null ? JOIN : JOIN_AIMED;
        return party.link() == null
                ? press(flow, party)
                : new Choice.Open(
                        title(flow, party.language()),
                        URI.create(party.link() + flow.substring(JOIN.length()) + Event.Opened.INVITES + party.id()));
    }

    private Choice press(String flow, Party party) {
        return new Choice.Press(title(flow, party.language()), flow, Event.Pressed.INVITATION, party.id());
    }

    private String title(String flow, Language language) {
        return engine.get().title(flow, language, clock.instant());
    }

    private RichText words(String flow, Party party) {
        Party.Score score = party.score();
        Map<String, Value> facts = new HashMap<>();
        facts.put("party_state", new Value.Text(party.isOver() ? "over" : "open"));
        facts.put("party_minutes", new Value.Count((int)
                Duration.between(party.opened(), party.ends()).toMinutes()));
        Aim aim = party.aim();
        facts.put("party_aimed", Value.Text.yesNo(aim != null));
        facts.put("party_aim_name", new Value.Text(aim == null ? "" : aim.name()));
        facts.put("party_any", new Value.Text(score.tried() == 0 ? "none" : "some"));
        facts.put("party_joined", new Value.Count(score.joined()));
        facts.put("party_tried", new Value.Count(score.tried()));
        int spoke = score.outcomes().getOrDefault(CallReport.SPOKE, 0);
        int message = score.outcomes().getOrDefault(CallReport.MESSAGE, 0);
        facts.put("party_spoke", new Value.Count(spoke));
        facts.put("party_message", new Value.Count(message));
        facts.put("party_missed", new Value.Count(score.tried() - spoke - message));
        return engine.get().words(flow, facts, party.language(), clock.instant());
    }

    /** Records what became of a card, so that the next one can replace it. */
    @Override
    public void ended(List<Ended> messages) {
        for (Ended each : messages) {
            String id = each.message().id();
            int end = id.startsWith(MESSAGES) ? id.indexOf(CARDS) : -1;
            if (end > 0) {
                desk.change(
                        id.substring(MESSAGES.length(), end), party -> party.sent(id.substring(end), each.sentAs()));
            }
        }
    }
}
