package org.campaignbot.web;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Message;
import org.campaignbot.message.RichText;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;

/** One chat on a page: what was said in it, in memory only. Thread-safe. */
public final class WebChat {

    /** How much of a chat is kept: enough to scroll back, and no more than a page can carry. */
    private static final int MOST_ENTRIES = 40;

    private final String name;
    private final String cookie;
    private final Language locale;
    private final String client;
    /** Held by the one request whose turn is being taken, so that a second click waits and finds the first one done. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Deque<Entry> entries = new ArrayDeque<>();
    private volatile Instant lastUsed;
    private volatile boolean hasEnded;
    private long number;
    private String form;

    /**
     * Something said.
     *
     * @param own whether the person said it
     * @param turn the number of its turn
     */
    public record Entry(boolean own, RichText text, List<Choice> choices, long turn) {
        public Entry {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A chat that nothing was said in yet.
     *
     * @param name its name in addresses, which opens nothing
     * @param cookie the secret that its browser shows
     * @param form the secret of the first form
     * @param client the mark of the address that it was begun from, for limits
     */
    WebChat(String name, String cookie, Language locale, String form, String client, Instant now) {
        this.name = name;
        this.cookie = cookie;
        this.locale = locale;
        this.client = client;
        this.form = form;
        this.lastUsed = now;
    }

    String name() {
        return name;
    }

    /** The secret that only its own browser or sign-in knows. */
    public String cookie() {
        return cookie;
    }

    Language locale() {
        return locale;
    }

    String client() {
        return client;
    }

    ReentrantLock turn() {
        return turn;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    void use(Instant now) {
        lastUsed = now;
    }

    /** The conversation's key. */
    ConversationKey conversation() {
        return new ConversationKey(new Address(WebChannel.NAME, "site", name, null), new Person(WebChannel.NAME, name));
    }

    /** The secret that the next form must carry: no other site can know it, and no form counts twice. */
    public synchronized String form() {
        return form;
    }

    /** Whether a form is the one that was shown last; if so, the next one needs another secret. */
    synchronized boolean takes(String shown, String next) {
        if (!shown.equals(form)) {
            return false;
        }
        form = next;
        return true;
    }

    /** Begins a turn with what the person did, in words, and returns its number; nothing is shown for empty words. */
    synchronized long begin(String words) {
        number++;
        if (!words.isEmpty()) {
            add(new Entry(true, RichText.of(words), List.of(), number));
        }
        return number;
    }

    /** Adds what the bot says. */
    synchronized void add(Message message) {
        add(new Entry(false, message.text(), message.choices(), number));
    }

    private void add(Entry entry) {
        if (hasEnded) {
            return;
        }
        if (entries.size() == MOST_ENTRIES) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** Erases everything but the last turn's answer. */
    synchronized void forget() {
        entries.removeIf(each -> each.own() || each.turn() < number);
    }

    /** Erases everything, and takes nothing more. */
    synchronized void end() {
        hasEnded = true;
        entries.clear();
    }

    /**
     * What was said, the oldest first. Only the last turn that has buttons keeps them: after a mere receipt, they're those of the question that
     * still waits.
     */
    public synchronized List<Entry> entries() {
        long asking = entries.stream()
                .filter(each -> !each.choices().isEmpty())
                .mapToLong(Entry::turn)
                .max()
                .orElse(number);
        List<Entry> shown = new ArrayList<>(entries.size());
        for (Entry each : entries) {
            shown.add(each.turn() == asking ? each : new Entry(each.own(), each.text(), List.of(), each.turn()));
        }
        return shown;
    }

    /** The label of a button; empty if there is none such any more. */
    public synchronized String label(String press) {
        for (Entry each : entries) {
            for (Choice choice : each.choices()) {
                if (choice instanceof Choice.Press button && press.equals(Presses.value(button))) {
                    return button.label();
                }
            }
        }
        return "";
    }
}
