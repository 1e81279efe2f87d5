package org.campaignbot.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.campaignbot.conversation.Repair;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;

/**
 * A pack for chats that leave nothing behind: what would need them to last, such as alerts and reminders, says that it isn't possible
 * there, and a report that isn't passed on says so.
 */
public final class AnonymousPack {

    /** What only works where the bot can write later. */
    private static final Set<String> LASTING = Set.of(Operation.REMIND, "subscribe", "group-subscribe");

    /** What is reported to the people who keep the tables. */
    private static final Set<String> REPORTS = Set.of("report-number");

    private AnonymousPack() {}

    /** The same pack for such chats. */
    public static Pack of(Pack pack) {
        Flow notHere = pack.flow(Repair.NOT_HERE);
        Flow notPassedOn = pack.flow(Repair.NOT_PASSED_ON);
        Map<String, Flow> flows = new LinkedHashMap<>(pack.flows());
        flows.replaceAll((name, flow) -> {
            if (notHere != null && does(flow, LASTING)) {
                return flow.with(notHere.steps(), retired(flow, notHere));
            }
            return notPassedOn != null && does(flow, REPORTS)
                    ? flow.with(silent(flow.steps(), notPassedOn.first()), flow.retired())
                    : flow;
        });
        return pack.withFlows(pack.revision(), flows);
    }

    private static boolean does(Flow flow, Set<String> verbs) {
        return flow.steps().values().stream().anyMatch(step -> does(step, verbs));
    }

    private static boolean does(Step step, Set<String> verbs) {
        return step.deeds().stream().anyMatch(deed -> verbs.contains(deed.verb()));
    }

    /** All former steps lead to the one that says so. */
    private static Map<String, String> retired(Flow flow, Flow notHere) {
        Map<String, String> retired = new LinkedHashMap<>();
        flow.steps().keySet().stream()
                .filter(step -> !notHere.steps().containsKey(step))
                .forEach(step -> retired.put(step, notHere.first().name()));
        return retired;
    }

    private static Map<String, Step> silent(Map<String, Step> steps, Step words) {
        Map<String, Step> silent = new LinkedHashMap<>(steps);
        silent.replaceAll((name, step) -> does(step, REPORTS) ? silent(step, words) : step);
        return silent;
    }

    private static Step silent(Step step, Step words) {
        List<Operation> deeds = step.deeds().stream()
                .filter(deed -> !REPORTS.contains(deed.verb()))
                .toList();
        return new Step(
                step.name(),
                step.was(),
                step.run(),
                deeds,
                Objects.requireNonNull(words.say()),
                step.ask(),
                step.visit(),
                step.then(),
                step.visibility(),
                step.slot());
    }
}
