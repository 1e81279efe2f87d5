package org.campaignbot.alert.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.campaignbot.alert.check.SaidWords.Word;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;

/** Finds the members of Congress named in the tables, by name or last name, with or without a title. */
final class NamedLawmakers {

    /** Titles before a name, in either language. */
    private static final Set<String> TITLES = Set.of(
            "sen",
            "senator",
            "rep",
            "representative",
            "congressman",
            "congresswoman",
            "congressmember",
            "congressperson",
            "leader",
            "speaker",
            "delegate",
            "commissioner",
            "mr",
            "mrs",
            "ms",
            "senador",
            "senadora",
            "representante",
            "congresista",
            "diputado",
            "diputada",
            "delegado",
            "delegada",
            "comisionado",
            "comisionada",
            "residente");

    /**
     * Last names that are also ordinary words, first names or places. Without a title or a first name they are ambiguous, so they cause a
     * warning and never an error.
     */
    private static final Set<String> ORDINARY = Set.of(
            "bacon",
            "banks",
            "barr",
            "bean",
            "bell",
            "bishop",
            "brown",
            "case",
            "castor",
            "clark",
            "cleaver",
            "cloud",
            "clyde",
            "cole",
            "costa",
            "cotton",
            "courtney",
            "craig",
            "crane",
            "crank",
            "crow",
            "dean",
            "dexter",
            "downing",
            "fields",
            "figures",
            "fine",
            "flood",
            "foster",
            "franklin",
            "frost",
            "fry",
            "gill",
            "golden",
            "graham",
            "graves",
            "gray",
            "green",
            "guest",
            "harder",
            "hill",
            "hudson",
            "hunt",
            "jack",
            "jackson",
            "james",
            "jordan",
            "justice",
            "kelly",
            "kim",
            "king",
            "lee",
            "lucas",
            "luna",
            "mace",
            "marshall",
            "mast",
            "mills",
            "min",
            "moody",
            "norman",
            "paul",
            "perry",
            "peters",
            "pou",
            "randall",
            "reed",
            "riley",
            "rose",
            "ross",
            "rounds",
            "roy",
            "ryan",
            "scott",
            "self",
            "sessions",
            "simon",
            "strong",
            "taylor",
            "tiffany",
            "torres",
            "warren",
            "waters",
            "young");

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();

    private record Name(List<String> words, boolean isLast) {}

    /**
     * A mention of a person.
     *
     * @param first the index of its first word, the title included
     * @param last the index of its last word
     * @param isSure whether it can only be a name
     */
    record Mention(int first, int last, boolean isSure) {}

    /** The names of all members of Congress in the tables, including those whose term has ended since. */
    static NamedLawmakers of(Directory directory) {
        NamedLawmakers names = new NamedLawmakers();
        for (String id : new TreeSet<>(directory.seatIds())) {
            directory.seat(id, directory.namesAsOf()).flatMap(Seat::holder).ifPresent(names::add);
        }
        return names;
    }

    private void add(Lawmaker lawmaker) {
        List<String> last = SaidWords.folded(lawmaker.lastName());
        List<String> usual = new ArrayList<>(SaidWords.folded(lawmaker.firstName()));
        usual.addAll(last);
        add(new Name(last, true));
        add(new Name(usual, false));
        add(new Name(SaidWords.folded(lawmaker.name()), false));
    }

    private void add(Name name) {
        if (!name.words.isEmpty()) {
            byFirstWord
                    .computeIfAbsent(name.words.get(0), any -> new ArrayList<>())
                    .add(name);
        }
    }

    /** The people that a text names. */
    List<Mention> in(SaidWords said) {
        List<Mention> mentions = new ArrayList<>();
        for (int at = 0; at < said.words().size(); at++) {
            Name longest = null;
            for (Name name : byFirstWord.getOrDefault(said.words().get(at).folded(), List.of())) {
                boolean fits = said.isAt(at, name.words) && (!name.isLast || isCapital(said, at, name));
                if (fits && (longest == null || name.words.size() > longest.words.size())) {
                    longest = name;
                }
            }
            if (longest != null) {
                mentions.add(mention(said, at, longest));
                at += longest.words.size() - 1;
            }
        }
        return mentions;
    }

    private static Mention mention(SaidWords said, int at, Name name) {
        int last = at + name.words.size() - 1;
        int first = at;
        while (said.inOneSentence(first - 1, at)
                && TITLES.contains(said.words().get(first - 1).folded())) {
            first--;
        }
        boolean isWord = name.isLast && name.words.size() == 1 && ORDINARY.contains(name.words.get(0));
        return new Mention(first, last, first < at || !isWord);
    }

    private static boolean isCapital(SaidWords said, int at, Name name) {
        for (int i = 0; i < name.words.size(); i++) {
            Word word = said.words().get(at + i);
            if (!word.isCapital()) {
                return false;
            }
        }
        return true;
    }
}
