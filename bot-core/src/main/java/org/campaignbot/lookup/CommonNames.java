package org.campaignbot.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.directory.Lawmaker;

/**
 * What people call a lawmaker: without middle initials and "Jr.", by the nickname in the tables ("Eric A. "Rick" Crawford"), or by
 * the first name they go by.
 */
public final class CommonNames {

    private static final Pattern NICKNAME = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\.");
    private static final Set<String> SUFFIXES = Set.of("Jr.", "Sr.", "II", "III", "IV");

    /**
     * The names of members whom the tables list by another first name than people use, by their key. General knowledge, written
     * for this project on 2026-11-27.
     */
    private static final String KNOWN = """
            B001292 Don Beyer
            B001307 Jim Baird
            B001319 Katie Britt
            B001323 Nick Begich
            B001327 Rob Bresnahan
            C000537 Jim Clyburn
            C001088 Chris Coons
            C001110 Lou Correa
            C001123 Gil Cisneros
            D000230 Don Davis
            D000530 Chris Deluzio
            D000563 Dick Durbin
            H001047 Jim Himes
            H001076 Maggie Hassan
            J000295 Dave Joyce
            J000312 Jim Justice
            K000375 Bill Keating
            K000399 Jen Kiggans
            K000402 Tim Kennedy
            L000566 Bob Latta
            L000600 Nick Langworthy
            M000133 Ed Markey
            M000312 Jim McGovern
            M001169 Chris Murphy
            M001206 Joe Morelle
            M001210 Greg Murphy
            M001218 Rich McCormick
            M001243 Dave McCormick
            N000193 Zach Nunn
            O000177 Bob Onder
            R000584 Jim Risch
            S000033 Bernie Sanders
            S000148 Chuck Schumer
            S000522 Chris Smith
            S001145 Jan Schakowsky
            S001148 Mike Simpson
            S001190 Brad Schneider
            S001201 Tom Suozzi
            S001214 Greg Steube
            T000165 Tom Tiffany
            T000463 Mike Turner
            T000490 Dave Taylor
            W000804 Rob Wittman
            """;

    private static final Map<String, String> BY_KEY = byKey();

    private CommonNames() {}

    /** The name to show, such as {@code Dick Durbin}. */
    public static String of(Lawmaker lawmaker) {
        String known = BY_KEY.get(lawmaker.bioguide());
        return known == null ? plain(lawmaker.name()) : known;
    }

    private static String plain(String name) {
        Matcher nickname = NICKNAME.matcher(name);
        if (nickname.find()) {
            return withoutExtras(nickname.group(1) + name.substring(nickname.end()), 1);
        }
        return withoutExtras(name, 0);
    }

    /** The name without initials and suffixes, as long as a first and a last name stay. */
    private static String withoutExtras(String name, int first) {
        List<String> words = new ArrayList<>(List.of(name.strip().split("\\s+", -1)));
        while (words.size() > 2 && SUFFIXES.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
            int last = words.size() - 1;
            words.set(last, words.get(last).replaceFirst(",$", ""));
        }
        for (int i = words.size() - 2; i >= first; i--) {
            if (words.size() > 2 && INITIAL.matcher(words.get(i)).matches()) {
                words.remove(i);
            }
        }
        return String.join(" ", words);
    }

    private static Map<String, String> byKey() {
        Map<String, String> names = new HashMap<>();
        KNOWN.lines().forEach(line -> names.put(line.substring(0, 7), line.substring(8)));
        return names;
    }
}
