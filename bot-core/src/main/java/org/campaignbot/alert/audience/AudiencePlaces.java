package org.campaignbot.alert.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.campaignbot.directory.States;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Finds states among the words of an audience, and the numbers of districts before and behind them.
 *
 * <p>In a list of numbers only the place of the state tells whose they are: "California's 12th and 34th districts", but "CA-12 and the
 * 2nd district of New York".
 */
final class AudiencePlaces {

    static final int LONGEST_NAME = 8;
    static final int SHORTEST_MISSPELLED = 5;
    static final int TWO_SLIPS = 8;

    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|o|er)?");

    /** A word as it was typed, folded, and its place. */
    record Token(String raw, String folded, int at) {}

    /** A state, the place behind its name, and the name if it's misspelled. */
    record Named(String code, int end, @Nullable String misspelled) {}

    /** Numbers of districts, and the place behind the last one. */
    record Numbers(List<Token> said, int end) {}

    private final List<Token> tokens;

    /** Looks among these words, which may still be added to. */
    AudiencePlaces(List<Token> tokens) {
        this.tokens = tokens;
    }

    private Token token(int index) {
        return index < tokens.size() && index >= 0 ? tokens.get(index) : new Token("", "", 0);
    }

    static boolean isJoin(Token token) {
        return AudienceLexicon.AND.contains(token.folded) || AudienceLexicon.OR.contains(token.folded);
    }

    /** The state whose name begins at a word; null if none does. */
    @Nullable
    Named stateAt(int from) {
        for (int size = Math.min(LONGEST_NAME, tokens.size() - from); size > 0; size--) {
            List<Token> span = tokens.subList(from, from + size);
            String name = span.stream().map(Token::raw).collect(Collectors.joining(" "));
            boolean isOne = span.stream().noneMatch(AudiencePlaces::isJoin) || name.equals("OR");
            Optional<String> called = isOne ? States.called(name) : Optional.empty();
            Optional<String> code = isOne ? called.or(() -> misspelled(name, span.size())) : called;
            if (code.isPresent()) {
                return new Named(code.get(), from + size, called.isEmpty() ? name : null);
            }
        }
        return null;
    }

    private Optional<String> misspelled(String name, int size) {
        String folded = Fold.fold(name);
        if (size > 2
                || folded.length() < SHORTEST_MISSPELLED
                || AudienceLexicon.FILLERS.contains(folded)
                || AudienceLexicon.INTRODUCES.contains(folded)) {
            return Optional.empty();
        }
        Map<String, String> byName = new TreeMap<>();
        States.codes().forEach(code -> byName.put(Fold.fold(States.name(code).orElseThrow()), code));
        return Nearest.to(folded, byName.keySet(), folded.length() < TWO_SLIPS ? 1 : 2)
                .filter(near -> near.charAt(0) == folded.charAt(0))
                .map(byName::get);
    }

    /** The numbers behind a state, as in "California's 12th and 34th districts" or "California, districts 12 and 34". */
    Numbers behind(int from) {
        boolean isApart = token(from).raw.equals(",");
        int start = isApart ? from + 1 : from;
        Numbers numbers = list(start, true);
        // In "New York, 12th of California" the number is the other state's.
        return isApart && stateBehind(numbers.end) != null ? new Numbers(List.of(), from) : numbers;
    }

    /** The numbers from a word on, whatever joins them; none that belong to a state behind them if they stand behind one. */
    Numbers list(int from, boolean isBehindState) {
        List<Token> said = new ArrayList<>();
        int end = from;
        int next = ofDistricts(from);
        while (ORDINAL.matcher(token(next).folded).matches() && !(isBehindState && isOfNextState(next))) {
            said.add(token(next));
            end = next + 1;
            next = ofDistricts(joins(ofDistricts(end)));
        }
        return new Numbers(said, end);
    }

    int joins(int from) {
        int next = from;
        // "OR" in capitals may be Oregon.
        while (isJoin(token(next)) && !token(next).raw.equals("OR")) {
            next++;
        }
        return next;
    }

    int ofDistricts(int from) {
        int next = from;
        while (AudienceLexicon.OF_DISTRICTS.contains(token(next).folded) && stateAt(next) == null) {
            next++;
        }
        return next;
    }

    private boolean isOfNextState(int number) {
        Named named = stateBehind(number + 1);
        return named != null
                && tokens.subList(number + 1, named.end).stream()
                        .anyMatch(each -> AudienceLexicon.OF_STATE.contains(each.folded));
    }

    /** The state behind numbers, with the words that lead to it: "districts of California", ", California". */
    @Nullable
    Named stateBehind(int from) {
        int next = ofDistricts(from);
        next += token(next).raw.equals(",") ? 1 : 0;
        while (AudienceLexicon.OF_STATE.contains(token(next).folded) && stateAt(next) == null) {
            next++;
        }
        return next < tokens.size() ? stateAt(next) : null;
    }

    /** The number of a district, from one of the {@link Numbers}. */
    static int number(Token said) {
        return Integer.parseInt(ORDINAL.matcher(said.folded).replaceFirst("$1"));
    }
}
