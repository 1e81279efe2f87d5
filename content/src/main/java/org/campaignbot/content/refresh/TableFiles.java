package org.campaignbot.content.refresh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.content.tables.TableList;

/**
 * The files of new tables, with the list that names them.
 *
 * <p>Only the latest folder of applied tables is used, so earlier ones that aren't replaced are copied along.
 */
final class TableFiles {

    private final Path shipped;
    private final TableList list;
    private final TableList sources;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder tables = new StringBuilder("tables:\n");
    private Optional<LocalDate> namesAsOf = Optional.empty();

    TableFiles(Path shipped, TableList list) {
        this(shipped, list, list);
    }

    /** Files whose members come from the sources of another list. */
    TableFiles(Path shipped, TableList list, TableList sources) {
        this.shipped = shipped;
        this.list = list;
        this.sources = sources;
    }

    /** All tables of a list and the list itself, as a feed has them. */
    static Map<String, byte[]> all(TableList list) throws IOException {
        TableFiles all = new TableFiles(Path.of(""), list);
        all.keep(TableList.ALL);
        all.files.put(
                TableList.FILE,
                bytes("# Written by ./bot directory pack.\nmap: " + list.map() + "\n"
                        + (list.namesAsOf().equals(list.asOf()) ? "" : TableList.NAMES + ": " + list.namesAsOf() + "\n")
                        + all.tables));
        return all.files;
    }

    /** New names with the numbers in force, which keep their date. */
    Map<String, byte[]> ofNames(MemberTables members, LocalDate day) throws IOException {
        namesAsOf = Optional.of(day);
        return of(Optional.of(members), Optional.empty(), list.asOf());
    }

    Map<String, byte[]> of(Optional<MemberTables> members, Optional<MapFiles> map, LocalDate asOf) throws IOException {
        if (members.isPresent()) {
            put(TableList.LAWMAKERS, members.get().lawmakers(), asOf);
            put(TableList.OFFICES, members.get().offices(), asOf);
            put(TableList.COMMITTEES, members.get().committees(), asOf);
            put(TableList.COMMITTEE_MEMBERS, members.get().committeeMembers(), asOf);
        } else {
            keep(TableList.OF_MEMBERS);
            namesAsOf = Optional.of(list.namesAsOf()).filter(day -> !day.equals(list.asOf()));
        }
        if (map.isPresent()) {
            put(TableList.ZIPS, map.get().zips(), map.get().number());
            put(TableList.BOUNDARIES, map.get().boundaries(), map.get().number());
        } else {
            keep(TableList.OF_THE_MAP);
        }
        String number = "map: " + map.map(MapFiles::number).orElse(list.map()) + "\n";
        String names = namesAsOf.map(day -> TableList.NAMES + ": " + day + "\n").orElse("");
        files.put(TableList.FILE, bytes("# Written by ./bot directory refresh --apply.\n" + number + names + tables));
        return files;
    }

    private void put(String name, Table table, LocalDate asOf) {
        entry(
                name,
                list.file(name),
                sources.source(name).source(),
                sources.source(name).licence(),
                asOf.toString());
        files.put(list.file(name), bytes(table.text()));
    }

    private void put(String name, Path file, int number) throws IOException {
        String own = String.valueOf(file.getFileName());
        entry(
                name,
                own,
                "the file " + own + " as it was given",
                list.source(name).licence(),
                "the districts of Congress " + number);
        files.put(own, Files.readAllBytes(file));
    }

    private void keep(List<String> names) throws IOException {
        for (String name : names) {
            if (!list.folder(name).equals(shipped)) {
                entry(
                        name,
                        list.file(name),
                        list.source(name).source(),
                        list.source(name).licence(),
                        list.source(name).asOf());
                files.put(list.file(name), Files.readAllBytes(list.path(name)));
            }
        }
    }

    private void entry(String name, String file, String source, String licence, String asOf) {
        tables.append("  ").append(name).append(":\n");
        line("file", file);
        line("source", source);
        line("licence", licence);
        line("as_of", asOf);
    }

    private void line(String key, String text) {
        tables.append("    ")
                .append(key)
                .append(": '")
                .append(text.replace("'", "''"))
                .append("'\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
