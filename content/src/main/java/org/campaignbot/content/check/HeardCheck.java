package org.campaignbot.content.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.Flow;
import org.campaignbot.people.Language;

/** Checks that words that start a flow start only one. */
final class HeardCheck {

    private HeardCheck() {}

    static void check(PackCheck.Subject subject) {
        for (Language language : subject.pack().languages()) {
            check(subject, "#heard", flow -> flow.heard().getOrDefault(language, List.of()));
            check(subject, "#urgent", flow -> flow.urgent().getOrDefault(language, List.of()));
        }
    }

    private static void check(PackCheck.Subject subject, String key, Function<Flow, List<String>> phrases) {
        Map<String, String> claims = new HashMap<>();
        for (Flow flow : subject.pack().flows().values()) {
            for (String words : phrases.apply(flow)) {
                String other = claims.putIfAbsent(words, flow.name());
                if (other != null && !other.equals(flow.name())) {
                    subject.report(
                            ProblemKind.SAME_HEARD,
                            subject.outline().of(flow.name(), key),
                            "\"" + words + "\" starts \"" + other + "\" as well as \"" + flow.name() + "\"");
                }
            }
        }
    }
}
