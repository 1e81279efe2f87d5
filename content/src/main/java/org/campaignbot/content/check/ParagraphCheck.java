package org.campaignbot.content.check;

import java.util.HashSet;
import java.util.Set;
import org.campaignbot.content.pack.Paragraphs;
import org.campaignbot.content.pack.Topic;
import org.campaignbot.content.problem.ProblemKind;

/** Checks the topics against the paragraphs of the campaign's page: each paragraph is covered, and each covered one exists. */
final class ParagraphCheck {

    private ParagraphCheck() {}

    static void check(PackCheck.Subject subject) {
        Paragraphs page = subject.outline().paragraphs();
        if (page == null) {
            return;
        }
        Set<String> open = new HashSet<>(page.names());
        open.removeAll(page.layout().keySet());
        Set<String> toCover = Set.copyOf(open);
        for (Topic topic : subject.outline().topics()) {
            for (String paragraph : topic.source()) {
                open.remove(paragraph);
                if (!toCover.contains(paragraph)) {
                    subject.report(
                            ProblemKind.UNKNOWN_PARAGRAPH,
                            topic.place(),
                            "\"" + paragraph + "\" is no paragraph of the page with something to say");
                }
            }
        }
        page.names().stream()
                .filter(open::contains)
                .forEach(paragraph -> subject.report(
                        ProblemKind.UNCOVERED_PARAGRAPH, page.place(), "no topic covers the paragraph " + paragraph));
        page.layout().forEach((paragraph, place) -> {
            if (!page.names().contains(paragraph)) {
                subject.report(ProblemKind.UNKNOWN_PARAGRAPH, place, "the page has no paragraph \"" + paragraph + "\"");
            }
        });
    }
}
