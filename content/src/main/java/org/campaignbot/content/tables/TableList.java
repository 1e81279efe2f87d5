package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables in force, each with the folder it's read from.
 *
 * @param map the number of the Congress whose districts the tables show
 * @param asOf the date of the table of lawmakers
 * @param namesAsOf the date of their names, which are newer than their numbers in the first days of a Congress; else the same
 * @param tables the source of each table, by its name
 * @param folders the folder of each table's file, by the table's name
 */
public record TableList(
        int map, LocalDate asOf, LocalDate namesAsOf, Map<String, TableSource> tables, Map<String, Path> folders) {

    /** The file that lists the tables of a folder. */
    public static final String FILE = "tables.yaml";

    /** The key for the date of the names, where they are newer than the numbers. */
    public static final String NAMES = "names_as_of";

    public static final String LAWMAKERS = "lawmakers";
    public static final String OFFICES = "district-offices";
    public static final String COMMITTEES = "committees";
    public static final String COMMITTEE_MEMBERS = "committee-members";
    public static final String ZIPS = "zip-districts";
    public static final String PLACES = "territory-places";
    public static final String TOWNS = "places";
    public static final String ALIASES = "place-aliases";
    public static final String COUNTRIES = "countries";
    public static final String FOREIGN_CITIES = "foreign-cities";
    public static final String ZONES = "state-zones";
    public static final String BOUNDARIES = "boundaries";

    /** The tables that come from one source about members, and are replaced together. */
    public static final List<String> OF_MEMBERS = List.of(LAWMAKERS, OFFICES, COMMITTEES, COMMITTEE_MEMBERS);

    /** The tables of one map, which are replaced together. */
    public static final List<String> OF_THE_MAP = List.of(ZIPS, BOUNDARIES);

    /** All tables that a whole folder has. */
    public static final List<String> ALL = List.of(
            LAWMAKERS,
            OFFICES,
            COMMITTEES,
            COMMITTEE_MEMBERS,
            ZIPS,
            PLACES,
            TOWNS,
            ALIASES,
            COUNTRIES,
            FOREIGN_CITIES,
            ZONES,
            BOUNDARIES);

    public TableList {
        tables = Map.copyOf(tables);
        folders = Map.copyOf(folders);
    }

    /** Where a table comes from. */
    public TableSource source(String table) {
        TableSource source = tables.get(table);
        if (source == null) {
            throw new IllegalArgumentException("no such table: " + table);
        }
        return source;
    }

    /** The name of a table's file. */
    public String file(String table) {
        return source(table).file();
    }

    /** The folder of a table's file. */
    public Path folder(String table) {
        Path folder = folders.get(table);
        if (folder == null) {
            throw new IllegalArgumentException("no such table: " + table);
        }
        return folder;
    }

    /** A table's file. */
    public Path path(String table) {
        return folder(table).resolve(file(table));
    }

    /** Reads the list of a folder that has every table; empty if a problem was added instead. */
    static Optional<TableList> read(Path folder, TableProblems tableProblems) {
        return TableListReader.read(folder, true, tableProblems).map(listed -> {
            Map<String, Path> folders = new HashMap<>();
            ALL.forEach(table -> folders.put(table, folder));
            LocalDate asOf = listed.asOf().orElseThrow();
            return new TableList(
                    listed.map().orElseThrow(), asOf, listed.namesAsOf().orElse(asOf), listed.tables(), folders);
        });
    }

    /** Replaces older tables by those of another folder: the members' by date, the map's by number. */
    TableList with(Path folder, TableListReader.Listed other) {
        Map<String, TableSource> newTables = new HashMap<>(tables);
        Map<String, Path> newFolders = new HashMap<>(folders);
        LocalDate newNames = other.asOf()
                .map(day -> other.namesAsOf().orElse(day))
                .filter(day -> !day.isBefore(namesAsOf))
                .orElse(null);
        int newMap = other.map().filter(number -> number >= map).orElse(0);
        for (String table : other.tables().keySet()) {
            if (OF_MEMBERS.contains(table) ? newNames != null : OF_THE_MAP.contains(table) && newMap != 0) {
                newTables.put(table, other.source(table));
                newFolders.put(table, folder);
            }
        }
        return new TableList(
                newMap == 0 ? map : newMap,
                newNames == null ? asOf : other.asOf().orElse(asOf),
                newNames == null ? namesAsOf : newNames,
                newTables,
                newFolders);
    }
}
