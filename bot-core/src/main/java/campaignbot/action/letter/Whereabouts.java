package campaignbot.action.letter;

import campaignbot.directory.States;
import campaignbot.flow.Fold;
import java.util.Map;
import java.util.Optional;

/** Says in a sentence where somebody lives: "I live in Dayton, Ohio". */
final class Whereabouts {

    /** How the places without senators, and theirs alone, are named inside a sentence. */
    private static final Map<String, String> NAMES = Map.of(
            "DC", "Washington, D.C.",
            "VI", "the U.S. Virgin Islands",
            "MP", "the Northern Mariana Islands");

    private Whereabouts() {}

    /** A state or territory. */
    static String in(String state) {
        return NAMES.getOrDefault(state, States.name(state).orElse(state));
    }

    /** A town in a state, which is not said twice where the writer named it already. */
    static String in(Optional<String> town, String state) {
        if (town.isEmpty()) {
            return in(state);
        }
        String folded = Fold.fold(town.get());
        String name = Fold.fold(States.name(state).orElse(state));
        boolean isNamed = folded.endsWith(name)
                || town.get().matches(".*[, ]" + state + "\\.?")
                || (state.equals("DC") && folded.matches(".*\\bd ?c"));
        if (state.equals("DC") && folded.equals("washington")) {
            return in(state);
        }
        return isNamed ? town.get() : town.get() + ", " + in(state);
    }
}
