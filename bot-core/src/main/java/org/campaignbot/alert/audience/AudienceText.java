package org.campaignbot.alert.audience;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.alert.audience.Criterion.Earlier;
import org.campaignbot.alert.audience.Criterion.HasChamber;
import org.campaignbot.alert.audience.Criterion.HasLawmaker;
import org.campaignbot.alert.audience.Criterion.HasParty;
import org.campaignbot.alert.audience.Criterion.InDistrict;
import org.campaignbot.alert.audience.Criterion.InLanguage;
import org.campaignbot.alert.audience.Criterion.InState;
import org.campaignbot.alert.audience.Criterion.OfGroup;
import org.campaignbot.alert.audience.Criterion.OnCommittee;
import org.campaignbot.alert.audience.Criterion.OnPlatform;
import org.campaignbot.people.Language;

/**
 * Writes an audience as one line, and reads it: {@code state=NY,CA committee=SSAP not:language=es}.
 *
 * <p>Any one of several values is enough, and all words must fit; {@code not:} leaves out everyone who fits. {@code everybody}, or nothing,
 * means everyone. A value with a space is in double quotes. Reading takes ordinary words as well, as {@link AudienceWords} does.
 */
public final class AudienceText {

    /** The word for everyone who asked for alerts about the topic. */
    public static final String EVERYBODY = "everybody";

    static final String NOT = "not:";

    private AudienceText() {}

    /** The result of reading a line. */
    public sealed interface Read {

        /**
         * The line is valid.
         *
         * @param corrected names of states that were read though they are misspelled, as they were typed
         */
        record Sound(Audience audience, List<String> corrected) implements Read {
            public Sound {
                corrected = List.copyOf(corrected);
            }

            /** A line in which nothing is misspelled. */
            public Sound(Audience audience) {
                this(audience, List.of());
            }
        }

        /** The line is invalid, for all of these reasons, in the order of the line. */
        record Broken(List<AudienceProblem> problems) implements Read {
            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads a line in this notation or, without an equals sign, in ordinary words. */
    public static Read read(String line, AudienceTerms terms) {
        boolean isFilter =
                line.indexOf('=') >= 0 || line.isBlank() || line.strip().equalsIgnoreCase(EVERYBODY);
        return isFilter ? new AudienceReader(line, terms).read() : new AudienceWords(line, terms).read();
    }

    /** Writes an audience as a line; reading it gives the audience back. */
    public static String write(Audience audience) {
        String line = Stream.concat(
                        audience.include().stream().map(AudienceText::word),
                        audience.exclude().stream().map(each -> NOT + word(each)))
                .collect(Collectors.joining(" "));
        return line.isEmpty() ? EVERYBODY : line;
    }

    /**
     * Writes an audience as somebody would type it, in English unless the language is Spanish: {@code Florida and Texas}. Reading it gives
     * the same audience back; what can't be said so is written as a line.
     */
    public static String words(Audience audience, AudienceTerms terms, Language language) {
        String words = AudiencePhrase.typed(audience, terms, language);
        return read(words, terms).equals(new Read.Sound(audience)) ? words : write(audience);
    }

    private static String word(Criterion criterion) {
        if (criterion instanceof InState in) {
            return word("state", in.states());
        } else if (criterion instanceof InDistrict in) {
            return word("district", in.districts());
        } else if (criterion instanceof HasChamber has) {
            return word("chamber", List.of(has.chamber().name().toLowerCase(Locale.ROOT)));
        } else if (criterion instanceof HasLawmaker has) {
            return word("lawmaker", has.lawmakers());
        } else if (criterion instanceof HasParty has) {
            return word("party", has.parties());
        } else if (criterion instanceof OnCommittee on) {
            return word("committee", on.committees());
        } else if (criterion instanceof InLanguage in) {
            return word(
                    "language", in.languages().stream().map(Object::toString).toList());
        } else if (criterion instanceof OnPlatform on) {
            return word("platform", on.channels());
        } else if (criterion instanceof OfGroup of) {
            return word("group", of.accounts());
        }
        Earlier earlier = (Earlier) criterion;
        return word("earlier", List.of(earlier.alert() + ":" + AudienceValues.partWord(earlier.part())));
    }

    private static String word(String key, Collection<String> values) {
        return key + "="
                + new TreeSet<>(values)
                        .stream()
                                .map(value -> value.contains(" ") ? '"' + value + '"' : value)
                                .collect(Collectors.joining(","));
    }
}
