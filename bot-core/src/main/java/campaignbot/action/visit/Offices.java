package campaignbot.action.visit;

import campaignbot.action.ChosenSeat;
import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.District;
import campaignbot.directory.DistrictOffice;
import campaignbot.directory.EasternTime;
import campaignbot.directory.Lawmaker;
import campaignbot.directory.Position;
import campaignbot.directory.Seat;
import campaignbot.flow.Value;
import campaignbot.lookup.Home;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The offices of a lawmaker outside Washington, nearest first where a district is known.
 *
 * @param seat the seat whose holder is visited
 * @param nearDistrict the district from whose middle they are ordered; empty where only the state is known
 */
record Offices(Seat seat, Lawmaker holder, List<DistrictOffice> offices, Optional<District> nearDistrict) {

    /** The fact that keeps the seat to visit. */
    static final String VISITING = "visiting";

    /** The fact that keeps which office: {@code dc}, or the office's place in the table. */
    static final String OFFICE = "visit_office";

    /** The name of the office in Washington among the options. */
    static final String WASHINGTON = "dc";

    /** The offices of the lawmaker whom the person chose; empty where none is chosen or known any more. */
    static Optional<Offices> of(JavaStep.Input input, Directory tables) {
        String home = Home.of(input.facts(), tables);
        if (home == null || ChosenSeat.rowOf(VISITING, input, tables).isEmpty()) {
            return Optional.empty();
        }
        String id = Objects.requireNonNull(input.facts().text(VISITING));
        var today = EasternTime.dateAt(input.now());
        Optional<District> district = District.parse(home).filter(each -> tables.mapServes(each.state(), today));
        return tables.seat(id, today)
                .flatMap(seat -> seat.holder().map(holder -> {
                    List<DistrictOffice> offices = tables.offices(holder.bioguide());
                    Optional<Position> middle = district.flatMap(tables::middle);
                    return new Offices(
                            seat,
                            holder,
                            middle.map(from -> DistrictOffice.nearestFirst(offices, from))
                                    .orElse(offices),
                            district.filter(each -> middle.isPresent()));
                }));
    }

    /** The name of an office among the options. */
    String name(Directory tables, DistrictOffice office) {
        return Integer.toString(tables.offices(holder.bioguide()).indexOf(office));
    }

    /** The office in a form that words can name: {@code city}, {@code address}, {@code phone}, {@code hours}. */
    static Value.Row row(DistrictOffice office) {
        java.util.Map<String, Value> fields = new java.util.HashMap<>();
        fields.put("city", new Value.Text(office.city() + ", " + office.state()));
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
}
