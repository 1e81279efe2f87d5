package org.campaignbot.content.understanding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How a matcher does on questions whose answers are known. */
final class Tally {

    private static final Set<String> SMALL_TALK = ShippedQuestions.MATCHER.questions().answers().stream()
            .filter(answer -> !answer.offered())
            .map(Questions.Answer::id)
            .collect(Collectors.toSet());

    private final Map<LabelledQuestion, Matched> results;

    Tally(QuestionMatcher matcher, List<LabelledQuestion> questions) {
        this.results = questions.stream()
                .collect(Collectors.toMap(
                        each -> each, each -> matcher.match(each.text()), (one, other) -> one, LinkedHashMap::new));
    }

    int size() {
        return results.size();
    }

    /** The share that is right; an answer that is only offered counts half, and off-topic words may get a small answer. */
    double right() {
        return results.entrySet().stream()
                        .mapToDouble(each -> score(each.getKey(), each.getValue()))
                        .sum()
                / size();
    }

    private static double score(LabelledQuestion question, Matched matched) {
        boolean isSmallAnswer = question.answer().equals(Matched.NONE) && SMALL_TALK.contains(matched.answer());
        if (isSmallAnswer || matched.answer().equals(question.answer())) {
            return 1;
        }
        return matched.answer().equals(Matched.UNSURE) && matched.offered().contains(question.answer()) ? 0.5 : 0;
    }

    /** Cries for help without card or line: taken for anything else, the other danger included. */
    List<String> missed() {
        return results.entrySet().stream()
                .filter(each -> each.getKey().urgent()
                        && !each.getValue().answer().equals(each.getKey().answer()))
                .map(each -> each.getKey().text())
                .toList();
    }

    /** The share of other questions that showed the card of danger. */
    double falseAlarms() {
        return share(false, each -> each.getValue().sure());
    }

    /** The share of other questions that got the line which offers help. */
    double helpOffered() {
        return share(false, each -> each.getValue().urgent() && !each.getValue().sure());
    }

    /** The share of off-topic words that got an answer, or were asked back about; a small answer to small talk is none. */
    double offTopicAnswered() {
        return share(
                true,
                each -> !each.getValue().answer().equals(Matched.NONE)
                        && !SMALL_TALK.contains(each.getValue().answer())
                        && !(each.getValue().urgent() && !each.getValue().sure()));
    }

    private double share(boolean offTopicOnly, Predicate<Map.Entry<LabelledQuestion, Matched>> counted) {
        List<Map.Entry<LabelledQuestion, Matched>> asked = results.entrySet().stream()
                .filter(each -> offTopicOnly
                        ? each.getKey().answer().equals(Matched.NONE)
                        : !each.getKey().urgent())
                .toList();
        return asked.isEmpty() ? 0 : (double) asked.stream().filter(counted).count() / asked.size();
    }

    /** A line of a table: questions, right, missed, false alarms, off-topic answered. */
    String summary(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %d | %.1f %% | %.1f %% |\n",
                name,
                size(),
                100 * right(),
                missed().size(),
                100 * falseAlarms(),
                100 * offTopicAnswered());
    }

    /** A line for each answer: how often it was wanted, found, and what it was taken for instead. */
    String confusion() {
        Map<String, Map<String, Integer>> taken = new TreeMap<>();
        results.forEach((question, matched) -> taken.computeIfAbsent(question.answer(), each -> new TreeMap<>())
                .merge(matched.answer(), 1, Integer::sum));
        StringBuilder lines = new StringBuilder();
        taken.forEach((answer, as) -> {
            int wanted = as.values().stream().mapToInt(Integer::intValue).sum();
            String others = as.entrySet().stream()
                    .filter(each -> !each.getKey().equals(answer))
                    .map(each -> each.getKey() + " " + each.getValue())
                    .collect(Collectors.joining(", "));
            lines.append(String.format("| %s | %d | %d | %s |\n", answer, wanted, as.getOrDefault(answer, 0), others));
        });
        return lines.toString();
    }
}
