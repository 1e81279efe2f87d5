package org.campaignbot.app.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.campaignbot.app.config.JsonOutput;
import org.campaignbot.content.understanding.Matched;
import org.campaignbot.content.understanding.QuestionMatcher;
import org.campaignbot.people.Language;

/** Reports how a question was interpreted, as a JSON object or as a line for a person. */
final class AskReport {

    private static final double THOUSANDTHS = 1000;

    private final QuestionMatcher matcher;

    AskReport(QuestionMatcher matcher) {
        this.matcher = matcher;
    }

    /** The object for a line, which may start with a language and a tab. */
    String jsonOfLine(String line, Language otherwise) {
        int tab = line.indexOf('\t');
        boolean named = tab > 0 && line.substring(0, tab).matches("[a-z]{2,3}");
        return named ? json(line.substring(tab + 1), new Language(line.substring(0, tab))) : json(line, otherwise);
    }

    /** The object for a question: {@code question}, {@code lang}, {@code answer}, {@code offered}, {@code confidence}. */
    String json(String question, Language language) {
        Matched matched = matcher.match(question, language);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("question", question);
        object.put("lang", language.code());
        object.put("answer", matched.answer());
        object.put("offered", matched.offered());
        object.put("confidence", Math.round(matched.confidence() * THOUSANDTHS) / THOUSANDTHS);
        return JsonOutput.write(object);
    }

    /** The same as one line of text. */
    String line(String question, Language language) {
        Matched matched = matcher.match(question, language);
        String meaning = switch (matched.answer()) {
            case Matched.UNSURE -> "unsure; it would offer " + String.join(", ", matched.offered());
            case Matched.NONE -> "nothing of this campaign; nearest is " + matched.nearest();
            default -> matched.answer();
        };
        return String.format(Locale.ROOT, "%s (%.2f)", meaning, matched.confidence());
    }
}
