package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds which of a few lawmakers somebody speaks of in a sentence about something else, as in "left a voicemail for markey" and
 * "schumers mailbox is full".
 *
 * <p>A name that is also an ordinary word, such as Young or Warren, needs a capital inside the sentence, a title before it, or a
 * spot where names go: "a message for warren", but not "for young people".
 */
final class SpokenNames {

    /** The fewest letters of a name that one of all senators, or of a state's House members, is surely meant by. */
    static final int SHORTEST_OF_ALL = 6;

    static final int SHORTEST_OF_A_STATE = 4;

    private static final int SHORTEST_PART = 6;
    private static final int SHORTEST_LAST_PART = 5;
    private static final int SHORTEST_MISSPELLED = 5;

    /** Shorter names sound like too many other words. */
    private static final int SHORTEST_HEARD = 6;

    private static final int SHORTEST_BY_EAR = 4;

    /** Letters that people mix up where a name begins with a C. */
    private static final String LIKE_C = "cksz";

    /** From so many letters a name may have one typo, and two. */
    private static final int ONE_SLIP = 7;

    private static final int TWO_SLIPS = 9;

    private static final Set<String> BEFORE_A_NAME = setOf("""
            a also and at borra but call called calling cambia change con corrige de do el era first fix for fue got la left llama
            llamar llamarle llame mean meant no not numero ok okay para pero primero quita reached so then to tried try undo wait
            with y want need give gimme dame deme quiero necesito
            asked now ahora said whats
            """);

    private static final Set<String> AFTER_A_NAME = setOf("""
            a again against agarro ahora ahorita also and answered apoya atendio backs busy but buzon called cogieron cogio
            colgo contestaron contesto contra could daba decia deje dice dicen didnt dijo dio doesnt done
            era esta estaba first fue full gave hable had has he hung i is isnt it just la le leaning left
            line lleno machine mailbox mandaba mando me message msg never next ni no nos not now number
            ocupado office opposes pero picked please porfa primero q que quiere quieren quiso rang recado
            said salio says sent she si sigue sonaba sono spoke staff still supports talked tambien tampoco
            tenia tho though then they thinks tiene today todavia tonight told too va vm voicemail vota votara votes voting wants was
            wasnt went will wont would wouldnt y ya yesterday yet ayer back bc because cause cuz earlier hoy last luego n once otra so
            staffer this twice when who
            """);

    /** Before a name, as in "a la señora Murray le marqué". */
    private static final Set<String> COURTESY = setOf("mr mrs ms miss mister sr sra senor senora don dona");

    /** What "was" can come after if a name follows: "the voicemail was moody", but not "she was moody". */
    private static final Set<String> BEFORE_WAS = setOf("call for it message one that this to vm voicemail with");

    /** What belongs to an office, after somebody's first name: "john's office", "dave's girl". */
    private static final Set<String> OF_AN_OFFICE = setOf("""
            office offices line lines machine mailbox voicemail vm staff staffer people folks girl guy lady gal intern aide desk number phone inbox side
            """);

    /** Words before a first name that's told apart from another one's: "the other, Tammy", "one for John". */
    private static final Set<String> BEFORE_A_FIRST_NAME = setOf("for other otra otro next para");

    /** A first name shorter than this is too much like other words. */
    private static final int SHORTEST_FIRST_NAME = 4;

    /** A word, folded, and whether it's written like a name: with a capital that no sentence begins with. */
    private record Word(String folded, boolean isNameLike) {}

    private SpokenNames() {}

    private static Set<String> setOf(String words) {
        return Set.of(words.strip().split("\\s+", -1));
    }

    /** The seats whose holders are named, in the order of the list. */
    static List<Seat> in(String text, List<Seat> among) {
        List<Word> words = words(text);
        return among.stream()
                .filter(seat -> end(seat, among, words, 0, words.size()) > 0)
                .toList();
    }

