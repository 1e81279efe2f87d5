package org.campaignbot.web.console;

import org.campaignbot.alert.audience.AudienceCount;

/**
 * How many people an alert is for, as organizers see it.
 *
 * @param shown the count as forms carry it: digits, or the word for fewer than ten
 * @param words the count in words: {@code 1,204 people}, {@code fewer than ten people}
 */
public record HeadCount(String shown, String words) {

    /** From this size on, the sender must tick a confirmation. */
    static final long MANY = 500;

    /** Whether it's for nobody at all. */
    public boolean isNobody() {
        return shown.equals("0");
    }

    static HeadCount of(AudienceCount count, ConsoleVisit visit) {
        return new HeadCount(
                count.shown(),
                count.total() == 0
                        ? visit.say("people.none")
                        : isNumber(count.shown())
                                ? visit.say("people", ConsoleVisit.number(count.total()))
                                : visit.say("people.few"));
    }

    /**
     * Whether so many that whoever agreed to another count must be asked again. Fewer is no surprise, and one in a hundred more
     * may sign up while a page is open.
     *
     * @param agreed the count that their page had, as {@link #shown}
     */
    static boolean isMore(AudienceCount count, String agreed) {
        if (!isNumber(agreed)) {
            return isNumber(count.shown()) && count.total() > 0;
        }
        long then = Long.parseLong(agreed);
        return count.total() > then + then / 100;
    }

    static boolean isMany(AudienceCount count) {
        return count.total() >= MANY;
    }

    private static boolean isNumber(String shown) {
        return shown.matches("[0-9]{1,12}");
    }
}
