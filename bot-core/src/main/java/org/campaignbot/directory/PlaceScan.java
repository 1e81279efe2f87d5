package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rambling answer to "where do you live", such as "fresno, we pick grapes": the names in it must agree on one state.
 *
 * <p>Used only after every stricter reading failed. Words that put the person somewhere else than the name they use, as in
 * "my family is from", end it.
 */
final class PlaceScan {

    private static final int LONGEST_NAME = 4;

    /** The fewest people of a town of one word. */
    private static final int LARGE = 15_000;

    /** The fewest people of a town of several words. */
    private static final int KNOWN = 5_000;

    /** States' codes are words too often. */
    private static final int SHORTEST_STATE = 4;

    private static final Set<String> ELSEWHERE = Set.of(
            "not",
            "no",
            "near",
            "from",
            "born",
            "grew",
            "originally",
            "naci",
            "family",
            "familia",
            "used",
            "antes",
            "moved");

    /** What follows these only says where in a town that was named before: "orlando near disney". */
    private static final Set<String> BESIDE = Set.of("near", "by", "cerca", "por");

    /** Somebody else, or a place that is only near, so that a place in the same words may not be the person's. */
    private static final Set<String> DOUBTFUL = Set.of(
            "line",
            "linea",
            "mom",
            "dad",
            "son",
            "daughter",
            "brother",
            "sister",
            "cousin",
            "nephew",
            "niece",
            "friend",
            "husband",
            "wife",
            "mai",
            "pai",
            "mama",
            "papa",
            "hijo",
            "hija",
            "hermano",
            "hermana",
            "primo",
            "prima",
            "sobrino",
            "sobrina",
            "amigo",
            "amiga",
            "esposo",
            "esposa",
            "viejo",
            "vieja",
            "tio",
            "tia",
            "tocando",
            "pegado",
            "fui",
            "nacio",
            "nacieron",
            "nacido",
            "nacida",
            "tampoco",
            "fuera",
            "valle",
            "valley",
            "sonora",
            "sinaloa",
            "chihuahua",
            "tamaulipas",
            "coahuila",
            "baja");

    /** The most places to choose from. */
    private static final int MOST_MEANINGS = 5;

    private static final Set<String> NEAR = Set.of("cerca", "lado", "orilla", "sur", "norte", "otro");

    /** Said of the place that a person never left. */
    private static final Pattern ALWAYS_HERE =
            Pattern.compile("\\bborn (?:and|n|&) (?:bred|raised)\\b|\\bnacid[oa] y criad[oa]\\b");

    private final PlaceNames placeNames;
    private final Towns towns;
    private final StateNames stateNames;

    PlaceScan(PlaceNames placeNames) {
        this.placeNames = placeNames;
        this.towns = placeNames.towns();
        this.stateNames = placeNames.stateNames();
    }

    /** What the names in some words agree on; null if they name nothing, or more than one state. */
    @Nullable
    Lookup of(Query story, LocalDate today) {
        Query lasting = Query.ofStory(ALWAYS_HERE.matcher(story.asText()).replaceAll(""));
        if (lasting.size() < story.size()) {
            return of(lasting, today);
        }
        Lookup before = beforeBeside(story, today);
        if (before != null) {
            return before;
        }
        if (story.words().stream().anyMatch(ELSEWHERE::contains)) {
            return null;
        }
        Lookup lawmaker = lawmaker(story, today);
        if (lawmaker != null) {
            return lawmaker;
        }
        Set<String> states = new TreeSet<>();
        List<Query> names = new ArrayList<>();
        int i = 0;
        while (i < story.size()) {
            int end = end(story, i, states, names);
            i = Math.max(i + 1, end);
        }
        if (states.size() > 1) {
            return null;
        }
        Set<String> agreed = states.isEmpty() ? common(names) : states;
        if (states.isEmpty() && names.size() == 1) {
            return placeNames.exactly(names.get(0), today);
        }
        if (agreed.size() != 1) {
            return null;
        }
        String state = agreed.iterator().next();
        return names.stream()
                .filter(name -> statesOf(name).contains(state))
                .findFirst()
                .map(name -> placeNames.townIn(name, state, today))
                .orElseGet(() -> placeNames.onlyState(state, today));
    }

    /** The place before words that only say which part of it, as in "orlando near disney"; null if there is none. */
    @Nullable
    Lookup beforeBeside(Query story, LocalDate today) {
        return IntStream.range(1, story.size())
                .filter(i -> BESIDE.contains(story.word(i)))
                .mapToObj(i -> story.part(0, i))
                .findFirst()
                .map(before -> of(before, today))
                .orElse(null);
    }

    /** Whether some words may name a place where the person doesn't live: "yo nací en Florida", "my son is in Reno". */
    static boolean isDoubtful(Query story) {
        return story.words().stream().anyMatch(word -> ELSEWHERE.contains(word) || DOUBTFUL.contains(word));
    }

