package org.campaignbot.alert.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Candidates and parties that no alert may name, from a list that admins set. */
record ForbiddenNames(List<String> names) {

    ForbiddenNames {
        names = List.copyOf(names);
    }

    /** Reads a comma-separated list; no names if nothing is set. */
    static ForbiddenNames of(@Nullable String list) {
        return new ForbiddenNames(
                list == null
                        ? List.of()
                        : Stream.of(list.split(",", -1))
                                .map(String::strip)
                                .filter(name -> !name.isEmpty())
                                .toList());
    }

    /** The first of them that a text contains as a separate word, singular or plural. */
    Optional<String> firstIn(String text) {
        return names.stream()
                .filter(name -> Pattern.compile(
                                "(?<![\\p{L}\\p{Nd}])" + Pattern.quote(name) + "(?:s|es|'s|’s)?(?![\\p{L}\\p{Nd}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(text)
                        .find())
                .findFirst();
    }
}
