package org.campaignbot.alert.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.DistrictOffice;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Value;

/** The phone numbers that an alert may give: those of offices in the tables, the Capitol's, and verified ones of the pack. */
record KnownNumbers(Set<String> numbers) {

    private static final String CAPITOL = "2022243121";

    /** Ten digits as people write them, with or without a leading 1; or only the last seven. */
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d|\\d[,.])"
            + "(?:(?:\\+?1[-. ]?)?\\(?\\d{3}\\)?[-. ]{0,2}\\d{3}[-. ]?\\d{4}|\\d{3}[-. ]\\d{4})"
            + "(?!\\d|[,.]\\d)");

    KnownNumbers {
        numbers = Set.copyOf(numbers);
    }

    static KnownNumbers of(Pack pack, Directory directory, LocalDate today) {
        Set<String> numbers = new HashSet<>(Set.of(CAPITOL));
        for (String seat : directory.seatIds()) {
            Lawmaker holder = directory.seat(seat, today).flatMap(Seat::holder).orElse(null);
            if (holder != null) {
                holder.phone().map(KnownNumbers::digits).ifPresent(numbers::add);
                for (DistrictOffice office : directory.offices(holder.bioguide())) {
                    office.phone().map(KnownNumbers::digits).ifPresent(numbers::add);
                }
            }
        }
        pack.records().values().forEach(record -> {
            if (record instanceof Value.Row row && row.fields().get("number") instanceof Value.Phone phone) {
                numbers.add(digits(phone.number()));
            }
        });
        return new KnownNumbers(numbers);
    }

    /** The numbers in a text that aren't known, as written. */
    List<String> unknownIn(String text) {
        List<String> unknown = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            if (!numbers.contains(digits(matcher.group()))) {
                unknown.add(matcher.group().strip());
            }
        }
        return unknown;
    }

    private static String digits(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    }
}
