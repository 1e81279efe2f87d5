package org.campaignbot.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A lawmaker's office outside Washington. The source leaves many cells empty; these are absent here.
 *
 * @param bioguide the key of the lawmaker
 * @param zip the ZIP code as written, five digits or ZIP+4
 * @param phone a number such as {@code 256-734-6043}
 * @param zone the IANA time zone of the office, such as {@code America/Chicago}
 */
public record DistrictOffice(
        String bioguide,
        String city,
        String state,
        Optional<String> zip,
        Optional<String> address,
        Optional<String> suite,
        Optional<String> building,
        Optional<String> phone,
        Optional<String> hours,
        Optional<Position> position,
        String zone) {

    /** The offices sorted by distance from a point; those without a known location come last, in their original order. */
    public static List<DistrictOffice> nearestFirst(List<DistrictOffice> offices, Position from) {
        return offices.stream()
                .sorted(Comparator.comparingDouble(
                        office -> office.position().map(from::metresTo).orElse(Double.MAX_VALUE)))
                .toList();
    }

    /** The same office with another number, or with none. */
    DistrictOffice withPhone(Optional<String> number) {
        return new DistrictOffice(bioguide, city, state, zip, address, suite, building, number, hours, position, zone);
    }
}
