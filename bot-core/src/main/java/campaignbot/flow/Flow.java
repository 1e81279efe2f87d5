package campaignbot.flow;

import campaignbot.people.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flow: one errand of a conversation, in named steps.
 *
 * @param name its name, unique in the pack
 * @param title what a menu calls it
 * @param was names it had before
 * @param heard words that start it from anywhere, by language, folded by {@link Fold}
 * @param urgent phrases that mean urgent danger wherever they stand in a text, by language, folded; they beat everything
 * @param steps its steps by name, in the author's order; the first one begins it
 * @param takes words that may follow those of {@code heard} in the same message, or null
 * @param retired steps that are gone, and the steps of this flow that took their people over
 * @param invites the fact that keeps what an invitation to this flow names, as the id of a call party; null where nobody is invited
 * @param together whether a group goes through it together: where others read along it is not moved to a private chat
 */
public record Flow(
        String name,
        Wording title,
        List<String> was,
        Map<Language, List<String>> heard,
        Map<Language, List<String>> urgent,
        @Nullable Takes takes,
        Map<String, Step> steps,
        Map<String, String> retired,
        @Nullable String invites,
        boolean together) {

    public Flow {
        was = List.copyOf(was);
        heard = Map.copyOf(heard);
        urgent = Map.copyOf(urgent);
        steps = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        retired = Map.copyOf(retired);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("flow " + name + " has no step");
        }
    }

    /** A flow for one person whose words stand alone. */
    public Flow(
            String name,
            Wording title,
            List<String> was,
            Map<Language, List<String>> heard,
            Map<Language, List<String>> urgent,
            Map<String, Step> steps,
            Map<String, String> retired) {
        this(name, title, was, heard, urgent, null, steps, retired, null, false);
    }

    /** A message that begins with words the flow is heard by and is of a kind that an {@code Expectation} recognises: it is kept. */
    public record Takes(String kind, String keep) {}

    /** The same flow with other steps. */
    public Flow with(Map<String, Step> otherSteps, Map<String, String> otherRetired) {
        return new Flow(name, title, was, heard, urgent, takes, otherSteps, otherRetired, invites, together);
    }

    /** The step that begins the flow. */
    public Step first() {
        return steps.values().iterator().next();
    }

    /** The step of a name, or null. */
    public @Nullable Step step(String stepName) {
        return steps.get(stepName);
    }
}
