package org.campaignbot.alert.audience;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.campaignbot.alert.audience.AudienceProblem.Kind;
import org.campaignbot.flow.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads the line of one audience; use an instance once. */
final class AudienceReader {

    private final String line;
    private final AudienceValues reader;
    private final List<AudienceProblem> problems = new ArrayList<>();
    private int at;

    AudienceReader(String line, AudienceTerms terms) {
        this.line = line;
        this.reader = new AudienceValues(terms, problems);
    }

    AudienceText.Read read() {
        List<Criterion> include = new ArrayList<>();
        List<Criterion> exclude = new ArrayList<>();
        boolean everybody = false;
        skipSpaces();
        while (at < line.length()) {
            int start = at;
            boolean not = line.startsWith(AudienceText.NOT, at);
            at += not ? AudienceText.NOT.length() : 0;
            String key = key();
            if (key.equalsIgnoreCase(AudienceText.EVERYBODY) && !not && !isNext('=')) {
                everybody = true;
            } else {
                Criterion criterion = criterion(start, key);
                if (criterion != null) {
                    (not ? exclude : include).add(criterion);
                }
            }
            skipSpaces();
        }
        if (everybody && !include.isEmpty()) {
            problem(
                    0,
                    Kind.SEVERAL_AT_ONCE,
                    Map.of(),
                    "everybody stands beside words that choose some",
                    "take one of them out");
        }
        return problems.isEmpty()
                ? new AudienceText.Read.Sound(new Audience(include, exclude))
                : new AudienceText.Read.Broken(problems);
    }

    private @Nullable Criterion criterion(int start, String key) {
        if (!isNext('=')) {
            problem(
                    start,
                    Kind.NO_VALUE,
                    Map.of("typed", key),
                    "\"" + key + "\" has no value",
                    "write it as state=NY, or everybody");
            return null;
        }
        at++;
        List<AudienceValues.Word> words = values();
        String known = key.toLowerCase(Locale.ROOT);
        if (!AudienceValues.KEYS.contains(known)) {
            problem(
                    start,
                    Kind.NO_SUCH_CRITERION,
                    Nearest.about(key, AudienceValues.KEYS),
                    "nobody can be chosen by \"" + key + "\"",
                    Nearest.fix(key, AudienceValues.KEYS));
            return null;
        }
        int before = problems.size();
        Criterion criterion = words.isEmpty() ? noValue(start, key) : reader.criterion(known, words);
        return problems.size() == before ? criterion : null;
    }

    private @Nullable Criterion noValue(int start, String key) {
        problem(
                start,
                Kind.NOTHING_NAMED,
                Map.of("typed", key),
                "\"" + key + "=\" names nothing",
                "write its value after the equals sign");
        return null;
    }

    private String key() {
        int start = at;
        while (at < line.length() && line.charAt(at) != '=' && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return line.substring(start, at);
    }

    private List<AudienceValues.Word> values() {
        Set<AudienceValues.Word> words = new LinkedHashSet<>();
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            AudienceValues.Word word = isNext('"') ? quoted() : plain();
            if (!word.text().isBlank()) {
                words.add(word);
            }
            if (isNext(',')) {
                at++;
            }
        }
        return List.copyOf(words);
    }

    private AudienceValues.Word plain() {
        int start = at;
        while (at < line.length() && line.charAt(at) != ',' && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return new AudienceValues.Word(start, line.substring(start, at));
    }

    private AudienceValues.Word quoted() {
        int start = at + 1;
        int end = line.indexOf('"', start);
        if (end < 0) {
            problem(at, Kind.OPEN_QUOTE, Map.of(), "a quotation mark is not closed", "close it");
            end = line.length();
        }
        at = Math.min(line.length(), end + 1);
        return new AudienceValues.Word(start, line.substring(start, end));
    }

    private boolean isNext(char letter) {
        return at < line.length() && line.charAt(at) == letter;
    }

    private void skipSpaces() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private void problem(int index, Kind kind, Map<String, String> about, String message, String fix) {
        problems.add(new AudienceProblem(index + 1, kind, about, message, fix));
    }
}
