package org.campaignbot.alert;

import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Makes ids of alerts: short enough to type, without letters that look like digits. */
public final class AlertIds {

    private static final String LETTERS = "abcdefghjkmnpqrstvwxyz23456789";
    private static final int LENGTH = 5;

    private final RandomGenerator random;

    /** Draws ids at random. */
    public AlertIds(RandomGenerator random) {
        this.random = random;
    }

    /** An id that is not taken yet. */
    public String next(Predicate<String> taken) {
        String id;
        do {
            StringBuilder letters = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            id = letters.toString();
        } while (taken.test(id));
        return id;
    }
}
