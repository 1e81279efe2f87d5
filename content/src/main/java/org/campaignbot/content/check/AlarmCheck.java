package org.campaignbot.content.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.conversation.Understanding;
import org.campaignbot.people.Language;

/**
 * Asks a campaign what callers ordinarily type, and finds what it takes for a cry for help.
 *
 * <p>The sentences are the same for every campaign. A campaign that answers one of them with the whole card of urgent help loses the
 * caller.
 */
final class AlarmCheck {

    private AlarmCheck() {}

    static void check(PackCheck.Subject subject, Understanding understanding) {
        for (Language language : subject.pack().languages()) {
            List<String> asked = Lines.of("ordinary-" + language + ".txt");
            Map<String, List<String>> alarms = new TreeMap<>();
            for (String words : asked) {
                if (understanding.read(words, language) instanceof Understanding.Urgent urgent && urgent.sure()) {
                    alarms.computeIfAbsent(urgent.to().flow(), flow -> new ArrayList<>())
                            .add(words);
                }
            }
            alarms.forEach((flow, raised) -> subject.report(
                    ProblemKind.RAISES_ALARM,
                    subject.outline().of(flow, "#urgent"),
                    raised.size() + " of " + asked.size() + " ordinary sentences in \"" + language + "\" bring up \""
                            + flow
                            + "\": "
                            + raised.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "))));
        }
    }
}
