package org.campaignbot.content.understanding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.conversation.Understanding.Destination;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.jspecify.annotations.Nullable;

/**
 * Where the answers lead in a pack: to the flow with their name, else to the step with their name, else to the first place that
 * the authors name and the pack has.
 */
final class Destinations {

    private final Pack pack;
    private final Map<String, Destination> byAnswer = new HashMap<>();
    private final Map<String, Set<String>> byFlow = new HashMap<>();

    Destinations(List<Questions.Answer> answers, Pack pack) {
        this.pack = pack;
        for (Questions.Answer answer : answers) {
            Destination destination = find(answer, pack);
            if (destination != null) {
                byAnswer.put(answer.id(), destination);
                if (destination.step() != null && !answer.onlyDecided()) {
                    byFlow.computeIfAbsent(destination.flow(), flow -> new HashSet<>())
                            .add(answer.id());
                }
            }
        }
    }

    /** Where an answer leads; null if the pack has no place for it. */
    @Nullable
    Destination of(String answer) {
        return byAnswer.get(answer);
    }

    /** Whether a destination begins with words that can be said by themselves. */
    boolean isAnswer(Destination to) {
        Step step = step(to);
        return step != null && step.isAnswer();
    }

    /** The step of a destination; null if the pack doesn't have it. */
    @Nullable
    Step step(Destination to) {
        Flow flow = pack.flow(to.flow());
        return flow == null ? null : to.step() == null ? flow.first() : flow.step(to.step());
    }

    /** The answers that lead into the steps of a flow, such as how a call went. */
    Set<String> leadingInto(String flow) {
        return byFlow.getOrDefault(flow, Set.of());
    }

    private static @Nullable Destination find(Questions.Answer answer, Pack pack) {
        if (pack.flows().containsKey(answer.id())) {
            return new Destination(answer.id(), null);
        }
        for (Flow flow : pack.flows().values()) {
            if (flow.steps().containsKey(answer.id())) {
                return new Destination(flow.name(), answer.id());
            }
        }
        for (String place : answer.leadsTo()) {
            String[] names = place.split("/", 2);
            Flow flow = pack.flows().get(names[0]);
            if (flow != null && (names.length == 1 || flow.steps().containsKey(names[1]))) {
                return new Destination(flow.name(), names.length == 1 ? null : names[1]);
            }
        }
        return null;
    }
}
