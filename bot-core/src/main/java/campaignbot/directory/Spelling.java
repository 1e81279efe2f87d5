package campaignbot.directory;

/** How far two keys are apart, counted in the slips that people make when they type. */
final class Spelling {

    private static final int MAYBE_OTHER_LETTER = 8;

    private Spelling() {}

    /**
     * The fewest slips (a letter left out, one too many, two swapped, one wrong) that lead from one key to the other,
     * or more than the limit. A wrong letter counts only in a long word: in a short one it makes another word
     * ("market" is not Markey).
     */
    static int slips(String typed, String meant, int limit) {
        int rows = typed.length();
        int columns = meant.length();
        if (Math.abs(rows - columns) > limit) {
            return limit + 1;
        }
        int wrongLetter = Math.min(rows, columns) >= MAYBE_OTHER_LETTER ? 1 : 2;
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
                int slips = Math.min(Math.min(last[j], current[j - 1]) + 1, last[j - 1] + (a == b ? 0 : wrongLetter));
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

    /** Which letters occur in a key, a bit each: keys whose letters differ much are not worth comparing. */
    static int letters(String key) {
        int letters = 0;
        for (int i = 0; i < key.length(); i++) {
            letters |= 1 << (key.charAt(i) & 31);
        }
        return letters;
    }

    /** Whether keys with these letters could be within so many slips: each slip takes away and adds one letter at most. */
    static boolean couldBeWithin(int slips, int letters, int others) {
        return Integer.bitCount(letters & ~others) <= slips && Integer.bitCount(others & ~letters) <= slips;
    }
}
