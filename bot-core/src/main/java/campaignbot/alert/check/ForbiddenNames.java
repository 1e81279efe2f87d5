package campaignbot.alert.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Candidates and parties that no alert may name, as admins list them. */
record ForbiddenNames(List<String> names) {

    ForbiddenNames {
        names = List.copyOf(names);
    }

    /** The names of a list with commas; none where nothing is set. */
    static ForbiddenNames of(@Nullable String list) {
        return new ForbiddenNames(
                list == null
                        ? List.of()
                        : Stream.of(list.split(",", -1))
                                .map(String::strip)
                                .filter(name -> !name.isEmpty())
                                .toList());
    }

    /** The first of them that stands in a text as a word of its own, in the singular or the plural. */
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
