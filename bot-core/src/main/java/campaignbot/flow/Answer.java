package campaignbot.flow;

import campaignbot.people.Language;
import java.util.List;
import java.util.Map;

/**
 * One answer to a question.
 *
 * @param name its name, unique in its step, which identifies a press
 * @param label what its button says
 * @param heard other words that mean it, by language, folded by {@link Fold}
 * @param deeds what is done when it is given
 * @param then where it leads
 */
public record Answer(String name, Wording label, Map<Language, List<String>> heard, List<Deed> deeds, Target then) {

    public Answer {
        heard = Map.copyOf(heard);
        deeds = List.copyOf(deeds);
    }
}
