package org.campaignbot.letters;

import java.util.Map;
import java.util.Optional;
import org.campaignbot.directory.States;
import org.campaignbot.flow.Fold;
import org.campaignbot.people.Language;

/** Says in a sentence where someone lives: "I live in Dayton, Ohio", "Vivo en Dayton, Ohio". */
final class HomeSentence {

    /** Names of the places without senators as they appear in a sentence. */
    private static final Map<String, String> NAMES = Map.of(
            "DC", "Washington, D.C.",
            "VI", "the U.S. Virgin Islands",
            "MP", "the Northern Mariana Islands");

    private static final Map<String, String> SPANISH_NAMES = Map.of(
            "DC", "Washington, D.C.",
            "VI", "las Islas Vírgenes de Estados Unidos",
            "MP", "las Islas Marianas del Norte",
            "AS", "Samoa Americana");

    private HomeSentence() {}

    /** A state or territory; states keep their English names, as in the tables. */
    static String in(String state, Language language) {
        Map<String, String> names = language.equals(Language.SPANISH) ? SPANISH_NAMES : NAMES;
        return names.getOrDefault(state, States.nameOrCode(state));
    }

    /** A town in a state; the state isn't repeated if the writer named it already. */
    static String in(Optional<String> town, String state, Language language) {
        if (town.isEmpty()) {
            return in(state, language);
        }
        String folded = Fold.fold(town.get());
        String name = Fold.fold(States.nameOrCode(state));
        boolean isNamed = folded.endsWith(name)
                || town.get().matches(".*[, ]" + state + "\\.?")
                || endsWithNameOf(state, town.get())
                || (state.equals("DC") && folded.matches(".*\\bd ?c"));
        if (state.equals("DC") && folded.equals("washington")) {
            return in(state, language);
        }
        return isNamed ? town.get() : town.get() + ", " + in(state, language);
    }

    /** Whether the text after the last comma names the state, as in "Buffalo, Nueva York". */
    private static boolean endsWithNameOf(String state, String town) {
        int comma = town.lastIndexOf(',');
        return comma >= 0 && States.called(town.substring(comma + 1)).equals(Optional.of(state));
    }
}