    /** Whether one of many is named for sure: as it's written, with no fewer letters than that, and by no ordinary word. */
    static boolean isSure(String text, List<Seat> among, int shortest) {
        Set<String> said = words(text).stream().map(Word::folded).collect(Collectors.toSet());
        return among.stream()
                .flatMap(seat -> seat.holder().stream())
                .map(holder -> String.join("", Query.of(holder.lastName()).words()))
                .anyMatch(name -> name.length() >= shortest
                        && !OrdinaryWords.contains(name)
                        && (said.contains(name) || said.contains(name + "s")));
    }

    /** A text with each name cut out. */
    static Spoken cut(String text, List<Seat> among) {
        List<Word> words = words(text);
        List<String> rest = new ArrayList<>();
        List<Seat> named = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int end = at;
            for (Seat seat : among) {
                int ends = end(seat, among, words, at, at + 1);
                if (ends > end) {
                    end = ends;
                    // Of two names that begin here, the longer one is meant.
                    named = new ArrayList<>(named.subList(0, count(rest)));
                    named.add(seat);
                }
            }
            boolean isNamed = end > at;
            if (isNamed
                    && !rest.isEmpty()
                    && firstNames(named.get(named.size() - 1)).contains(rest.get(rest.size() - 1))) {
                // "Now mark kelly": his first name is a part of the name.
                rest.remove(rest.size() - 1);
            }
            rest.add(isNamed ? Spoken.NAME : words.get(at).folded());
            at = Math.max(end, at + 1);
        }
        return new Spoken(String.join(" ", rest), named);
    }

    private static int count(List<String> rest) {
        return (int) rest.stream().filter(Spoken.NAME::equals).count();
    }

    /** The end of the first name of a seat's holder that begins between two words; 0 if there's none. */
    private static int end(Seat seat, List<Seat> among, List<Word> words, int from, int to) {
        int end = seat.holder()
                .map(holder -> end(
                        String.join(" ", Query.of(holder.firstName()).words()),
                        String.join(" ", Query.of(holder.lastName()).words()),
                        words,
                        from,
                        to))
                .orElse(0);
        return end > 0 ? end : endOfFirstName(seat, among, words, from, to);
    }

    /**
     * The end of a first name that only one of two senators has, where it's hardly a staffer's: "john's office", "one for dave", "dave i got cut
     * off". Whoever "talked to john" or says that "john answered" may mean somebody at the office.
     */
    private static int endOfFirstName(Seat seat, List<Seat> among, List<Word> words, int from, int to) {
        Set<String> names = firstNames(seat);
        if (among.size() != 2
                || among.stream()
                        .filter(each -> !each.equals(seat))
                        .anyMatch(each -> !Collections.disjoint(names, firstNames(each)))) {
            return 0;
        }
        for (int i = from; i < to; i++) {
            String word = words.get(i).folded();
            String next = i + 1 < words.size() ? words.get(i + 1).folded() : "";
            boolean isOfAnOffice =
                    names.stream().anyMatch(name -> word.equals(name + "s")) && OF_AN_OFFICE.contains(next);
            boolean isApart = names.contains(word)
                    && (next.equals("i")
                            || (i > 0
                                    && BEFORE_A_FIRST_NAME.contains(
                                            words.get(i - 1).folded())));
            if (isOfAnOffice || isApart) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The first names of a seat's holder: the one of the tables, and the one the card shows. */
    private static Set<String> firstNames(Seat seat) {
        return seat.holder().stream()
                .flatMap(holder -> Stream.of(holder.firstName(), holder.name()))
                .map(name -> Query.of(name).words())
                .filter(name -> !name.isEmpty() && name.get(0).length() >= SHORTEST_FIRST_NAME)
                .map(name -> name.get(0))
                .collect(Collectors.toSet());
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        boolean begins = true;
        for (String raw : text.strip().split("\\s+", -1)) {
            boolean isCapital = !raw.isEmpty() && Character.isUpperCase(raw.codePointAt(0));
            for (String folded : Query.of(raw).words()) {
                String before =
                        words.isEmpty() ? "" : words.get(words.size() - 1).folded();
                boolean hasTitle = TitleWords.isTitle(before) || COURTESY.contains(before);
                words.add(new Word(folded, hasTitle || (isCapital && !begins)));
            }
            begins = raw.matches(".*[.!?]");
        }
        return words;
    }

    private static int end(String firstName, String name, List<Word> words, int from, int to) {
        List<String> parts = List.of(name.split(" ", -1));
        String key = String.join("", parts);
        for (int i = from; i < to; i++) {
            int end = Math.min(words.size(), i + parts.size());
            String said = words.subList(i, end).stream().map(Word::folded).collect(Collectors.joining());
            String word = words.get(i).folded();
            boolean isWhole = isOf(key, said);
            boolean isFit = isWhole || isOf(key, word) || isPart(parts, word);
            boolean isSure = (isWhole && parts.size() > 1)
                    || !isOrdinary(word, key)
                    || isNameLike(i, words)
                    || (i > 0 && words.get(i - 1).folded().equals(firstName));
            if (isFit ? isSure : isMisspelled(word, key)) {
                return isWhole ? end : i + 1;
            } else if (parts.size() > 1 && end - i == parts.size() && isMisspelled(said, key)) {
                return end;
            }
        }
        return 0;
    }

    /** Whether a word is one of the names of a name of several, long enough to be no ordinary word. */
    private static boolean isPart(List<String> parts, String word) {
        String last = parts.get(parts.size() - 1);
        return parts.size() > 1
                && (parts.stream().anyMatch(part -> part.length() >= SHORTEST_PART && isOf(part, word))
                        || (last.length() >= SHORTEST_LAST_PART && !OrdinaryWords.contains(last) && isOf(last, word)));
    }

    private static boolean isNameLike(int at, List<Word> words) {
        boolean fitsBefore = at == 0
                || BEFORE_A_NAME.contains(words.get(at - 1).folded())
                || (at > 1
                        && words.get(at - 1).folded().equals("was")
                        && BEFORE_WAS.contains(words.get(at - 2).folded()));
        boolean fitsAfter = at + 1 == words.size()
                || AFTER_A_NAME.contains(words.get(at + 1).folded());
        return words.get(at).isNameLike() || (fitsBefore && fitsAfter);
    }

    /** Whether a word is a name, or a name's own: "markeys". */
    private static boolean isOf(String name, String word) {
        return word.equals(name) || word.equals(name + "s");
    }

    private static boolean isOrdinary(String word, String key) {
        return OrdinaryWords.contains(key) || OrdinaryWords.contains(word);
    }

    private static boolean isMisspelled(String word, String name) {
        if (OrdinaryWords.contains(word)) {
            return false;
        } else if (word.length() >= SHORTEST_BY_EAR
                && name.length() >= SHORTEST_HEARD
                && (word.charAt(0) == name.charAt(0) || LIKE_C.indexOf(word.charAt(0)) >= 0)
                && (sound(word).equals(sound(name)) || sound(word).equals(sound(name + "s")))) {
            return true;
        } else if (word.length() < SHORTEST_MISSPELLED || word.charAt(0) != name.charAt(0)) {
            return false;
        }
        int limit = name.length() >= TWO_SLIPS ? 2 : name.length() >= ONE_SLIP ? 1 : 0;
        return Spelling.slips(word, name, limit) <= limit || single(word).equals(single(name));
    }

    /** How a word sounds, nearly, for names that are written by ear: "shif", "kornin", "shumer". */
    private static String sound(String word) {
        return word.replace("sch", "sh")
                .replace("ph", "f")
                .replace("ck", "k")
                .replaceAll("c(?=[eiy])", "s")
                .replaceAll("c(?!h)", "k")
                .replace('z', 's')
                .replace('y', 'i')
                .replaceAll("([^aeiou])\\1", "$1");
    }

    /** A word with one letter in place of two equal ones, which people mix up: "ossof". */
    private static String single(String word) {
        return word.replaceAll("(\\p{L})\\1", "$1");
    }
}
