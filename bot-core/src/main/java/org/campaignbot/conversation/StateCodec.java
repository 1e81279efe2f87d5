package org.campaignbot.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.campaignbot.conversation.State.Asked;
import org.campaignbot.conversation.State.Mark;
import org.campaignbot.conversation.State.Place;
import org.jspecify.annotations.Nullable;

/**
 * Writes a state as text and reads it back: one item a line, tab-separated cells.
 *
 * <p>Facts held in memory are never written. Lines of an unknown kind are skipped, so an older version can read what a newer one
 * wrote.
 */
public final class StateCodec {

    private static final String HEAD = "state 1";

    private StateCodec() {}

    /** The text of a state, without the facts held in memory. */
    public static String write(State state) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        line(text, "turn", Long.toString(state.turn()), millis(state.lastTurn()));
        line(
                text,
                "budget",
                millis(state.budget().since()),
                Integer.toString(state.budget().used()));
        Asked asked = state.asked();
        if (asked != null) {
            place(text, "asked", asked.place());
            List<String> shape = new ArrayList<>(
                    List.of("shape", Integer.toString(asked.shape().options())));
            asked.shape().offers().forEach(offer -> shape.addAll(List.of(offer.answer(), offer.label())));
            line(text, shape.toArray(String[]::new));
        }
        state.trail().forEach(each -> place(text, "trail", each));
        new TreeMap<>(state.saved()).forEach((name, value) -> line(text, "fact", name, value));
        return text.toString();
    }

    /**
     * Parses a state.
     *
     * @throws IllegalArgumentException if this version can't read the text as a state
     */
    public static State read(String text) {
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(HEAD)) {
            throw new IllegalArgumentException("not a saved state of a known version");
        }
        Reader reader = new Reader();
        for (String line : lines) {
            reader.take(line.split("\t", -1));
        }
        return reader.state();
    }

    private static void place(StringBuilder text, String kind, Place place) {
        List<String> cells = new ArrayList<>(List.of(kind, place.flow(), place.step()));
        place.returns().forEach(mark -> cells.addAll(List.of(mark.flow(), mark.step())));
        line(text, cells.toArray(String[]::new));
    }

    private static void line(StringBuilder text, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : "\t")
                    .append(cells[i].replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"));
        }
        text.append('\n');
    }

    private static String plain(String cell) {
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        StringBuilder text = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char next = cell.charAt(i);
            if (next == '\\' && i + 1 < cell.length()) {
                char escaped = cell.charAt(++i);
                text.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped);
            } else {
                text.append(next);
            }
        }
        return text.toString();
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }

    private static final class Reader {
        private long turn;
        private Instant last = Instant.EPOCH;
        private Budget budget = Budget.UNUSED;
        private @Nullable Place asked;
        private Shape shape = new Shape(0, List.of());
        private final List<Place> trail = new ArrayList<>();
        private final Map<String, String> saved = new HashMap<>();

        void take(String[] cells) {
            try {
                switch (cells[0]) {
                    case "turn" -> {
                        turn = Long.parseLong(cells[1]);
                        last = instant(cells[2]);
                    }
                    case "budget" -> budget = new Budget(instant(cells[1]), Integer.parseInt(cells[2]));
                    case "asked" -> asked = place(cells);
                    case "shape" -> shape = shape(cells);
                    case "trail" -> trail.add(place(cells));
                    case "fact" -> saved.put(plain(cells[1]), plain(cells[2]));
                    default -> {}
                }
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException broken) {
                throw new IllegalArgumentException("a broken " + cells[0] + " line in a saved state", broken);
            }
        }

        State state() {
            return new State(
                    turn, last, asked == null ? null : new Asked(asked, shape), trail, saved, Map.of(), budget);
        }

        private static Instant instant(String cell) {
            return Instant.ofEpochMilli(Long.parseLong(cell));
        }

        private static Place place(String[] cells) {
            List<Mark> returns = new ArrayList<>();
            for (int i = 3; i < cells.length; i += 2) {
                returns.add(new Mark(plain(cells[i]), plain(cells[i + 1])));
            }
            return new Place(plain(cells[1]), plain(cells[2]), returns);
        }

        private static Shape shape(String[] cells) {
            List<Shape.Offer> offers = new ArrayList<>();
            for (int i = 2; i < cells.length; i += 2) {
                offers.add(new Shape.Offer(plain(cells[i]), plain(cells[i + 1])));
            }
            return new Shape(Integer.parseInt(cells[1]), offers);
        }
    }
}
