package org.campaignbot.flow;

import java.util.List;
import java.util.Map;
import org.campaignbot.message.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A named step of a flow. Its parts run in the order of the components: Java part, operations, words, question.
 *
 * @param name its name, unique in the flow, which identifies a question in a saved conversation
 * @param was its former names, which still lead here
 * @param run a Java step, or null
 * @param operations what is done; a question that waits has none, since it may be asked again
 * @param say what is said before the question, or null
 * @param ask the question, or null
 * @param visit a flow to go through before going on, or null
 * @param then where to go; the next step if the author names none
 * @param visibility who may see its message
 * @param slot the slot of its message, or null
 */
public record Step(
        String name,
        List<String> was,
        @Nullable Run run,
        List<Operation> operations,
        @Nullable Wording say,
        @Nullable Ask ask,
        @Nullable String visit,
        Target then,
        Visibility visibility,
        @Nullable String slot) {

    public Step {
        was = List.copyOf(was);
        operations = List.copyOf(operations);
    }

    /** Whether the conversation waits here for the person. */
    public boolean waits() {
        return ask != null && ask.manner().waits();
    }

    /** Whether it has words that can be said by themselves, without what it asks or where it leads. */
    public boolean isAnswer() {
        return say != null && run == null && operations.isEmpty();
    }

    /** A Java step by its registered name, its arguments, and where each of its outcomes leads. */
    public record Run(String name, Map<String, String> with, Map<String, Target> outcomes) {
        public Run {
            with = Map.copyOf(with);
            outcomes = Map.copyOf(outcomes);
        }
    }
}
