package campaignbot.conversation;

import campaignbot.people.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a free question: a pure, deterministic function over the pack's own content. */
@FunctionalInterface
public interface Understanding {

    /** What words that answer no question and name no flow most likely mean. */
    Meaning read(String text, Language language);

    /** What was understood. */
    sealed interface Meaning {}

    /**
     * Someone may be in danger; this beats every other reading, limit and closed state.
     *
     * @param to where the help is told
     * @param sure whether words of danger were found. Where it is only likely, a person who is writing a text of their own is
     *     told how to get help and goes on, because such a text tells of many things
     */
    record Urgent(Destination to, boolean sure) implements Meaning {
        /** Danger that words of it speak of. */
        public Urgent(Destination to) {
            this(to, true);
        }
    }

    /** One thing is meant. */
    record Clear(Destination to) implements Meaning {}

    /** One of two or three things may be meant; the person is asked which. */
    record Unsure(List<Likely> likely) implements Meaning {
        public Unsure {
            likely = List.copyOf(likely);
        }
    }

    /** Something that may be meant, and what it is called in the language being spoken. */
    record Likely(Destination to, String label) {}

    /**
     * Nothing that this campaign knows of.
     *
     * @param nearest the id of the answer that came nearest, for counting what goes unanswered; empty where none did
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
