package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The lawmakers and offices of the tables with corrections made: first who holds a seat, then how to reach them, then what became
 * of a number. A correction whose tables have changed since changes nothing.
 */
final class CorrectedMembers {

    private final List<Lawmaker> lawmakers;
    private final Map<String, List<DistrictOffice>> offices;
    private final Map<String, List<MemberIndex.Corrected>> spans = new HashMap<>();
    private final Map<String, LocalDate> numbers = new HashMap<>();
    private final Set<Correction> made = new HashSet<>();

    /** Makes the corrections of a day. */
    CorrectedMembers(
            List<Lawmaker> lawmakers,
            Map<String, List<DistrictOffice>> offices,
            List<? extends Correction> corrections,
            LocalDate today) {
        this.lawmakers = new ArrayList<>(lawmakers);
        this.offices = new LinkedHashMap<>(offices);
        of(Correction.Holder.class, corrections).forEach(this::hold);
        List<? extends Correction> open =
                corrections.stream().filter(each -> !each.note().isOver(today)).toList();
        of(Correction.Phone.class, open).forEach(this::phone);
        of(Correction.Site.class, open).forEach(this::site);
        List<Correction.NumberChange> left = new ArrayList<>(of(Correction.NumberChange.class, open));
        // A corrected number may turn out to be wrong, too.
        while (left.removeIf(this::number)) {}
    }

    private static <T extends Correction> List<T> of(Class<T> kind, List<? extends Correction> corrections) {
        return corrections.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Lawmaker> lawmakers() {
        return lawmakers;
    }

    Map<String, List<DistrictOffice>> offices() {
        return offices;
    }

    /** The corrected times of each seat, by its id. */
    Map<String, List<MemberIndex.Corrected>> spans() {
        return spans;
    }

    /** The corrected numbers, as they're shown, with the day of their correction. */
    Map<String, LocalDate> numbers() {
        return numbers;
    }

    /** The corrections that changed anything. */
    Set<Correction> made() {
        return made;
    }

    /** The terms of a seat, such as {@code G000555@2025-01-03}; empty if nobody holds it. */
    static String terms(List<Lawmaker> lawmakers, String seat) {
        return String.join(
                " ",
                lawmakers.stream()
                        .filter(each -> each.seatId().equals(seat))
                        .map(each -> each.bioguide() + "@" + each.termStart())
                        .sorted()
                        .toList());
    }

    private void hold(Correction.Holder correction) {
        String seat = correction.of();
        if (!terms(lawmakers, seat).equals(correction.over())) {
            return;
        }
        made.add(correction);
        LocalDate since = correction.since();
        lawmakers.removeIf(
                each -> each.seatId().equals(seat) && !each.termStart().isBefore(since));
        lawmakers.replaceAll(
                each -> each.seatId().equals(seat) && each.termEnd().isAfter(since)
                        ? with(each, each.phone(), each.website(), each.contactForm(), since)
                        : each);
        correction.member().ifPresent(member -> lawmakers.add(lawmaker(correction, member)));
        span(
                seat,
                since,
                correction.ends(),
                correction.note().asOf(),
                correction.member().isEmpty());
    }

    private static Lawmaker lawmaker(Correction.Holder correction, Correction.Member member) {
        Optional<District> district = District.parse(correction.of());
        String seat = correction.of();
        return new Lawmaker(
                correction.key(),
                district.isPresent() ? Chamber.HOUSE : Chamber.SENATE,
                seat.substring(0, 2),
                district,
                member.name(),
                member.name().split(" ", 2)[0],
                member.lastName(),
                member.party(),
                district.isPresent() ? OptionalInt.empty() : OptionalInt.of(Seat.senateClass(seat)),
                Optional.empty(),
                correction.since(),
                correction.ends(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void phone(Correction.Phone correction) {
        for (int i = 0; i < lawmakers.size(); i++) {
            Lawmaker holder = lawmakers.get(i);
            if (holder.seatId().equals(correction.of())
                    && Correction.Phone.over(holder).equals(correction.over())) {
                String number = correction.number();
                lawmakers.set(
                        i, with(holder, Optional.of(number), holder.website(), holder.contactForm(), holder.termEnd()));
                made.add(correction);
                numbers.put(number, correction.note().asOf());
                span(holder, correction.note());
            }
        }
    }

    /** Drops the contact form with the website that it's part of. */
    private void site(Correction.Site correction) {
        for (int i = 0; i < lawmakers.size(); i++) {
            Lawmaker holder = lawmakers.get(i);
            if (holder.seatId().equals(correction.of())
                    && Correction.Site.over(holder).equals(correction.over())) {
                lawmakers.set(
                        i,
                        with(
                                holder,
                                holder.phone(),
                                Optional.of(correction.address()),
                                Optional.empty(),
                                holder.termEnd()));
                made.add(correction);
                span(holder, correction.note());
            }
        }
    }

    private boolean number(Correction.NumberChange correction) {
        Optional<String> wrong = Optional.of(correction.of());
        boolean found = false;
        for (int i = 0; i < lawmakers.size(); i++) {
            Lawmaker holder = lawmakers.get(i);
            if (holder.phone().equals(wrong)) {
                found = true;
                lawmakers.set(
                        i,
                        with(holder, correction.instead(), holder.website(), holder.contactForm(), holder.termEnd()));
                span(holder, correction.note());
            }
        }
        for (Map.Entry<String, List<DistrictOffice>> entry : offices.entrySet()) {
            if (entry.getValue().stream().anyMatch(office -> office.phone().equals(wrong))) {
                found = true;
                entry.setValue(entry.getValue().stream()
                        .map(office -> office.phone().equals(wrong) ? office.withPhone(correction.instead()) : office)
                        .toList());
            }
        }
        if (found) {
            made.add(correction);
            correction
                    .instead()
                    .ifPresent(right -> numbers.put(right, correction.note().asOf()));
        }
        return found;
    }

    private void span(Lawmaker holder, Correction.Note note) {
        span(holder.seatId(), holder.termStart(), holder.termEnd(), note.asOf(), false);
    }

    private void span(String seat, LocalDate from, LocalDate until, LocalDate asOf, boolean vacant) {
        spans.computeIfAbsent(seat, key -> new ArrayList<>(1))
                .add(new MemberIndex.Corrected(from, until, asOf, vacant));
    }

    private static Lawmaker with(
            Lawmaker of,
            Optional<String> phone,
            Optional<String> website,
            Optional<String> contactForm,
            LocalDate termEnd) {
        return new Lawmaker(
                of.bioguide(),
                of.chamber(),
                of.state(),
                of.district(),
                of.name(),
                of.firstName(),
                of.lastName(),
                of.party(),
                of.senateClass(),
                of.rank(),
                of.termStart(),
                termEnd,
                phone,
                of.office(),
                website,
                contactForm);
    }
}
