package org.campaignbot.content.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.readability.TextKind;
import org.campaignbot.flow.Words;
import org.campaignbot.people.Language;

/** Finds forms of urgent help in which a way to help is missing, because of what is known about its page. */
final class UrgentLinkCheck {

    private static final String URL_STATUS = ".url_status";

    private UrgentLinkCheck() {}

    static void check(PackCheck.Subject subject) {
        subject.eachStep((flow, step) -> {
            TextPart part = TextPart.of(subject, flow, step);
            if (part.kind() == TextKind.URGENT) {
                for (Language language : subject.pack().languages()) {
                    Set<String> gaps = new TreeSet<>();
                    part.words(language).forEach(words -> gaps(words, gaps));
                    gaps.forEach(gap -> subject.report(
                            ProblemKind.URGENT_GAP,
                            part.place(),
                            "\"" + part.name() + "\" in \"" + language + "\" names no page and no number in the form "
                                    + gap));
                }
            }
        });
    }

    private static void gaps(Words words, Set<String> gaps) {
        if (words instanceof Words.Several several) {
            several.parts().forEach(part -> gaps(part, gaps));
        } else if (words instanceof Words.Each each) {
            gaps(each.item(), gaps);
        } else if (words instanceof Words.Chosen chosen) {
            chosen.forms().forEach((form, said) -> {
                if (chosen.by().endsWith(URL_STATUS)
                        && SaidText.of(List.of(said)).values().stream().noneMatch(UrgentLinkCheck::leadsSomewhere)) {
                    gaps.add("\"" + form + "\" of " + chosen.by());
                }
                gaps(said, gaps);
            });
        }
    }

    private static boolean leadsSomewhere(String path) {
        return path.endsWith(".link") || path.endsWith(".url") || path.endsWith(".number");
    }
}
