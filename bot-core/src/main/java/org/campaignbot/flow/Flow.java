package org.campaignbot.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/**
 * A flow: one task of a conversation, in named steps.
 *
 * @param name its name, unique in the pack
 * @param title its title in a menu
 * @param was its former names
 * @param heard words that start it from anywhere, by language, folded by {@link Fold}
 * @param urgent phrases that mean urgent danger anywhere in a text, by language, folded; they take precedence over everything
 * @param steps its steps by name, in the author's order, starting with the first
 * @param takes words that may follow those of {@code heard} in the same message, or null
 * @param retired removed steps, and the steps of this flow that took over the people waiting there
 * @param invites the fact that keeps what an invitation to this flow names, such as the id of a call party; null if there are no
 *     invitations
 * @param together whether a group takes it together: where others read along it doesn't move to a private chat
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

    /** A flow for one person that takes no extra words. */
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

    /**
     * Words that may follow the ones that start the flow, of a kind that an {@code Expectation} recognizes.
     *
     * @param keep the fact that keeps the message
     * @param anywhere the fact that keeps which flow the message is about, if the flow starts wherever such words are surely
     *     mentioned; null if it doesn't
     */
    public record Takes(String kind, String keep, @Nullable String anywhere) {

        /** Words that only follow those that start the flow. */
        public Takes(String kind, String keep) {
            this(kind, keep, null);
        }
    }

    /** The same flow with other steps. */
    public Flow with(Map<String, Step> otherSteps, Map<String, String> otherRetired) {
        return new Flow(name, title, was, heard, urgent, takes, otherSteps, otherRetired, invites, together);
    }

    /** The first step of the flow. */
    public Step first() {
        return steps.values().iterator().next();
    }

    /** The step with a name, or null. */
    public @Nullable Step step(String stepName) {
        return steps.get(stepName);
    }
}
