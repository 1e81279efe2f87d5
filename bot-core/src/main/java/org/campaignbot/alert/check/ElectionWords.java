package org.campaignbot.alert.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.alert.check.NamedLawmakers.Mention;

/**
 * Finds words that ask people to vote for or against a member of Congress, which a campaign about laws must not do.
 *
 * <p>Senators vote, too, so "vote for" alone says nothing: it counts only with a name as its object. "Senators who voted for it", "vote no
 * on the bill" and "defeat Smith's amendment" are about laws.
 */
final class ElectionWords {

    /** Words that ask for a vote if their object is a person. */
    private static final List<List<String>> VOTE = phrases(
            "vote for",
            "voting for",
            "vote against",
            "vota por",
            "vote por",
            "voten por",
            "votemos por",
            "votar por",
            "votando por",
            "vota contra",
            "vote contra",
            "voten contra",
            "votar contra");

    /** Words about an election unless their object is a law. */
    private static final List<List<String>> ELECT = phrases(
            "vote out",
            "voting out",
            "elect",
            "electing",
            "re elect",
            "reelect",
            "re electing",
            "reelecting",
            "defeat",
            "defeating",
            "unseat",
            "unseating",
            "oust",
            "elija",
            "elige",
            "elijan",
            "elijamos",
            "elegir",
            "reelija",
            "reelige",
            "reelijan",
            "reelegir",
            "derrote",
            "derrota",
            "derroten",
            "derrotemos",
            "derrotar",
            "saque a",
            "saquen a",
            "saquemos a",
            "sacar a");

    private static final Set<String> REELECTION = Set.of("reelection", "reeleccion", "reelegido", "reelegida");

    /** Words that may come between such words and a name. */
    private static final Set<String> BETWEEN =
            Set.of("a", "al", "el", "la", "the", "our", "your", "u", "s", "us", "su", "nuestro", "nuestra");

    /** Unnamed persons, as the object of a vote. */
    private static final Set<String> SOMEBODY = Set.of(
            "him",
            "her",
            "them",
            "someone",
            "somebody",
            "anyone",
            "candidate",
            "candidates",
            "challenger",
            "opponent",
            "democrat",
            "democrats",
            "republican",
            "republicans",
            "alguien",
            "ella",
            "ellos",
            "candidato",
            "candidata",
            "candidatos",
            "rival",
            "contrincante");

    /** Words after a name that make it part of a law. */
    private static final Set<String> LAW = Set.of(
            "act",
            "amendment",
            "amendments",
            "bill",
            "bills",
            "budget",
            "budgets",
            "law",
            "measure",
            "money",
            "motion",
            "nominee",
            "package",
            "plan",
            "plans",
            "policies",
            "policy",
            "proposal",
            "resolution",
            "rule",
            "enmienda",
            "enmiendas",
            "ley",
            "leyes",
            "medida",
            "mocion",
            "planes",
            "presupuesto",
            "presupuestos",
            "propuesta",
            "proyecto",
            "proyectos",
            "resolucion");

    private static final int FILLERS = 3;
    private static final int WINDOW = 5;

    private ElectionWords() {}

    /**
     * Words that are about an election.
     *
     * @param words the words as written
     * @param isCall whether they ask for a vote on someone named; otherwise they are only near a name
     */
    record Found(String words, boolean isCall) {}

    /** The first such words; a call comes before all others. */
    static Optional<Found> firstIn(SaidWords said, List<Mention> mentions) {
        return mentions.stream()
                .flatMap(mention -> called(said, mention).stream())
                .findFirst()
                .or(() -> mentions.stream()
                        .flatMap(mention -> near(said, mention).stream())
                        .findFirst());
    }

    private static Optional<Found> called(SaidWords said, Mention mention) {
        if (isOfLaw(said, mention)) {
            return Optional.empty();
        }
        int before = mention.first() - 1;
        for (int i = 0; i <= FILLERS && said.inOneSentence(before, mention.first()); i++) {
            int begins = endingAt(said, before);
            if (begins >= 0) {
                return Optional.of(new Found(said.shown(begins, mention.last()), mention.isSure()));
            }
            if (!BETWEEN.contains(said.words().get(before).folded())) {
                break;
            }
            before--;
        }
        boolean isVotedOut =
                said.isAt(mention.last() + 1, List.of("out")) && said.isAt(mention.first() - 1, List.of("vote"));
        return isVotedOut && said.inOneSentence(mention.first() - 1, mention.last() + 1)
                ? Optional.of(new Found(said.shown(mention.first() - 1, mention.last() + 1), mention.isSure()))
                : Optional.empty();
    }

    /** Whether a name is part of the name of a law or a thing, as in "the Smith amendment" and "Green New Deal". */
    private static boolean isOfLaw(SaidWords said, Mention mention) {
        int next = mention.last() + 1;
        if (said.words().get(mention.last()).owns()) {
            return true;
        }
        boolean isBeside = said.inOneSentence(mention.last(), next)
                && said.text()
                        .substring(
                                said.words().get(mention.last()).end(),
                                said.words().get(next).start())
                        .isBlank();
        return isBeside
                && (LAW.contains(said.words().get(next).folded())
                        || (!mention.isSure() && said.words().get(next).isCapital()));
    }

    private static int endingAt(SaidWords said, int last) {
        for (List<String> phrase : Stream.concat(VOTE.stream(), ELECT.stream()).toList()) {
            int begins = last - phrase.size() + 1;
            if (said.isAt(begins, phrase) && !isPartOfATitle(said, begins)) {
                return begins;
            }
        }
        return -1;
    }

    /** Whether "elect" belongs to "Senator-elect". */
    private static boolean isPartOfATitle(SaidWords said, int at) {
        int start = said.words().get(at).start();
        return start > 0 && said.text().charAt(start - 1) == '-' && !said.isAt(at - 1, List.of("re"));
    }

    private static Optional<Found> near(SaidWords said, Mention mention) {
        if (!mention.isSure()) {
            return Optional.empty();
        }
        for (int at = 0; at < said.words().size(); at++) {
            int last = said.inOneSentence(at, mention.first()) ? electionAt(said, at) : -1;
            if (last >= 0 && (last < mention.first() || at > mention.last())) {
                return Optional.of(
                        new Found(said.shown(Math.min(at, mention.first()), Math.max(last, mention.last())), false));
            }
        }
        return Optional.empty();
    }

    /** The index of the last word of election words that begin here, or -1. */
    private static int electionAt(SaidWords said, int at) {
        if (REELECTION.contains(said.words().get(at).folded()) || said.isAt(at, List.of("re", "election"))) {
            return at;
        }
        for (List<String> phrase : ELECT) {
            int last = at + phrase.size() - 1;
            if (said.isAt(at, phrase) && !isPartOfATitle(said, at) && !follows(said, last, LAW)) {
                return last;
            }
        }
        for (List<String> phrase : VOTE) {
            int last = at + phrase.size() - 1;
            if (said.isAt(at, phrase) && follows(said, last, SOMEBODY) && !follows(said, last, LAW)) {
                return last;
            }
        }
        return -1;
    }

    private static boolean follows(SaidWords said, int at, Set<String> words) {
        for (int next = at + 1; next <= at + WINDOW && said.inOneSentence(at, next); next++) {
            if (words.contains(said.words().get(next).folded())) {
                return true;
            }
        }
        return false;
    }

    private static List<List<String>> phrases(String... phrases) {
        return Stream.of(phrases).map(SaidWords::folded).toList();
    }
}
