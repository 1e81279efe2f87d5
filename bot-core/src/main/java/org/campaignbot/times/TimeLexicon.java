package org.campaignbot.times;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words for times in English and Spanish, folded, with their meanings; long words are recognized with typos too. */
final class TimeLexicon {

    /** What a word stands for; next to other words it may mean something else, which the caller decides. */
    enum Kind {
        NUMBER,
        WEEKDAY,
        MONTH,
        UNIT,
        PART,
        TODAY,
        TOMORROW,
        TONIGHT,
        YESTERDAY,
        NEXT,
        AM,
        PM
    }

    /** A word's value: a number, a day from 1 (Monday), a month from 1, minutes of a unit, or the hour of a part of the day. */
    record Word(Kind kind, int worth) {}

    static final int MINUTE = 1;
    static final int HOUR = 60;
    static final int DAY = 24 * HOUR;
    static final int WEEK = 7 * DAY;
    static final int MONTH = 30 * DAY;

    static final int MORNING = 9;
    static final int NOON = 12;
    static final int AFTERNOON = 15;
    static final int EVENING = 18;
    static final int NIGHT = 20;
    static final int MIDNIGHT = 24;
    static final int SMALL_HOURS = 5;

    /** The shortest word recognized with one typo, and the shortest with two. */
    private static final int ONE_SLIP = 5;

    private static final int TWO_SLIPS = 7;

    /** Words that only look like a time's: the zone is no morning. */
    private static final Set<String> OTHERS = Set.of("montana", "montanas");

    private static final Map<String, Word> WORDS = new HashMap<>();

    static {
        numbers("zero one two three four five six seven eight nine ten eleven twelve");
        numbers("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce");
        number("a an un una", 1);
        number("couple par", 2);
        number("fifteen quince", 15);
        number("twenty veinte", 20);
        number("thirty treinta", 30);
        number("forty cuarenta", 40);
        number("fortyfive", 45);
        number("fifty cincuenta", 50);
        number("sixty sesenta", 60);
        number("ninety noventa", 90);
        days("monday tuesday wednesday thursday friday saturday sunday");
        days("mon tue wed thu fri sat sun");
        days("mondays tues weds thurs fridays saturdays sundays");
        words(Kind.WEEKDAY, 1, "lun");
        words(Kind.WEEKDAY, 3, "mie");
        words(Kind.WEEKDAY, 4, "jue");
        words(Kind.WEEKDAY, 5, "vie");
        words(Kind.WEEKDAY, 6, "sab");
        days("lunes martes miercoles jueves viernes sabado domingo");
        months("january february march april may june july august september october november december");
        months("jan feb mar apr may jun jul aug sep oct nov dec");
        months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
        words(Kind.MONTH, 1, "ene");
        words(Kind.MONTH, 4, "abr");
        words(Kind.MONTH, 9, "sept");
        words(Kind.MONTH, 12, "dic");
        words(Kind.UNIT, MINUTE, "minute minutes min mins minuto minutos");
        words(Kind.UNIT, HOUR, "hour hours hr hrs hora horas");
        words(Kind.UNIT, DAY, "day days dia dias");
        words(Kind.UNIT, WEEK, "week weeks semana semanas");
        words(Kind.UNIT, MONTH, "month months mes meses");
        words(Kind.PART, MORNING, "morning mornin");
        words(Kind.PART, NOON, "noon midday mediodia lunch lunchtime");
        words(Kind.PART, AFTERNOON, "afternoon tarde");
        words(Kind.PART, EVENING, "evening");
        words(Kind.PART, NIGHT, "night noche");
        words(Kind.PART, MIDNIGHT, "midnight medianoche");
        words(Kind.PART, SMALL_HOURS, "madrugada");
        words(Kind.TODAY, 0, "today hoy");
        words(Kind.TOMORROW, 0, "tomorrow tmrw tmr tmw tmro 2moro 2morrow 2mrw 2mro manana mnn");
        words(Kind.TONIGHT, 0, "tonight tonite");
        words(Kind.YESTERDAY, 0, "yesterday ayer anoche");
        words(Kind.NEXT, 0, "next proximo proxima siguiente");
        words(Kind.AM, 0, "am");
        words(Kind.PM, 0, "pm");
    }

    private TimeLexicon() {}

    /** What a folded word without a typo means; null if it isn't a time word. */
    static @Nullable Word exactly(String word) {
        return WORDS.get(word);
    }

    /** What a folded word means, perhaps with a typo; null if it isn't a time word. */
    static @Nullable Word of(String word) {
        Word exact = exactly(word);
        if (exact != null || OTHERS.contains(word) || word.length() < ONE_SLIP || Character.isDigit(word.charAt(0))) {
            return exact;
        }
        int allowed = word.length() >= TWO_SLIPS ? 2 : 1;
        Word nearest = null;
        int least = allowed + 1;
        for (Map.Entry<String, Word> known : WORDS.entrySet()) {
            // Numbers are short and close to everyday words (three, there), so they must be spelled correctly.
            if (known.getKey().length() >= ONE_SLIP
                    && known.getValue().kind() != Kind.NUMBER
                    && known.getKey().charAt(0) == word.charAt(0)) {
                int slips = slips(word, known.getKey());
                if (slips < least || (slips == least && known.getValue().equals(nearest))) {
                    nearest = known.getValue();
                    least = slips;
                } else if (slips == least && slips <= allowed) {
                    // Equally close to two meanings: ask rather than guess.
                    nearest = null;
                }
            }
        }
        return nearest;
    }

    /** The number of letters inserted, dropped, changed or swapped with their neighbor (optimal string alignment). */
    private static int slips(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    private static void numbers(String words) {
        List<String> all = List.of(words.split(" ", -1));
        all.forEach(word -> WORDS.put(word, new Word(Kind.NUMBER, all.indexOf(word))));
    }

    private static void days(String words) {
        List<String> all = List.of(words.split(" ", -1));
        for (DayOfWeek day : DayOfWeek.values()) {
            WORDS.put(all.get(day.getValue() - 1), new Word(Kind.WEEKDAY, day.getValue()));
        }
    }

    private static void months(String words) {
        List<String> all = List.of(words.split(" ", -1));
        for (Month month : Month.values()) {
            WORDS.put(all.get(month.getValue() - 1), new Word(Kind.MONTH, month.getValue()));
        }
    }

    private static void number(String words, int worth) {
        words(Kind.NUMBER, worth, words);
    }

    private static void words(Kind kind, int worth, String words) {
        for (String word : words.split(" ", -1)) {
            WORDS.put(word, new Word(kind, worth));
        }
    }
}