    /** Whether the words are about a county, which is nobody's town. */
    static boolean isCounty(Query story) {
        return story.words().contains("county") || story.words().contains("condado");
    }

    /** Every state and town that some words name, in order; a town's namesakes only in the states that are named, too. */
    List<Meaning> meanings(Query story) {
        Set<String> states = new LinkedHashSet<>();
        List<Query> names = new ArrayList<>();
        List<Meaning> meanings = new ArrayList<>();
        int i = 0;
        while (i < story.size()) {
            int before = names.size();
            int end = end(story, i, states, names);
            Optional<String> state = names.size() == before
                    ? Optional.empty()
                    : stateNames.named(story.part(end, end + placeNames.stateAfter(story, end)));
            if (state.isPresent()) {
                // "The township of Salem, Ohio": the larger Salems are somewhere else.
                Query name = names.remove(before);
                towns.named(name).stream()
                        .filter(each -> each.listed() && each.state().equals(state.get()))
                        .forEach(each -> meanings.add(each.meaning()));
            }
            i = Math.max(i + 1, end);
        }
        Set<String> left = new LinkedHashSet<>(states);
        meanings.forEach(each -> left.remove(each.state()));
        for (Query name : names) {
            List<Towns.Candidate> known = known(name);
            List<Towns.Candidate> there =
                    known.stream().filter(each -> states.contains(each.state())).toList();
            List<Towns.Candidate> meant =
                    !there.isEmpty() ? there : !known.isEmpty() && Towns.isDecided(known) ? known.subList(0, 1) : known;
            meant.forEach(each -> left.remove(each.state()));
            meant.forEach(each -> meanings.add(each.meaning()));
        }
        left.forEach(state -> meanings.add(placeNames.stateAsMeaning(state)));
        return meanings.stream().distinct().limit(MOST_MEANINGS).toList();
    }

    /** A lawmaker whose full name is in the words, as in "Elizabeth Warren represents me"; else null. */
    private @Nullable Lookup lawmaker(Query story, LocalDate today) {
        for (int i = 0; i + 2 <= story.size(); i++) {
            Query name = story.part(i, i + 2);
            if (!placeNames.lawmakers(name).isEmpty() && statesOf(name).isEmpty()) {
                return placeNames.words(name, today);
            }
        }
        return null;
    }

    /** Notes the longest name at a word, and returns where it ends. */
    private int end(Query story, int from, Set<String> states, List<Query> names) {
        for (int end = Math.min(story.size(), from + LONGEST_NAME); end > from; end--) {
            Query name = story.part(from, end);
            String key = name.key(0, name.size());
            Optional<String> state =
                    key.length() < SHORTEST_STATE && !isCode(story, name) ? Optional.empty() : stateNames.named(name);
            if (key.equals("la") && isCode(story, name)) {
                names.add(name);
                return end;
            }
            if (state.isPresent() && !key.equals("washington")) {
                states.add(state.get());
                return end;
            }
            Optional<String> region = stateNames.region(name);
            if (region.isPresent()) {
                states.add(region.get());
                return end;
            }
            if (PlaceWords.isCountyAt(story, end)) {
                // Montgomery County is in eighteen states, and rarely where Montgomery is.
                continue;
            }
            if (from > 0
                    && name.word(0).equals("del")
                    && !story.afterComma().get(from)
                    && NEAR.contains(story.word(from - 1))) {
                // "Cerca del río" isn't near Del Rio.
                return end;
            }
            if ((name.size() > 1 || !(OrdinaryWords.contains(key) || key.equals("la")))
                    && !statesOf(name).isEmpty()) {
                names.add(name);
                return end;
            }
        }
        return from;
    }

    /** Whether a word is a code that stands out by its capitals, as in "dallas GA here". */
    private static boolean isCode(Query story, Query name) {
        return name.size() == 1
                && name.word(0).length() == 2
                && name.capitals().get(0)
                && story.capitals().contains(false);
    }

    private Set<String> statesOf(Query name) {
        return known(name).stream().map(Towns.Candidate::state).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The towns of a name that are large enough to stand among other words. Two words are no town of one: "carne y" isn't Carney. */
    private List<Towns.Candidate> known(Query name) {
        int least = name.size() == 1 ? LARGE : KNOWN;
        return towns.named(name).stream()
                .filter(each -> each.listed() && each.population() >= least)
                .filter(each -> name.size() == 1
                        || each.name().matches(".*[ .'’-].*")
                        || !Places.key(Query.of(each.name())).equals(Places.key(name)))
                .toList();
    }

    /** The states in which all names lie. */
    private Set<String> common(List<Query> names) {
        Set<String> common = names.isEmpty() ? new TreeSet<>() : statesOf(names.get(0));
        names.forEach(name -> common.retainAll(statesOf(name)));
        return common;
    }
}
