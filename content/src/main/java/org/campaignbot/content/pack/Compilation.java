package org.campaignbot.content.pack;

import java.util.Set;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.conversation.PackVocabulary;
import org.campaignbot.flow.Nearest;

/** What all the readers of one pack's parts share. */
record Compilation(
        Problems problems,
        PackVocabulary vocabulary,
        Names names,
        WordsReader words,
        Translations translations,
        Outline outline,
        Set<String> flows) {

    /** Reports a kind of typed words that the bot can't recognize. */
    void kind(Node.Scalar kind) {
        Set<String> kinds = vocabulary.expectations().keySet();
        if (!kinds.contains(kind.text())) {
            problems.add(
                    ProblemKind.UNKNOWN_EXPECTATION,
                    kind.place(),
                    "the bot cannot recognize \"" + kind.text() + "\"",
                    Nearest.fix(kind.text(), kinds));
        }
    }
}
