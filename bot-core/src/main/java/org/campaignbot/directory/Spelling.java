package org.campaignbot.directory;

/** The distance between two keys, counted in typos. */
final class Spelling {

    private static final int LONG = 8;
    private static final String[] SOUND_ALIKE = {"aeiouy", "ckqsz", "bfvw", "dt", "gj", "mn"};

    private Spelling() {}

    /**
     * The fewest typos (a missing letter, an extra one, two swapped, one wrong) between one key and the other, or more than the
     * limit. In a short word a wrong letter must sound like the right one ("Schumar"): any other makes a different word ("market"
     * isn't Markey).
     */
    static int slips(String typed, String meant, int limit) {
        int rows = typed.length();
        int columns = meant.length();
        if (Math.abs(rows - columns) > limit) {
            return limit + 1;
        }
        boolean isLong = Math.min(rows, columns) >= LONG;
        int[] beforeLast = new int[columns + 1];
        int[] last = new int[columns + 1];
        int[] current = new int[columns + 1];
        for (int j = 0; j <= columns; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= rows; i++) {
            char a = typed.charAt(i - 1);
            current[0] = i;
            int best = i;
            for (int j = 1; j <= columns; j++) {
                char b = meant.charAt(j - 1);
                int slips = Math.min(Math.min(last[j], current[j - 1]) + 1, last[j - 1] + wrongLetter(a, b, isLong));
                if (i > 1 && j > 1 && a == meant.charAt(j - 2) && b == typed.charAt(i - 2)) {
                    slips = Math.min(slips, beforeLast[j - 2] + 1);
                }
                current[j] = slips;
                best = Math.min(best, slips);
            }
            if (best > limit + 1) {
                return limit + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[columns];
    }

    private static int wrongLetter(char typed, char meant, boolean isLong) {
        if (typed == meant) {
            return 0;
        }
        if (isLong) {
            return 1;
        }
        for (String alike : SOUND_ALIKE) {
            if (alike.indexOf(typed) >= 0 && alike.indexOf(meant) >= 0) {
                return 1;
            }
        }
        return 2;
    }

    /** The letters in a key, one bit each: keys with very different letters aren't worth comparing. */
    static int letters(String key) {
        int letters = 0;
        for (int i = 0; i < key.length(); i++) {
            letters |= 1 << (key.charAt(i) & 31);
        }
        return letters;
    }

    /** Whether keys with these letters could be within this many typos: each typo removes and adds at most one letter. */
    static boolean couldBeWithin(int slips, int letters, int others) {
        return Integer.bitCount(letters & ~others) <= slips && Integer.bitCount(others & ~letters) <= slips;
    }
}
