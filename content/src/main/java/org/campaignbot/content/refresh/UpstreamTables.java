package org.campaignbot.content.refresh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.campaignbot.content.refresh.Table.Row;

/** Converts what the source publishes to our table format. */
final class UpstreamTables {

    private static final List<String> OFFICE_CELLS =
            List.of("city", "state", "zip", "address", "suite", "building", "phone", "hours", "latitude", "longitude");

    private final MemberTables present;
    private final OfficeZones zones;
    private final List<String> leftOut = new ArrayList<>();
    private int strangersOffices;
    private int unlistedPlaces;
    private int strangersPlaces;

    /**
     * Creates tables that build on the present ones.
     *
     * @param present provides the columns, and the facts that it knows better than the source
     */
    UpstreamTables(MemberTables present, OfficeZones zones) {
        this.present = present;
        this.zones = zones;
    }

    /** What in the source couldn't be used, and why. */
    List<String> leftOut() {
        List<String> all = new ArrayList<>(leftOut);
        if (strangersOffices > 0) {
            all.add("offices of people who are no members: " + strangersOffices);
        }
        if (unlistedPlaces + strangersPlaces > 0) {
            all.add("places in committees that are not listed, or of people who are no members: "
                    + (unlistedPlaces + strangersPlaces));
        }
        return all;
    }

    /** How many offices, and places in committees, are of people who are no members. */
    Map<String, Integer> ofStrangers() {
        return Map.of("offices", strangersOffices, "places in committees", strangersPlaces);
    }

    MemberTables of(Upstream upstream) {
        List<Row> lawmakers = lawmakers(upstream);
        Set<String> members = lawmakers.stream().map(row -> row.get("bioguide")).collect(Collectors.toSet());
        List<Row> committees = committees(upstream);
        Set<String> names = committees.stream().map(row -> row.get("committee")).collect(Collectors.toSet());
        return new MemberTables(
                new Table(present.lawmakers().columns(), lawmakers),
                new Table(present.offices().columns(), offices(upstream, members)),
                new Table(present.committees().columns(), committees),
                new Table(present.committeeMembers().columns(), committeeMembers(upstream, members, names)));
    }

    private static List<Row> lawmakers(Upstream upstream) {
        Map<String, Entry> social = new TreeMap<>();
        upstream.social().forEach(each -> social.put(key(each), each.entry("social")));
        return upstream.legislators().stream()
                .map(each -> lawmaker(each, social.getOrDefault(key(each), new Entry(Map.of()))))
                .sorted(Comparator.<Row, String>comparing(row -> row.get("state"))
                        .thenComparing(row -> !MemberTables.isSenator(row))
                        .thenComparing(row -> padded(row.get("district")))
                        .thenComparing(row -> row.get("bioguide")))
                .toList();
    }

    private static Row lawmaker(Entry legislator, Entry social) {
        List<Entry> terms = legislator.entries("terms");
        Entry term = terms.isEmpty() ? new Entry(Map.of()) : terms.get(terms.size() - 1);
        boolean senator = term.text("type").equals("sen");
        Entry name = legislator.entry("name");
        String full = name.text("official_full");
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("bioguide", key(legislator));
        cells.put("chamber", senator ? "senate" : term.text("type").equals("rep") ? "house" : term.text("type"));
        cells.put("state", term.text("state"));
        cells.put("district", senator ? "" : term.text("district"));
        cells.put("name", full.isEmpty() ? (name.text("first") + " " + name.text("last")).strip() : full);
        cells.put("first_name", name.text("first"));
        cells.put("last_name", name.text("last"));
        cells.put("party", term.text("party"));
        cells.put("senate_class", senator ? term.text("class") : "");
        cells.put("senate_rank", senator ? term.text("state_rank") : "");
        cells.put("term_start", term.text("start"));
        cells.put("term_end", term.text("end"));
        cells.put("phone", term.text("phone"));
        cells.put("office", term.text("office"));
        cells.put("website", term.text("url"));
        cells.put("contact_form", term.text("contact_form"));
        for (String account : List.of("twitter", "facebook", "instagram")) {
            cells.put(account, social.text(account));
        }
        return new Row(cells);
    }

    private List<Row> offices(Upstream upstream, Set<String> members) {
        List<Row> rows = new ArrayList<>();
        for (Entry lawmaker : upstream.offices()) {
            for (Entry office : lawmaker.entries("offices")) {
                Map<String, String> cells = new LinkedHashMap<>();
                cells.put("bioguide", key(lawmaker));
                OFFICE_CELLS.forEach(cell -> cells.put(cell, office.text(cell)));
                Row row = new Row(cells);
                if (!members.contains(key(lawmaker))) {
                    strangersOffices++;
                } else if (row.get("city").isEmpty() || row.get("state").isEmpty()) {
                    leftOut.add("an office of " + key(lawmaker) + " without its city or state");
                } else {
                    rows.add(row.with("zone", zones.of(row)));
                }
            }
        }
        rows.sort(Comparator.comparing((Row row) -> row.get("bioguide"))
                .thenComparing(row -> row.get("city"))
                .thenComparing(row -> row.get("zip"))
                .thenComparing(row -> row.get("address")));
        return rows;
    }

    private static List<Row> committees(Upstream upstream) {
        List<Row> rows = new ArrayList<>();
        for (Entry committee : upstream.committees()) {
            String id = committee.text("thomas_id");
            String chamber = committee.text("type");
            rows.add(committee(id, chamber, committee.text("name"), ""));
            for (Entry part : committee.entries("subcommittees")) {
                rows.add(committee(id + part.text("thomas_id"), chamber, part.text("name"), id));
            }
        }
        rows.sort(Comparator.comparing(row -> row.get("committee")));
        return rows;
    }

    private static Row committee(String id, String chamber, String name, String parent) {
        return new Row(Map.of("committee", id, "chamber", chamber, "name", name, "parent", parent));
    }

    private List<Row> committeeMembers(Upstream upstream, Set<String> members, Set<String> committees) {
        List<Row> rows = new ArrayList<>();
        upstream.membership().forEach((committee, entries) -> {
            for (Entry member : entries) {
                String bioguide = member.text("bioguide");
                if (members.contains(bioguide) && committees.contains(committee)) {
                    rows.add(new Row(Map.of(
                            "committee",
                            committee,
                            "bioguide",
                            bioguide,
                            "title",
                            member.text("title"),
                            "rank",
                            member.text("rank"))));
                } else if (members.contains(bioguide)) {
                    unlistedPlaces++;
                } else {
                    strangersPlaces++;
                }
            }
        });
        rows.sort(Comparator.comparing((Row row) -> row.get("committee")).thenComparing(row -> row.get("bioguide")));
        return rows;
    }

    private static String key(Entry person) {
        return person.entry("id").text("bioguide");
    }

    private static String padded(String number) {
        return "0".repeat(Math.max(0, 3 - number.length())) + number;
    }
}
