package campaignbot.content.pack;

import campaignbot.content.problem.ProblemKind;
import campaignbot.content.problem.Problems;
import campaignbot.content.yaml.Node;
import campaignbot.conversation.Vocabulary;
import campaignbot.flow.Nearest;
import java.util.Set;

/** What all the readers of one pack's parts share. */
record Compilation(
        Problems problems,
        Vocabulary vocabulary,
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
                    "the bot cannot recognise \"" + kind.text() + "\"",
                    Nearest.mend(kind.text(), kinds));
        }
    }
}
