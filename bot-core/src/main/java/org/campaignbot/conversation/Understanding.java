package org.campaignbot.conversation;

import java.util.List;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Reads a free question: a pure, deterministic function over the pack's own content. */
@FunctionalInterface
public interface Understanding {

    /** The most likely meaning of words that answer no question and name no flow. */
    Meaning read(String text, Language language);

    /** What was understood. */
    sealed interface Meaning {}

    /**
     * Someone may be in danger; this takes precedence over every other reading, limit and closed state.
     *
     * @param to where the help is
     * @param sure whether there were explicit words of danger. If danger is only likely, a person who is writing a text of their
     *     own is told how to get help and continues, because such a text can be about many things
     */
    record Urgent(Destination to, boolean sure) implements Meaning {
        /** Danger with explicit words. */
        public Urgent(Destination to) {
            this(to, true);
        }
    }

    /** One clear meaning. */
    record Clear(Destination to) implements Meaning {}

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
     */
    record Nothing(String nearest) implements Meaning {
        /** Nothing, and nothing near. */
        public Nothing() {
            this("");
        }
    }

    /** A flow, or a step of it. */
    record Destination(String flow, @Nullable String step) {}
}
