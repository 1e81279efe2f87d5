package org.campaignbot.alert.audience;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignbot.alert.audience.AudienceProblem.Kind;
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
import org.campaignbot.directory.Chamber;
import org.campaignbot.directory.Committee;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.States;
import org.campaignbot.flow.Nearest;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** Reads the values in the line of an audience; an unknown name becomes a problem with its fix. */
final class AudienceValues {

    /** The keys that people can be chosen by. */
    static final List<String> KEYS = List.of(
            "state",
            "district",
            "chamber",
            "lawmaker",
            "party",
            "committee",
            "language",
            "platform",
            "group",
            "earlier");

    private static final Map<String, Criterion.Part> PARTS =
            Arrays.stream(Criterion.Part.values()).collect(Collectors.toMap(AudienceValues::partWord, each -> each));

    /** How many names a fix lists at most. */
    private static final int MOST_NAMED = 8;

    private final AudienceTerms terms;
    private final List<AudienceProblem> problems;

    /** Reads values against these terms, and adds problems to a list. */
    AudienceValues(AudienceTerms terms, List<AudienceProblem> problems) {
        this.terms = terms;
        this.problems = problems;
    }

    /** A value and its position. */
    record Word(int at, String text) {}

    /** The criterion of one of the {@link #KEYS}; don't use it if there is a problem. */
    @Nullable
    Criterion criterion(String key, List<Word> words) {
        return switch (key) {
            case "state" -> new InState(each(words, this::state));
            case "district" -> new InDistrict(each(words, this::district));
            case "chamber" -> chamber(words);
            case "lawmaker" -> new HasLawmaker(each(words, this::lawmaker));
            case "party" -> new HasParty(each(words, word -> oneOf(word, terms.parties(), "party")));
            case "committee" -> new OnCommittee(each(words, this::committee));
            case "language" -> new InLanguage(each(words, this::language));
            case "platform" -> new OnPlatform(each(words, word -> oneOf(word, terms.platforms(), "platform")));
            case "group" -> new OfGroup(each(words, word -> Optional.of(word.text)));
            default -> earlier(words);
        };
    }

    private static <T> Set<T> each(List<Word> words, Function<Word, Optional<T>> reader) {
        return words.stream().flatMap(word -> reader.apply(word).stream()).collect(Collectors.toSet());
    }

    private Optional<String> state(Word word) {
        String code = word.text.toUpperCase(Locale.ROOT);
        if (States.codes().contains(code)) {
            return Optional.of(code);
        }
        Optional<String> named = States.codes().stream()
                .filter(each -> States.name(each).orElse("").equalsIgnoreCase(word.text))
                .findFirst();
        if (named.isEmpty()) {
            problem(
                    word.at,
                    Kind.NO_STATE,
                    typed(word),
                    "there is no state \"" + word.text + "\"",
                    "write its two letters, as NY");
        }
        return named;
    }

    private Optional<String> district(Word word) {
        String text = word.text.toUpperCase(Locale.ROOT);
        Optional<District> district = District.parse(text);
        List<District> ofState =
                text.length() < 2 ? List.of() : terms.directory().districts(text.substring(0, 2));
        if (district.isPresent() && ofState.contains(district.get())) {
            return Optional.of(district.get().toString());
        }
        problem(
                word.at,
                Kind.NO_DISTRICT,
                ofState.isEmpty()
                        ? typed(word)
                        : Nearest.about(
                                text, ofState.stream().map(District::toString).toList()),
                "there is no district \"" + word.text + "\"",
                ofState.isEmpty()
                        ? "write it as NY-12"
                        : Nearest.fix(
                                text, ofState.stream().map(District::toString).toList()));
        return Optional.empty();
    }

    private @Nullable Criterion chamber(List<Word> words) {
        Word word = words.get(0);
        if (words.size() == 1) {
            for (Chamber chamber : Chamber.values()) {
                if (chamber.name().equalsIgnoreCase(word.text)) {
                    return new HasChamber(chamber);
                }
            }
        }
        problem(
                word.at,
                Kind.ONE_CHAMBER,
                Map.of(),
                "one chamber is chosen at a time",
                "write chamber=senate or chamber=house");
        return null;
    }

    /** A lawmaker by key, by seat or by name. */
    private Optional<String> lawmaker(Word word) {
        String code = word.text.toUpperCase(Locale.ROOT);
        if (terms.lawmakers().containsKey(code)) {
            return Optional.of(code);
        }
        List<Seat> seats =
                terms.directory().seat(code, terms.today()).map(List::of).orElseGet(() -> named(word));
        List<Lawmaker> holders = seats.stream()
                .flatMap(seat -> seat.holder().stream())
                .distinct()
                .toList();
        if (holders.size() == 1) {
            return Optional.of(holders.get(0).bioguide());
        } else if (holders.isEmpty()) {
            problem(
                    word.at,
                    Kind.NO_LAWMAKER,
                    typed(word),
                    "nobody called \"" + word.text + "\" sits in Congress today",
                    "write a name, a seat as NY-S1, or a key as ./bot directory lookup shows it");
        } else {
            String all = holders.stream()
                    .limit(MOST_NAMED)
                    .map(each -> each.bioguide() + " is " + each.name() + " (" + each.state() + ")")
                    .collect(Collectors.joining(", "));
            problem(
                    word.at,
                    Kind.SEVERAL_LAWMAKERS,
                    Map.of("typed", word.text, "known", all),
                    "\"" + word.text + "\" may be several",
                    "write the key: " + all);
        }
        return Optional.empty();
    }

