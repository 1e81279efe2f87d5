package campaignbot.content.pack;

import campaignbot.content.problem.Problems;
import campaignbot.conversation.Vocabulary;
import java.util.Set;

/** What every reader of a part of one pack needs. */
record Compilation(
        Problems problems,
        Vocabulary vocabulary,
        Names names,
        WordsReader words,
        Translations translations,
        Outline outline,
        Set<String> flows) {}
