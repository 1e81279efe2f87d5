package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.directory.DirectoryBuilder;
import org.campaignbot.directory.District;
import org.campaignbot.directory.Town;

/** Reads the list of populated places, and what people call them. */
final class TownTable {

    private static final List<String> COLUMNS = List.of("name", "state", "population", "districts");
    private static final int NAME = 0;
    private static final int STATE = 1;
    private static final int POPULATION = 2;
    private static final int DISTRICTS = 3;

    private static final int MOST_DIGITS = 8;

    private final TableProblems tableProblems;
    private final boolean sameMap;
    private final Map<String, List<District>> lists = new HashMap<>();

    /**
     * A reader.
     *
     * @param sameMap whether the list's districts are those of the ZIP codes; else they are left out
     */
    TownTable(TableProblems tableProblems, boolean sameMap) {
        this.tableProblems = tableProblems;
        this.sameMap = sameMap;
    }

    List<Town> read(Path folder, String file) {
        List<Town> towns = new ArrayList<>(25_000);
        CsvRow.forEach(folder, file, COLUMNS, tableProblems, row -> town(row).ifPresent(towns::add));
        return towns;
    }

    void readAliases(Path folder, String file, DirectoryBuilder builder) {
        CsvRow.forEach(folder, file, List.of("alias", "state", "name"), tableProblems, row -> {
            Optional<String> alias = row.required(0, "alias");
            Optional<String> state = row.state(1);
            Optional<String> name = row.required(2, "name");
            if (alias.isPresent() && state.isPresent() && name.isPresent()) {
                builder.addAlias(alias.get(), state.get(), name.get());
            }
        });
    }

    private Optional<Town> town(CsvRow row) {
        Optional<String> name = row.required(NAME, "name");
        Optional<String> state = row.state(STATE);
        Optional<Integer> population = population(row);
        Optional<List<District>> districts = districts(row);
        return name.isEmpty() || state.isEmpty() || population.isEmpty() || districts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Town(name.get(), state.get(), population.get(), sameMap ? districts.get() : List.of()));
    }

    private static Optional<Integer> population(CsvRow row) {
        String cell = row.text(POPULATION);
        if (cell.isEmpty()) {
            return Optional.of(Town.UNKNOWN);
        }
        if (cell.length() <= MOST_DIGITS && cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Integer.valueOf(cell));
        }
        row.report(
                POPULATION,
                "table-bad-number",
                "the population \"" + row.shown(POPULATION) + "\" is not a number",
                "write it in digits, or leave the cell empty where it is not known");
        return Optional.empty();
    }

    /** The districts of the row; rows with the same cell get the same list. */
    private Optional<List<District>> districts(CsvRow row) {
        String cell = row.text(DISTRICTS);
        List<District> known = lists.get(cell);
        if (known != null) {
            return Optional.of(known);
        }
        List<District> districts = new ArrayList<>();
        for (String name : cell.split(" ", -1)) {
            Optional<District> district = row.district(DISTRICTS, name);
            if (district.isEmpty()) {
                return Optional.empty();
            }
            districts.add(district.get());
        }
        List<District> read = List.copyOf(districts);
        lists.put(cell, read);
        return Optional.of(read);
    }
}
