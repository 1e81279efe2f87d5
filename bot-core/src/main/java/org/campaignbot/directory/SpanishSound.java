package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds names that somebody spelled by ear, as Spanish spells: "jiuston" for Houston, "miluoqui" for Milwaukee.
 *
 * <p>Both spellings are rewritten as a Spanish ear hears them ("kliblan", "kleblan"). Names whose consonants are the same, in the
 * same order, are compared with their vowels, which Spanish has fewer of.
 */
final class SpanishSound {

    /** With fewer consonants, names must sound all but the same, since too many do. */
    private static final int FEWEST_CONSONANTS = 3;

    /** The fewest letters of a name with so few consonants, as in "jialia". */
    private static final int SHORTEST = 5;

    /** From so many letters, more than one may differ. */
    private static final int LONG = 7;

    /** One more letter may differ for every so many. */
    private static final int LETTERS_FOR_A_SLIP = 4;

    /** How English and Spanish spellings sound, in this order; C is the "ch" of "Chicago" or "Nashville". */
    private static final List<Map.Entry<Pattern, String>> HEARD = rules("""
            island ilan; [cs]h C; tch C; ph f; th t; eigh$ ei; gh g; wh u; ck k
            ^(?:g|h)?[uw](?=[aeio]) u; w u; ^[hy](?=[aeiou]) j; (?<=n)h j; h -
            e[ea] i; oo u; ou(?!$) u; [ao]u(?=[^aeiou]|$) o; a[iy] ei; e?y$ i; y i
            c(?=[ei]) s; qu(?=[ei]) k; [cq] k; [zx] s; v b; g(?=[ei]) j
            (.)\\1+ $1; (?<=[^aeiou])e$ -; ^e(?=s[^aeiou]) -; (?<=[nlrkps])[dt](?=[^aeiour]|$) -; m$ n; (?<=n)g(?![aeiou]) -""");

    private final Map<String, List<Name>> bySound = new HashMap<>();

    SpanishSound(Stream<String> keys) {
        keys.map(key -> new Name(key, heard(key)))
                .forEach(name -> bySound.computeIfAbsent(consonants(name.heard()), sound -> new ArrayList<>())
                        .add(name));
    }

    private record Name(String key, String heard) {}

    private static List<Map.Entry<Pattern, String>> rules(String lines) {
        return Stream.of(lines.strip().split("[;\\n]\\s*", -1))
                .map(rule -> rule.strip().split(" ", 2))
                .map(rule -> Map.entry(Pattern.compile(rule[0]), rule[1].replace("-", "")))
                .toList();
    }

    /** The keys that sound like a typed one, the likest; none if it sounds too unlike them. */
    List<String> like(String typed) {
        String sound = heard(typed);
        String consonants = consonants(sound);
        int best = sound.length() >= LONG
                ? sound.length() / LETTERS_FOR_A_SLIP + 1
                : sound.length() >= SHORTEST || consonants.length() >= FEWEST_CONSONANTS ? 1 : -1;
        List<String> found = new ArrayList<>();
        for (Name name : bySound.getOrDefault(consonants, List.of())) {
            int slips = Spelling.slips(sound, name.heard(), Math.max(best, 0));
            if (slips < best) {
                best = slips;
                found.clear();
            }
            if (slips == best) {
                found.add(name.key());
            }
        }
        return found;
    }

    /** A key as a Spanish ear hears it. */
    static String heard(String key) {
        String heard = key;
        for (Map.Entry<Pattern, String> rule : HEARD) {
            heard = rule.getKey().matcher(heard).replaceAll(rule.getValue());
        }
        return heard;
    }

    private static String consonants(String heard) {
        return heard.replace('C', 's').replaceAll("[aeiou]", "").replaceAll("(.)\\1+", "$1");
    }
}
