package org.campaignbot.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Lookup;
import org.campaignbot.directory.Seat;
import org.campaignbot.directory.States;

/** Input that people might type, generated from the tables in an order that looks random but is always the same. */
final class Queries {

    /** The shortest last name that gets a typo; a shorter one with a typo would be someone else's name. */
    private static final int SHORTEST_NAME = 6;

    private final Directory directory;
    private final LocalDate today;
    private final Random random = new Random(1);
    private final List<String[]> rows;

    Queries(Directory directory, LocalDate today) {
        this.directory = directory;
        this.today = today;
        try {
            rows = Files.readAllLines(Shipped.content("directory/zip-districts-cd119.csv")).stream()
                    .skip(1)
                    .map(row -> row.split(",", 4))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Every ZIP code in the table. */
    String[] zips() {
        return shuffled(rows.stream().map(row -> row[0]).toList());
    }

    /** Every town, half as {@code Springfield, Illinois}, half as {@code Springfield, IL}. */
    String[] placesWithState() {
        List<String> places = new ArrayList<>();
        for (String[] row : rows) {
            Optional<String> state = state(row);
            state.ifPresent(code -> places.add(
                    row[2] + ", " + (places.size() % 2 == 0 ? States.name(code).orElseThrow() : code)));
        }
        return shuffled(places.stream().distinct().toList());
    }

    /** Every town without its state. */
    String[] placesAlone() {
        return shuffled(rows.stream()
                .filter(row -> state(row).isPresent())
                .map(row -> row[2])
                .distinct()
                .toList());
    }

    /** Lawmakers' full or last names with two letters swapped or one left out; all still match someone. */
    String[] misspelledLawmakers() {
        List<String> names = new ArrayList<>();
        for (String id : directory.seatIds()) {
            directory.seat(id, today).flatMap(Seat::holder).ifPresent(holder -> names.addAll(misspelled(holder)));
        }
        names.removeIf(name -> !(directory.find(name, today) instanceof Lookup.Found));
        return shuffled(names);
    }

    private List<String> misspelled(Lawmaker holder) {
        String last = holder.lastName();
        if (last.length() < SHORTEST_NAME) {
            return List.of();
        }
        int at = 2 + random.nextInt(last.length() - 3);
        String swapped = last.substring(0, at) + last.charAt(at + 1) + last.charAt(at) + last.substring(at + 2);
        String shortened = last.substring(0, at) + last.substring(at + 1);
        return List.of(swapped, holder.firstName() + " " + shortened);
    }

    private static Optional<String> state(String[] row) {
        return row[1].length() < 2 || row[2].isEmpty()
                ? Optional.empty()
                : Optional.of(row[1].substring(0, 2))
                        .filter(code -> States.name(code).isPresent());
    }

    private String[] shuffled(List<String> queries) {
        List<String> order = new ArrayList<>(queries);
        Collections.shuffle(order, random);
        return order.toArray(String[]::new);
    }
}
