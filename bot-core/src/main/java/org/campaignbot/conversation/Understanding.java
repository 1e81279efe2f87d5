package org.campaignbot.conversation;

import java.util.List;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Reads a free question: a pure, deterministic function over the pack's own content. */
@FunctionalInterface
public interface Understanding {

    /** The most likely meaning of words that answer no question and name no flow. */
    Meaning read(String text, Language language);

    /**
     * The same in the light of what is going on: after a call is asked about, words are likelier to be about that call, and a text
     * that somebody is writing may tell of danger without being a cry.
     */
    default Meaning read(String text, Language language, Context context) {
        return read(text, language);
    }

    /**
     * What is going on as somebody types.
     *
     * @param asking the flow of the waiting question, or of the one beneath if a confirmation waits; empty if none does
     * @param over the flow of the waiting question itself
     * @param isWriting whether that question takes any words, such as a part of a letter
     * @param help the help in danger that the person was just given, so that words are likelier to be about that; empty if none
     */
    record Context(String asking, String over, boolean isWriting, String help) {

        /** The same where no confirmation waits. */
        public Context(String asking, boolean isWriting, String help) {
            this(asking, asking, isWriting, help);
        }

        /** The same where nobody was given help. */
        public Context(String asking, boolean isWriting) {
            this(asking, isWriting, "");
        }

        /** Whether the person was just given help in danger. */
        public boolean isAfterHelp() {
            return !help.isEmpty();
        }
    }

    /** What was understood. */
    sealed interface Meaning {}

    /**
     * Someone may be in danger. If that's sure, it takes precedence over every other reading, limit and closed state.
     *
     * @param to where the help is
     * @param sure whether to show the help at once. If danger is only possible, the words are read by their ordinary meaning, and
     *     one line below the answer leads to the help
     * @param ordinary what the words mean if nobody is in danger; if it's sure, {@link Nothing}, or a part of the help to be said first
     */
    record Urgent(Destination to, boolean sure, Meaning ordinary) implements Meaning {
        /** Danger for sure. */
        public Urgent(Destination to) {
            this(to, true, new Nothing());
        }
    }

    /**
     * One clear meaning.
     *
     * @param isTalk whether it asks for nothing, like a greeting or a story: a place named in the same words counts for more
     * @param isPutOff whether it only says that something isn't done yet; if it names a time, that's when to remind the person
     * @param beside what the same words clearly ask, too, to be answered first; null if they ask one thing
     */
    record Clear(
            Destination to,
            boolean isTalk,
            boolean isPutOff,
            @Nullable Destination beside) implements Meaning {
        /** A question or a wish. */
        public Clear(Destination to) {
            this(to, false, false, null);
        }
    }

    /**
     * A part that clearly says what somebody did, such as how a call went, in words that mean something else or nothing as a whole.
     *
     * @param report where the report is taken
     * @param rest what the other words mean
     */
    record Reported(Destination report, Meaning rest) implements Meaning {}

    /**
     * Words right after help in danger that plainly go on with what was before: "let's get back to the call".
     *
     * @param meaning what they mean where nobody was given help
     */
    record Resumed(Meaning meaning) implements Meaning {}

    /**
     * Words that were typed where a part of a text was asked for, and that were meant for the bot, all or in part: "wait, who reads this".
     *
     * @param meaning what they mean
     * @param rest what stands beside them and belongs in the text; empty if nothing does
     * @param leftOut which of them have no answer; empty if they all have one, or if nothing stands beside them
     */
    record ToTheBot(Meaning meaning, String rest, String leftOut) implements Meaning {}

    /** Two or three possible meanings; the person is asked which. */
    record Unsure(List<Likely> likely) implements Meaning {
        public Unsure {
            likely = List.copyOf(likely);
        }
    }

    /** A possible meaning, and what it's called in the current language. */
    record Likely(Destination to, String label) {}

    /**
     * Nothing that this campaign knows about.
     *
     * @param nearest the id of the nearest answer, for counting unanswered questions; empty if none was near
     * @param likely the likeliest meanings, three at most, to offer to a person who is misunderstood again and again
     * @param isFair whether the first of them is likely enough to be offered at once
     */
    record Nothing(String nearest, List<Likely> likely, boolean isFair) implements Meaning {
        public Nothing {
            likely = List.copyOf(likely);
        }

        /** Nothing, and nothing near. */
        public Nothing() {
            this("");
        }

        /** Nothing that is worth offering. */
        public Nothing(String nearest) {
            this(nearest, List.of(), false);
        }
    }

    /** A flow, or a step of it. */
    record Destination(String flow, @Nullable String step) {}
}
