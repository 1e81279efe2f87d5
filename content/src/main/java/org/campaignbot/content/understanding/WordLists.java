package org.campaignbot.content.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.campaignbot.flow.Fold;
import org.jspecify.annotations.Nullable;

/**
 * The authors' lists of words with the same meaning, and which of them a text matches. Immutable once filled.
 *
 * <p>An entry is a word or a phrase; {@code deport*} stands for any word that begins like this, {@code *aron} for any that ends
 * like this, a lone {@code *} for any one word and {@code [kin]} for a word of another list.
 */
final class WordLists {

    /** Stands for no list: a part of a phrase may be any word. */
    private static final int ANY = -1;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, BitSet> words = new HashMap<>();
    private final Map<Integer, List<Beginning>> beginnings = new HashMap<>();
    private final Map<String, BitSet> endings = new HashMap<>();
    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    /** Phrases that begin with a word of a list, by its number. */
    private final Map<Integer, List<Phrase>> openPhrases = new HashMap<>();

    /** The lists that some phrase begins with a word of. */
    private final BitSet openers = new BitSet();

    /** The beginning of a word that belongs to a list. */
    private record Beginning(String letters, int list) {}

    private record Phrase(List<Part> parts, int list) {}

    /** A part of a phrase: one sound, a beginning, or else a word of the list with that number; {@link #ANY} is any word. */
    private record Part(@Nullable String word, @Nullable String beginning, int list) {}

    /** Adds an entry to a list. */
    void add(String list, String entry) {
        int number = number(list);
        String[] written = entry.trim().split("\\s+", -1);
        if (written.length == 1 && !written[0].startsWith("[")) {
            addWord(written[0], number);
            return;
        }
        List<Part> parts = new ArrayList<>();
        for (String each : written) {
            if (each.startsWith("[") && each.endsWith("]")) {
                parts.add(new Part(null, null, number(each.substring(1, each.length() - 1))));
            } else if (each.equals("*")) {
                parts.add(new Part(null, null, ANY));
            } else if (each.endsWith("*")) {
                parts.add(new Part(null, Sound.of(Fold.fold(each)), ANY));
            } else {
                parts.add(new Part(Sound.of(Fold.fold(each)), null, ANY));
            }
        }
        Phrase phrase = new Phrase(parts, number);
        String first = parts.get(0).word;
        if (first == null) {
            int opener = parts.get(0).list;
            openPhrases.computeIfAbsent(opener, each -> new ArrayList<>()).add(phrase);
            if (opener != ANY) {
                openers.set(opener);
            }
        } else {
            phrases.computeIfAbsent(first, word -> new ArrayList<>()).add(phrase);
        }
    }

    private void addWord(String written, int number) {
        String folded = Fold.fold(written);
        if (written.length() > 1 && written.startsWith("*")) {
            endings.computeIfAbsent(Sound.of(folded), word -> new BitSet()).set(number);
            return;
        } else if (!written.endsWith("*")) {
            words.computeIfAbsent(Sound.of(folded), word -> new BitSet()).set(number);
            return;
        }
        // The next letter decides how a last c or g sounds, and here it may be any letter.
        String beginning = Sound.of(folded);
        addBeginning(beginning, number);
        if (folded.endsWith("c")) {
            addBeginning(beginning.substring(0, beginning.length() - 1) + "s", number);
        } else if (folded.endsWith("g")) {
            addBeginning(beginning.substring(0, beginning.length() - 1) + "j", number);
        }
    }

    private void addBeginning(String letters, int number) {
        beginnings.computeIfAbsent(firstTwo(letters), word -> new ArrayList<>()).add(new Beginning(letters, number));
    }

    private static int firstTwo(String sound) {
        return sound.length() < 2 ? -1 : sound.charAt(0) << Character.SIZE | sound.charAt(1);
    }

    /** The number of a list, assigned when it's first named. */
    int number(String list) {
        return numbers.computeIfAbsent(list, name -> numbers.size());
    }

    int size() {
        return numbers.size();
    }

    /** The numbers of some lists. */
    BitSet numbers(Iterable<String> names) {
        BitSet chosen = new BitSet();
        names.forEach(name -> chosen.set(number(name)));
        return chosen;
    }

    /** Adds every word of some lists to a speller, so that none is corrected into another. */
    void teach(Speller speller, BitSet taught) {
        words.forEach((word, itsLists) -> {
            if (itsLists.intersects(taught)) {
                speller.add(word);
            }
        });
        beginnings.values().stream()
                .flatMap(List::stream)
                .filter(beginning -> taught.get(beginning.list))
                .forEach(beginning -> speller.add(beginning.letters));
        phrases.values().stream()
                .flatMap(List::stream)
                .filter(phrase -> taught.get(phrase.list))
                .flatMap(phrase -> phrase.parts.stream())
                .flatMap(part -> Stream.ofNullable(part.word))
                .forEach(speller::add);
    }

    /** Whether a word begins as an entry of some lists requires. */
    boolean opens(String sound, BitSet some) {
        for (Beginning beginning : beginnings.getOrDefault(firstTwo(sound), List.of())) {
            if (some.get(beginning.list) && sound.startsWith(beginning.letters)) {
                return true;
            }
        }
        return false;
    }

    /** The lists that each word of a text belongs to, and those of the phrases that it's part of. */
    BitSet[] touchedBy(List<String> sounds) {
        BitSet[] touched = new BitSet[sounds.size()];
        for (int at = 0; at < touched.length; at++) {
            touched[at] = new BitSet(size());
            String sound = sounds.get(at);
            BitSet exact = words.get(sound);
            if (exact != null) {
                touched[at].or(exact);
            }
            for (Beginning beginning : beginnings.getOrDefault(firstTwo(sound), List.of())) {
                if (sound.startsWith(beginning.letters)) {
                    touched[at].set(beginning.list);
                }
            }
            for (Map.Entry<String, BitSet> ending : endings.entrySet()) {
                if (sound.endsWith(ending.getKey())
                        && sound.length() > ending.getKey().length() + 1) {
                    touched[at].or(ending.getValue());
                }
            }
        }
        for (int at = 0; at < touched.length; at++) {
            for (Phrase phrase : phrases.getOrDefault(sounds.get(at), List.of())) {
                mark(phrase, sounds, touched, at);
            }
            for (Phrase phrase : openPhrases.getOrDefault(ANY, List.of())) {
                mark(phrase, sounds, touched, at);
            }
            for (int list = touched[at].nextSetBit(0); list >= 0; list = touched[at].nextSetBit(list + 1)) {
                if (openers.get(list)) {
                    for (Phrase phrase : openPhrases.getOrDefault(list, List.of())) {
                        mark(phrase, sounds, touched, at);
                    }
                }
            }
        }
        return touched;
    }

    private void mark(Phrase phrase, List<String> sounds, BitSet[] touched, int at) {
        int end = at + phrase.parts.size();
        if (end > touched.length) {
            return;
        }
        for (int i = at; i < end; i++) {
            if (!stands(phrase.parts.get(i - at), sounds.get(i), touched[i])) {
                return;
            }
        }
        for (int i = at; i < end; i++) {
            touched[i].set(phrase.list);
        }
    }

    private static boolean stands(Part part, String sound, BitSet touched) {
        if (part.word != null) {
            return part.word.equals(sound);
        } else if (part.beginning != null) {
            return sound.startsWith(part.beginning);
        }
        return part.list == ANY || touched.get(part.list);
    }
}
