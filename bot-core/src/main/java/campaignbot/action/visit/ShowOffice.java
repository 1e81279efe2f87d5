package campaignbot.action.visit;

import campaignbot.conversation.JavaStep;
import campaignbot.directory.Directory;
import campaignbot.directory.Lawmaker;
import campaignbot.flow.Value;
import campaignbot.lookup.SeatRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tells of the office that was chosen for a visit what the tables know of it; named {@code visit.office}. */
public final class ShowOffice implements JavaStep {

    private final Supplier<Directory> directory;

    /** A step over the directory of the moment. */
    public ShowOffice(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "visit.office";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("ready", "missing");
    }

    @Override
    public Set<String> gives() {
        return Set.of("to", "office", "tables_as_of");
    }

    @Override
    public Result run(Input input) {
        Directory tables = directory.get();
        String chosen = Objects.requireNonNullElse(input.facts().text(Offices.OFFICE), "");
        return Offices.of(input, tables)
                .flatMap(offices -> office(offices, chosen, tables)
                        .map(office -> Result.of("ready")
                                .with("to", SeatRows.of(offices.seat()))
                                .with("office", office)
                                .with("tables_as_of", new Value.Day(tables.asOf()))))
                .orElse(Result.of("missing"));
    }

    private static Optional<Value.Row> office(Offices offices, String chosen, Directory tables) {
        if (chosen.equals(Offices.WASHINGTON)) {
            return Optional.of(washington(offices.holder()));
        }
        return List.copyOf(offices.offices()).stream()
                .filter(office -> offices.name(tables, office).equals(chosen))
                .findFirst()
                .map(Offices::row);
    }

    private static Value.Row washington(Lawmaker holder) {
        Map<String, Value> fields = new HashMap<>();
        fields.put("city", new Value.Text("Washington, D.C."));
        holder.office().ifPresent(office -> fields.put("address", new Value.Text(office)));
        holder.phone().ifPresent(phone -> fields.put("phone", new Value.Phone(phone)));
        return new Value.Row(fields);
    }
}
