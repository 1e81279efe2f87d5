package org.campaignbot.content.maps;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.campaignbot.directory.District;

/**
 * Finds the district of an outline by its fields, as the Census Bureau names them in every year's file, or by a state's own field.
 *
 * @param known the districts that each state has
 * @param states the states to read
 * @param column the field with the district's number in a state's own file; empty in one of the Census Bureau
 */
record DistrictNames(Map<String, Set<District>> known, Set<String> states, Optional<String> column) {

    private static final Pattern STATE = Pattern.compile("STATEFP(20)?");
    private static final Pattern CODE = Pattern.compile("CD\\d{3}(FP)?(20)?|CDFP");

    /** The district, or why there is none. */
    sealed interface Result {
        /** The outline is this district's. */
        record Named(District district) implements Result {}

        /** The outline is to be passed over: of another state, or of no district. */
        record Other() implements Result {}

        /** The fields can't be right. */
        record Wrong(String message, String fix) implements Result {}
    }

    Result of(Map<String, String> fields) {
        return column.isPresent() ? ofItsState(fields, column.get()) : ofTheCensus(fields);
    }

    private Result ofItsState(Map<String, String> fields, String field) {
        String code = fields.getOrDefault(field, "");
        return code.isEmpty()
                ? new Result.Wrong(
                        "there is no field " + field + ", only " + String.join(", ", fields.keySet()),
                        "name the field with the district's number by --district-field")
                : named(states.iterator().next(), code.replaceFirst("\\.0*$", ""));
    }

    private Result ofTheCensus(Map<String, String> fields) {
        Optional<String> fips = find(fields, STATE);
        Optional<String> code = find(fields, CODE);
        if (fips.isEmpty() || code.isEmpty()) {
            return new Result.Wrong(
                    "no field says the state and the district (STATEFP, CD120FP), only "
                            + String.join(", ", fields.keySet()),
                    "for a state's own file name the field with the number by --district-field, and the state by --state");
        }
        Optional<String> state = CensusCodes.state(fips.get());
        if (CensusCodes.isNone(code.get())) {
            return new Result.Other();
        }
        return state.isEmpty()
                ? new Result.Wrong("\"" + fips.get() + "\" is no state's code", "it is a FIPS code, such as 36 for NY")
                : named(state.get(), code.get());
    }

    private Result named(String state, String code) {
        if (!states.contains(state)) {
            return new Result.Other();
        }
        return CensusCodes.district(state, code)
                .filter(each -> known.getOrDefault(state, Set.of()).contains(each))
                .<Result>map(Result.Named::new)
                .orElseGet(
                        () -> new Result.Wrong(
                                state + " has no district \"" + code + "\"",
                                "a state has as many as before until 2033, numbered from 1; check that this is the right file"));
    }

    private static Optional<String> find(Map<String, String> fields, Pattern name) {
        return fields.entrySet().stream()
                .filter(each -> name.matcher(each.getKey()).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
