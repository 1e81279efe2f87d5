package campaignbot.action.visit;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.District;
import campaignbot.directory.DistrictOffice;
import campaignbot.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Offers the nearest offices of the lawmaker to visit and the one in Washington; named {@code visit.offices}. */
public final class ChooseOffice implements JavaStep {

    /** Offices outside Washington to choose from: with the one there and the way back they are few enough to read. */
    private static final int MOST = 4;

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public ChooseOffice(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "visit.offices";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("ready", "missing");
    }

    @Override
    public Set<String> gives() {
        return Set.of("to", "offices", "office_order", "near_district", "offices_left");
    }

    @Override
    public Result run(Input input) {
        Directory tables = directory.get();
        Optional<Offices> found = Offices.of(input, tables);
        if (found.isEmpty()) {
            return Result.of("missing");
        }
        Offices offices = found.get();
        List<Value.Row> options = new ArrayList<>();
        for (DistrictOffice office : offices.offices().stream().limit(MOST).toList()) {
            options.add(option(label(office, offices.offices()), offices.name(tables, office)));
        }
        options.add(option("Washington, D.C.", Offices.WASHINGTON));
        Optional<District> near = offices.nearDistrict();
        return Result.of("ready")
                .with("to", campaignbot.lookup.SeatRows.of(offices.seat()))
                .with("offices", new Value.Rows(options))
                .with(
                        "offices_left",
                        new Value.Count(Math.max(0, offices.offices().size() - MOST)))
                .with(
                        "office_order",
                        new Value.Text(offices.offices().isEmpty() ? "none" : near.isPresent() ? "near" : "table"))
                .with(
                        "near_district",
                        new Value.Text(near.map(District::toString).orElse("")));
    }

    /** The city, and the street where a lawmaker has two offices in it. */
    private static String label(DistrictOffice office, List<DistrictOffice> all) {
        String city = office.city() + ", " + office.state();
        boolean alone = all.stream()
                        .filter(other -> other.city().equals(office.city())
                                && other.state().equals(office.state()))
                        .count()
                == 1;
        return alone ? city : city + ": " + office.address().orElse("");
    }

    private static Value.Row option(String label, String value) {
        return new Value.Row(Map.of("label", new Value.Text(label), "value", new Value.Text(value)));
    }
}
