package org.campaignbot.visits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.campaignbot.calls.SeatSteps;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.JavaStep.Input;
import org.campaignbot.conversation.JavaStep.Result;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.District;
import org.campaignbot.directory.DistrictOffice;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Position;
import org.campaignbot.directory.Seat;
import org.campaignbot.flow.Value;
import org.campaignbot.lookup.Home;
import org.campaignbot.lookup.SeatRows;

/** The steps of a visit to a lawmaker's office: which offices there are, and what the tables say about the chosen one. */
public final class VisitSteps {

    /** The fact with the seat to visit. */
    private static final String VISITING = "visiting";

    /** The fact with the office to visit: {@link #WASHINGTON}, or the office's position in the table. */
    private static final String OFFICE = "visit_office";

    /** The option for the Washington office. */
    private static final String WASHINGTON = "dc";

    /** What readers see instead of it. */
    private static final String WASHINGTON_CITY = "Washington, D.C.";

    /** Offices outside Washington to choose from: together with Washington and the way back, few enough to read. */
    private static final int MOST = 4;

    private final Supplier<Directory> directory;

    private VisitSteps(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** All of them, over the current directory. */
    public static List<JavaStep> all(Supplier<Directory> directory) {
        VisitSteps steps = new VisitSteps(directory);
        return List.of(
                new JavaStep(
                        "visit.offices",
                        "Lists the nearest offices of the lawmaker whom the person visits, and the one in Washington.",
                        Set.of("home", "visiting"),
                        Set.of("ready", "missing"),
                        StepValue.of(
                                "to{" + SeatRows.HELD + "} offices[label value]",
                                "office_order=near|none|table near_district offices_left:count"),
                        steps::choose),
                new JavaStep(
                        "visit.office",
                        "Shows what the tables say about the office that was chosen for a visit.",
                        Set.of("home", "visit_office", "visiting"),
                        Set.of("ready", "missing"),
                        StepValue.of(
                                "to{" + SeatRows.HELD + "} office{city address? phone?:phone hours?} tables_as_of:day"),
                        steps::show));
    }

    /** Offers the lawmaker's nearest offices and the one in Washington. */
    private Result choose(Input input) {
        return offices(input, directory.get()).map(VisitSteps::options).orElse(Result.of("missing"));
    }

    private static Result options(Offices offices) {
        List<DistrictOffice> all = offices.nearestFirst();
        List<Value.Row> options = new ArrayList<>();
        for (DistrictOffice office : all.stream().limit(MOST).toList()) {
            options.add(option(label(office, all), offices.name(office)));
        }
        options.add(option(WASHINGTON_CITY, WASHINGTON));
        Optional<District> near = offices.nearDistrict();
        return Result.of("ready")
                .with("to", SeatRows.of(offices.seat()))
                .with("offices", new Value.Rows(options))
                .with("offices_left", new Value.Count(Math.max(0, all.size() - MOST)))
                .with("office_order", new Value.Text(all.isEmpty() ? "none" : near.isPresent() ? "near" : "table"))
                .with(
                        "near_district",
                        new Value.Text(near.map(District::toString).orElse("")));
    }

    /** The city, plus the street if a lawmaker has two offices there. */
    private static String label(DistrictOffice office, List<DistrictOffice> all) {
        String city = city(office);
        boolean alone = all.stream().filter(other -> city(other).equals(city)).count() == 1;
        return alone ? city : city + ": " + office.address().orElse("");
    }

    private static String city(DistrictOffice office) {
        return office.city() + ", " + office.state();
    }

    private static Value.Row option(String label, String value) {
        return new Value.Row(Map.of("label", new Value.Text(label), "value", new Value.Text(value)));
    }

    /** Shows what the tables say about the office chosen for a visit. */
    private Result show(Input input) {
        Directory tables = directory.get();
        String chosen = input.facts().textOrEmpty(OFFICE);
        return offices(input, tables)
                .flatMap(offices -> row(offices, chosen)
                        .map(office -> Result.of("ready")
                                .with("to", SeatRows.of(offices.seat()))
                                .with("office", office)
                                .with("tables_as_of", new Value.Day(tables.asOf()))))
                .orElse(Result.of("missing"));
    }

    private static Optional<Value.Row> row(Offices offices, String chosen) {
        if (chosen.equals(WASHINGTON)) {
            return Optional.of(washington(offices.holder()));
        }
        return offices.nearestFirst().stream()
                .filter(office -> offices.name(office).equals(chosen))
                .findFirst()
                .map(VisitSteps::row);
    }

    private static Value.Row washington(Lawmaker holder) {
        Map<String, Value> fields = new HashMap<>();
        fields.put("city", new Value.Text(WASHINGTON_CITY));
        holder.office().ifPresent(office -> fields.put("address", new Value.Text(office)));
        holder.phone().ifPresent(phone -> fields.put("phone", new Value.Phone(phone)));
        return new Value.Row(fields);
    }

    /** The office as a row for words: {@code city}, {@code address}, {@code phone}, {@code hours}. */
    private static Value.Row row(DistrictOffice office) {
        Map<String, Value> fields = new HashMap<>();
        fields.put("city", new Value.Text(city(office)));
        String address = String.join(
                ", ",
                List.of(office.building(), office.address(), office.suite()).stream()
                        .flatMap(Optional::stream)
                        .toList());
        if (!address.isEmpty()) {
            fields.put("address", new Value.Text(address));
        }
        office.phone().ifPresent(phone -> fields.put("phone", new Value.Phone(phone)));
        office.hours().ifPresent(hours -> fields.put("hours", new Value.Text(hours)));
        return new Value.Row(fields);
    }

    /** The offices of the chosen lawmaker; empty if none is chosen or known anymore. */
    private static Optional<Offices> offices(Input input, Directory tables) {
        String home = Home.of(input.facts(), tables);
        if (home == null || SeatSteps.chosen(VISITING, input, tables).isEmpty()) {
            return Optional.empty();
        }
        String id = Objects.requireNonNull(input.facts().text(VISITING));
        var today = EasternTime.dateAt(input.now());
        Optional<District> district = Home.district(input.facts().textOrEmpty(Home.HOME), tables, today);
        Optional<Position> middle = district.flatMap(each -> tables.middle(each, today));
        return tables.seat(id, today)
                .flatMap(seat -> seat.holder().map(holder -> {
                    List<DistrictOffice> table = tables.offices(holder.bioguide());
                    List<DistrictOffice> nearestFirst = middle.map(from -> DistrictOffice.nearestFirst(table, from))
                            .orElse(table);
                    return new Offices(seat, holder, table, nearestFirst, district.filter(each -> middle.isPresent()));
                }));
    }

    /**
     * A lawmaker's offices outside Washington.
     *
     * @param seat the seat whose holder the person visits
     * @param table the offices in table order
     * @param nearestFirst the same, nearest first if a district is known
     * @param nearDistrict the district whose middle they're sorted by; empty if only the state is known
     */
    private record Offices(
            Seat seat,
            Lawmaker holder,
            List<DistrictOffice> table,
            List<DistrictOffice> nearestFirst,
            Optional<District> nearDistrict) {

        /** An office's name among the options. */
        String name(DistrictOffice office) {
            return Integer.toString(table.indexOf(office));
        }
    }
}
