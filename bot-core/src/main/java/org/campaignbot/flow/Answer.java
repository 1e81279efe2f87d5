package org.campaignbot.flow;

import java.util.List;
import java.util.Map;
import org.campaignbot.people.Language;

/**
 * One answer to a question.
 *
 * @param name its name, unique in its step, which identifies a press
 * @param label what its button says
 * @param heard other words that mean it, by language, folded by {@link Fold}
 * @param operations what is done when it is given
 * @param then where it leads
 */
public record Answer(
        String name, Wording label, Map<Language, List<String>> heard, List<Operation> operations, Target then) {

    public Answer {
        heard = Map.copyOf(heard);
        operations = List.copyOf(operations);
    }
}
