package org.campaignbot.web.console;

import java.util.stream.Collectors;
import org.campaignbot.settings.Kind;
import org.campaignbot.settings.SettingRefusal;

/** Says beside a field of a form why something isn't taken, and what to change. */
final class RefusalWords {

    private RefusalWords() {}

    static String of(SettingRefusal refusal, ConsoleVisit visit) {
        if (refusal.takes().isPresent()) {
            return visit.say(
                    "no.kind", refusal.values().get(1), kind(refusal.takes().get(), visit));
        }
        return visit.say("no." + refusal.why().word(), refusal.values().toArray(String[]::new));
    }

    /** What a field takes, in words. */
    static String kind(Kind kind, ConsoleVisit visit) {
        return switch (kind.form()) {
            case COUNT ->
                visit.say("kind.count", kind.choices().get(0), kind.choices().get(1));
            case CHOICE ->
                visit.say(
                        "kind.choice",
                        kind.choices().stream()
                                .map(each -> visit.say("choice." + each))
                                .collect(Collectors.joining(", ")));
            default -> visit.say("kind." + kind.form().word());
        };
    }
}
