package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The locations of ZIP codes and towns, loaded on first use. A town is located at the middle of its ZIP codes. */
final class Points {

    private final Supplier<List<ZipPoint>> source;
    private final ZipCodes zips;
    private volatile @Nullable Index index;

    Points(Supplier<List<ZipPoint>> source, ZipCodes zips) {
        this.source = source;
        this.zips = zips;
    }

    /** The location of a place in a state, given as a position, a ZIP code or a town; empty if unknown. */
    Optional<Position> of(String text, String state) {
        Optional<Position> shared = PositionText.parse(text);
        if (shared.isPresent()) {
            return shared.filter(Position::isOnEarth);
        }
        int zip = ZipText.next(text, 0);
        if (zip != ZipText.NONE) {
            boolean single = ZipText.next(text, zip + 5) == ZipText.NONE;
            return single ? Optional.ofNullable(index().byCode.get(ZipText.code(text, zip))) : Optional.empty();
        }
        return town(Query.of(text), state);
    }

    /** The first town there that words name, starting at the beginning or at a comma; what follows is its state. */
    private Optional<Position> town(Query words, String state) {
        int size = words.isEmpty() ? 0 : words.size();
        for (int start = 0; start < size; start++) {
            for (int end = size; (start == 0 || words.afterComma().get(start)) && end > start; end--) {
                List<Position> there = town(Places.key(words.part(start, end)), state);
                if (!there.isEmpty()) {
                    return Optional.of(middle(there));
                }
            }
        }
        return Optional.empty();
    }

    private List<Position> town(String key, String state) {
        return index().byTown.getOrDefault(key, List.of()).stream()
                .filter(point -> !zips.at(point.code()).within(state).isNowhere())
                .map(ZipPoint::position)
                .toList();
    }

    private static Position middle(List<Position> points) {
        return new Position(
                points.stream().mapToDouble(Position::latitude).average().orElseThrow(),
                points.stream().mapToDouble(Position::longitude).average().orElseThrow());
    }

    private Index index() {
        Index read = index;
        if (read == null) {
            synchronized (this) {
                read = index;
                if (read == null) {
                    read = new Index(source.get());
                    index = read;
                }
            }
        }
        return read;
    }

    private static final class Index {
        private final Map<Integer, Position> byCode = new HashMap<>();
        private final Map<String, List<ZipPoint>> byTown = new HashMap<>();

        Index(List<ZipPoint> points) {
            for (ZipPoint point : points) {
                byCode.put(point.code(), point.position());
                if (!point.place().isEmpty()) {
                    byTown.computeIfAbsent(Places.key(Query.of(point.place())), key -> new ArrayList<>(1))
                            .add(point);
                }
            }
        }
    }
}
