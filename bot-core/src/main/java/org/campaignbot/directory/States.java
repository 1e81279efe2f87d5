package org.campaignbot.directory;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/** The fifty states, the District of Columbia and the five territories that send a delegate, by postal code. */
public final class States {

    /** Code, name and the two classes of the state's senators, which no election changes (Senate Manual, classes). */
    private static final String FIFTY = """
            AL Alabama 23
            AK Alaska 23
            AZ Arizona 13
            AR Arkansas 23
            CA California 13
            CO Colorado 23
            CT Connecticut 13
            DE Delaware 12
            FL Florida 13
            GA Georgia 23
            HI Hawaii 13
            ID Idaho 23
            IL Illinois 23
            IN Indiana 13
            IA Iowa 23
            KS Kansas 23
            KY Kentucky 23
            LA Louisiana 23
            ME Maine 12
            MD Maryland 13
            MA Massachusetts 12
            MI Michigan 12
            MN Minnesota 12
            MS Mississippi 12
            MO Missouri 13
            MT Montana 12
            NE Nebraska 12
            NV Nevada 13
            NH New Hampshire 23
            NJ New Jersey 12
            NM New Mexico 12
            NY New York 13
            NC North Carolina 23
            ND North Dakota 13
            OH Ohio 13
            OK Oklahoma 23
            OR Oregon 23
            PA Pennsylvania 13
            RI Rhode Island 12
            SC South Carolina 23
            SD South Dakota 23
            TN Tennessee 12
            TX Texas 12
            UT Utah 13
            VT Vermont 13
            VA Virginia 12
            WA Washington 13
            WV West Virginia 12
            WI Wisconsin 13
            WY Wyoming 12
            """;

    private static final String WITHOUT_SENATORS = """
            DC District of Columbia
            PR Puerto Rico
            VI U.S. Virgin Islands
            GU Guam
            AS American Samoa
            MP Northern Mariana Islands
            """;

    private static final NavigableMap<String, String> NAMES = new TreeMap<>();
    private static final Map<String, List<Integer>> SENATE_CLASSES = new HashMap<>();

    static {
        for (String line : FIFTY.split("\n", -1)) {
            if (!line.isEmpty()) {
                String code = line.substring(0, 2);
                int end = line.length();
                NAMES.put(code, line.substring(3, end - 3));
                SENATE_CLASSES.put(code, List.of(line.charAt(end - 2) - '0', line.charAt(end - 1) - '0'));
            }
        }
        for (String line : WITHOUT_SENATORS.split("\n", -1)) {
            if (!line.isEmpty()) {
                NAMES.put(line.substring(0, 2), line.substring(3));
            }
        }
    }

    private States() {}

    /** Initialized on first use, because the names themselves are read from this class. */
    private static final class Called {
        static final StateNames NAMES = new StateNames();
    }

    /** The English name, such as {@code New York}; empty if the code isn't one of the 56. */
    public static Optional<String> name(String code) {
        return Optional.ofNullable(NAMES.get(code));
    }

    /** The English name, or the code itself if it isn't one of the 56. */
    public static String nameOrCode(String code) {
        return NAMES.getOrDefault(code, code);
    }

    /** The code of the state that words name, by postal code or by an English or Spanish name; empty for any other words. */
    public static Optional<String> called(String words) {
        return Called.NAMES.named(Query.of(words));
    }

    /** All 56 codes, in order. */
    public static NavigableSet<String> codes() {
        return Collections.unmodifiableNavigableSet(NAMES.navigableKeySet());
    }

    /** Whether the code is one of the fifty that elect two senators. */
    public static boolean hasSenators(String code) {
        return SENATE_CLASSES.containsKey(code);
    }

    /** The classes of the state's two senators, in order; none if it has no senators. */
    public static List<Integer> senateClasses(String code) {
        return SENATE_CLASSES.getOrDefault(code, List.of());
    }
}
