package org.campaignbot.sending;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.campaignbot.message.Message;
import org.campaignbot.message.Surface;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/** A platform on paper: it records what it's sent, and answers as told. */
public class PaperChannel implements Channel {

    /** What it was sent, as {@code chat: text} with the paragraphs in one line. */
    public final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    final List<String> erased = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Deque<Supplier<SendOutcome>>> answers = new ConcurrentHashMap<>();
    private final RateLimits rateLimits;
    private volatile boolean isAway;

    /** A platform that accepts everything at once. */
    public PaperChannel() {
        this(RateLimits.UNLIMITED);
    }

    PaperChannel(RateLimits rateLimits) {
        this.rateLimits = rateLimits;
    }

    /** What it was sent for one chat. */
    public List<String> of(String chat) {
        String begin = chat + ": ";
        return List.copyOf(sent).stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .toList();
    }

    /** Whether it's unreachable; while it is, nothing arrives and the outcome of a message is unknown. */
    public void setAway(boolean isAway) {
        this.isAway = isAway;
    }

    /** Answers the next sends to a chat like this, and accepts all later ones. */
    public void answer(String chat, SendOutcome... outcomes) {
        for (SendOutcome outcome : outcomes) {
            answer(chat, () -> outcome);
        }
    }

    void answer(String chat, Supplier<SendOutcome> outcome) {
        answers.computeIfAbsent(chat, each -> new ArrayDeque<>()).add(outcome);
    }

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public Surface surface(Address address) {
        return Surface.TIGHTEST;
    }

    @Override
    public RateLimits pace() {
        return rateLimits;
    }

    @Override
    public boolean isGroup(Address address) {
        return address.chat().startsWith("group");
    }

    @Override
    public SendOutcome send(Address address, Person person, Message message, @Nullable String replaces) {
        if (isAway) {
            return new SendOutcome.Unknown("away");
        }
        String text = message.text().visible().replace("\n\n", " ");
        sent.add(address.chat() + ": " + text + (replaces == null ? "" : " instead of " + replaces));
        Supplier<SendOutcome> next =
                answers.getOrDefault(address.chat(), new ArrayDeque<>()).poll();
        return next == null ? new SendOutcome.Sent() : next.get();
    }

    @Override
    public void erase(Address address, String message) {
        erased.add(message);
    }
}