    private List<Seat> named(Word word) {
        Lookup found = terms.directory().find(word.text, terms.today());
        if (found instanceof Lookup.Found one) {
            return one.seats();
        }
        return found instanceof Lookup.Choice choice ? choice.named() : List.of();
    }

    private Optional<String> committee(Word word) {
        String code = word.text.toUpperCase(Locale.ROOT);
        if (terms.directory().committee(code).isPresent()) {
            return Optional.of(code);
        }
        String wanted = word.text.toLowerCase(Locale.ROOT);
        List<Committee> named = terms.directory().committees().stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        String fix = named.isEmpty()
                ? Nearest.to(code, codes())
                        .map(near -> "did you mean " + named(near) + "?")
                        .orElse("write its code, or a word of its name to see the codes")
                : "write the code: "
                        + named.stream()
                                .limit(MOST_NAMED)
                                .map(each -> named(each.code()))
                                .collect(Collectors.joining(", "));
        problem(
                word.at,
                Kind.NO_COMMITTEE,
                committees(word, code, named),
                "there is no committee with the code \"" + word.text + "\"",
                fix);
        return Optional.empty();
    }

    /** Suggestions: a committee with a similar code, or those whose names contain the word. */
    private Map<String, String> committees(Word word, String code, List<Committee> named) {
        if (named.isEmpty()) {
            return Nearest.to(code, codes())
                    .map(near -> Map.of("typed", word.text, "near", named(near)))
                    .orElse(typed(word));
        }
        String known =
                named.stream().limit(MOST_NAMED).map(each -> named(each.code())).collect(Collectors.joining(", "));
        return Map.of("typed", word.text, "known", known);
    }

    private List<String> codes() {
        return terms.directory().committees().stream().map(Committee::code).toList();
    }

    private String named(String code) {
        Committee committee = terms.directory().committee(code).orElseThrow();
        String parent = committee
                .parent()
                .flatMap(terms.directory()::committee)
                .map(each -> " of the " + each.name())
                .orElse("");
        return code + " (" + committee.name() + parent + ")";
    }

    private Optional<Language> language(Word word) {
        List<String> codes = terms.languages().stream().map(Language::code).toList();
        return oneOf(word, codes, "language").map(Language::new);
    }

    private @Nullable Criterion earlier(List<Word> words) {
        Word word = words.get(0);
        int colon = word.text.indexOf(':');
        String id = colon < 0 ? word.text : word.text.substring(0, colon);
        String part = colon < 0 ? "" : word.text.substring(colon + 1);
        if (words.size() > 1 || colon < 0) {
            problem(
                    word.at,
                    Kind.ONE_EARLIER,
                    Map.of(),
                    "one part in one earlier alert is chosen at a time",
                    "write it as earlier=ID:got");
        } else if (!terms.alerts().contains(id)) {
            problem(
                    word.at,
                    Kind.NO_ALERT,
                    Nearest.about(id, terms.alerts()),
                    "there is no alert \"" + id + "\"",
                    Nearest.fix(id, terms.alerts()));
        } else {
            Criterion.Part taken = PARTS.get(part);
            if (taken != null) {
                return new Earlier(id, taken);
            }
            problem(
                    word.at + colon + 1,
                    Kind.NO_PART,
                    Nearest.about(part, PARTS.keySet()),
                    "nobody can have \"" + part + "\"",
                    Nearest.fix(part, PARTS.keySet()));
        }
        return null;
    }

    private Optional<String> oneOf(Word word, Collection<String> known, String what) {
        Optional<String> found =
                known.stream().filter(word.text::equalsIgnoreCase).findFirst();
        if (found.isEmpty()) {
            problem(
                    word.at,
                    Kind.NOT_KNOWN,
                    Nearest.about(word.text, known),
                    "there is no " + what + " \"" + word.text + "\"",
                    Nearest.fix(word.text, known));
        }
        return found;
    }

    private static Map<String, String> typed(Word word) {
        return Map.of("typed", word.text);
    }

    private void problem(int index, Kind kind, Map<String, String> about, String message, String fix) {
        problems.add(new AudienceProblem(index + 1, kind, about, message, fix));
    }

    /** The word for a part in a filter, such as {@code did-not-act}. */
    static String partWord(Criterion.Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
