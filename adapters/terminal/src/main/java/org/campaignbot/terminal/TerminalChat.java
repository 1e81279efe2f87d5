package org.campaignbot.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.conversation.Event;
import org.campaignbot.people.Address;
import org.campaignbot.people.Language;
import org.campaignbot.people.Person;
import org.campaignbot.update.Update;
import org.campaignbot.update.UpdateProcessor;
import org.jspecify.annotations.Nullable;

/** Reads lines from a terminal or a pipe and passes them to the update processor until the input ends. */
public final class TerminalChat {

    /** The terminal's only conversation. */
    public static final ConversationKey CONVERSATION = new ConversationKey(
            new Address(TerminalChannel.NAME, "local", "local", null), new Person(TerminalChannel.NAME, "local"));

    private final UpdateProcessor updateProcessor;
    private final Language locale;
    private int received;

    /** A chat that starts in this language. */
    public TerminalChat(UpdateProcessor updateProcessor, Language locale) {
        this.updateProcessor = updateProcessor;
        this.locale = locale;
    }

    /** Opens the conversation; the bot greets. */
    public void greet() {
        take(new Event.Opened(""));
    }

    /**
     * Runs the chat until the input ends; greets first if that hasn't been done.
     *
     * @param in what the person types, one line per turn
     * @param prompt where {@code "> "} is shown before each line, or null for a pipe
     * @throws IOException if the input can't be read
     */
    public void hold(BufferedReader in, @Nullable PrintStream prompt) throws IOException {
        if (received == 0) {
            greet();
        }
        for (String line = next(in, prompt); line != null; line = next(in, prompt)) {
            take(new Event.Typed(line));
        }
        if (prompt != null) {
            prompt.println();
        }
    }

    private static @Nullable String next(BufferedReader in, @Nullable PrintStream prompt) throws IOException {
        if (prompt != null) {
            prompt(prompt);
        }
        return in.readLine();
    }

    /** Shows that a line can be typed, after a message arrived unprompted. */
    public static void prompt(PrintStream out) {
        out.print("\n> ");
        out.flush();
    }

    private void take(Event event) {
        updateProcessor.receive(List.of(new Update(Integer.toString(received++), CONVERSATION, event, locale)));
    }
}
