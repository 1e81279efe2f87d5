package org.campaignbot.alert.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.people.Language;
import org.campaignbot.times.ExactTime;
import org.campaignbot.times.ExactTime.Either;
import org.campaignbot.times.ExactTime.Not;
import org.campaignbot.times.ExactTime.Reading;
import org.campaignbot.times.ExactTime.Why;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the times that organizers type, at the desk, in a file and as an option: {@code Friday 6 pm},
 * {@code el viernes a las 18}, {@code 2026-12-02 18:00}, by the clock of Washington unless they name another zone.
 */
public final class AlertTime {

    /** Shows how to write a time. */
    public static final String FORM = "Friday 6 pm, or 2026-12-02 18:00, Eastern time";

    /** The time in Washington at which an alert ends where only its day is known. */
    static final LocalTime CLOSING = LocalTime.of(18, 0);

    private static final DateTimeFormatter EASTERN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu, h:mm", Locale.ENGLISH);

    // Spelled out because a locale's short names differ between JDK versions.
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> DIAS = List.of("lun", "mar", "mié", "jue", "vie", "sáb", "dom");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final List<String> MESES =
            List.of("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic");

    private AlertTime() {}

    /** Why a time can't be taken as it is, and what to write instead, in English. */
    public record Problem(String message, String fix) {}

    /** Reads a time in words, or with its offset as {@code 2026-11-25T18:00:00-05:00}, as of now. */
    public static Reading read(String text, Instant now) {
        return read(text, now, null);
    }

    /** Reads when an alert ends: as any time, but a day alone means that day at {@link #CLOSING}, as an end that isn't typed does. */
    public static Reading readEnd(String text, Instant now) {
        return read(text, now, CLOSING);
    }

    private static Reading read(String text, Instant now, @Nullable LocalTime closing) {
        Optional<OffsetDateTime> exact = withOffset(text.strip());
        if (exact.isEmpty()) {
            return ExactTime.read(text, now.atZone(EasternTime.ZONE), closing);
        }
        Instant time = exact.get().toInstant();
        return time.isAfter(now) ? new ExactTime.At(time.atZone(EasternTime.ZONE)) : new Not(Why.PAST, text);
    }

    /** Reads what {@link #write} wrote, even if it's over by now; empty for anything else. */
    static Optional<Instant> written(String text) {
        try {
            return withOffset(text)
                    .map(OffsetDateTime::toInstant)
                    .or(() -> Optional.of(EasternTime.instantOf(LocalDateTime.parse(text, EASTERN))));
        } catch (DateTimeException typedByAPerson) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> withOffset(String text) {
        try {
            return text.indexOf('T') > 0 ? Optional.of(OffsetDateTime.parse(text)) : Optional.empty();
        } catch (DateTimeException noOffset) {
            return Optional.empty();
        }
    }

    /** Why a reading isn't one time; empty if it is. */
    public static Optional<Problem> problem(String text, Reading reading) {
        String typed = "\"" + text.strip() + "\"";
        if (reading instanceof Either either) {
            return Optional.of(new Problem(
                    typed + " can mean " + options(either, each -> say(each.toInstant())),
                    "write " + options(either, each -> '"' + write(each.toInstant()) + '"')));
        } else if (reading instanceof Not not) {
            return Optional.of(
                    switch (not.why()) {
                        case NO_HOUR ->
                            new Problem(typed + " has no hour", "add one, as in \"" + text.strip() + " 6 pm\"");
                        case NO_DAY -> new Problem(typed + " isn't one day", "write it as " + FORM);
                        case SEVERAL -> new Problem(typed + " names several times", "write one of them, as " + FORM);
                        case WRONG_DAY -> {
                            LocalDate date = Objects.requireNonNull(not.date());
                            yield new Problem(
                                    typed + " doesn't match: " + date(date, Language.ENGLISH) + " is a "
                                            + weekday(date, Language.ENGLISH),
                                    "write the day that is meant, as " + FORM);
                        }
                        case PAST -> new Problem(typed + " has already passed", "write a later time");
                        case SKIPPED ->
                            new Problem(
                                    typed + " doesn't exist: clocks skip that hour", "write a time before or after it");
                        default ->
                            new Problem(
                                    typed + " isn't a time"
                                            + (not.words().isBlank()
                                                            || not.words().equals(text)
                                                    ? ""
                                                    : ": what does \"" + not.words() + "\" mean?"),
                                    "write it as " + FORM);
                    });
        }
        return Optional.empty();
    }

    private static String options(Either either, Function<ZonedDateTime, String> write) {
        return either.times().stream().map(write).collect(Collectors.joining(" or "));
    }

    /** Writes a time for organizers: to the minute, Eastern, with its offset if clocks show it twice. */
    public static String write(Instant instant) {
        LocalDateTime time = EasternTime.timeAt(instant);
        List<ZoneOffset> offsets = EasternTime.ZONE.getRules().getValidOffsets(time);
        return offsets.size() > 1
                ? instant.atZone(EasternTime.ZONE).toOffsetDateTime().toString()
                : EASTERN.format(time);
    }

    /** A button for a time, short enough for a phone: {@code Fri Dec 4, 6:00 PM}, {@code vie 4 dic, 6:00 p. m.} */
    static String label(ZonedDateTime time, Language language) {
        boolean isSpanish = language.equals(Language.SPANISH);
        int day = time.getDayOfWeek().getValue() - 1;
        int month = time.getMonthValue() - 1;
        boolean isTwice = time.getZone()
                        .getRules()
                        .getValidOffsets(time.toLocalDateTime())
                        .size()
                > 1;
        String zone = !isTwice ? "" : time.getZone().getRules().isDaylightSavings(time.toInstant()) ? " EDT" : " EST";
        String date = isSpanish
                ? DIAS.get(day) + " " + time.getDayOfMonth() + " " + MESES.get(month)
                : DAYS.get(day) + " " + MONTHS.get(month) + " " + time.getDayOfMonth();
        return date + ", " + timeOfDay(time, language) + zone;
    }

    /** A date: {@code December 8}, {@code 8 de diciembre}. */
    static String date(LocalDate date, Language language) {
        String form = language.equals(Language.SPANISH) ? "d 'de' MMMM" : "MMMM d";
        return DateTimeFormatter.ofPattern(form, language.locale()).format(date);
    }

    /** The day of the week of a date: {@code Tuesday}, {@code martes}. */
    static String weekday(LocalDate date, Language language) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale());
    }

    /** The time of day: {@code 6:00 PM}, {@code 6:00 p. m.} */
    static String timeOfDay(ZonedDateTime time, Language language) {
        String clock = (time.getHour() + 11) % 12 + 1 + (time.getMinute() < 10 ? ":0" : ":") + time.getMinute();
        boolean isMorning = time.getHour() < 12;
        return language.equals(Language.SPANISH)
                ? clock + (isMorning ? " a. m." : " p. m.")
                : clock + (isMorning ? " AM" : " PM");
    }

    /** Says a time in English: {@code Friday, December 4, 2026, 6:00 PM Eastern time}. */
    public static String say(Instant instant) {
        ZonedDateTime time = instant.atZone(EasternTime.ZONE);
        boolean isTwice = EasternTime.ZONE
                        .getRules()
                        .getValidOffsets(time.toLocalDateTime())
                        .size()
                > 1;
        String zone = !isTwice ? "Eastern time" : time.getZone().getRules().isDaylightSavings(instant) ? "EDT" : "EST";
        return IN_WORDS.format(time) + (time.getHour() < 12 ? " AM " : " PM ") + zone;
    }
}
