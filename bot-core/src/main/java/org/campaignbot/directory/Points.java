package org.campaignbot.directory;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The locations and time zones of ZIP codes and towns, loaded on first use. A town is located at the middle of its ZIP codes. */
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
        List<ZipPoint> there = named(text, state);
        return there.isEmpty() ? Optional.empty() : Optional.of(middle(there));
    }

    /** The one time zone of a ZIP code or a town in a state; empty if its ZIP codes are in several, or if it isn't known. */
    Optional<ZoneId> zone(String text, String state) {
        Set<Optional<ZoneId>> zones =
                named(text, state).stream().map(ZipPoint::zone).collect(Collectors.toSet());
        return zones.size() == 1 ? zones.iterator().next() : Optional.empty();
    }

    /** The points of the one ZIP code in a text, or else of the town that it names. */
    private List<ZipPoint> named(String text, String state) {
        int zip = ZipText.next(text, 0);
        if (zip == ZipText.NONE) {
            return town(Query.of(text), state);
        }
        boolean isSingle = ZipText.next(text, zip + 5) == ZipText.NONE;
        ZipPoint point = isSingle ? index().byCode.get(ZipText.code(text, zip)) : null;
        return point == null ? List.of() : List.of(point);
    }

    /** The first town there that words name, starting at the beginning or at a comma; what follows is its state. */
    private List<ZipPoint> town(Query words, String state) {
        int size = words.isEmpty() ? 0 : words.size();
        for (int start = 0; start < size; start++) {
            for (int end = size; (start == 0 || words.afterComma().get(start)) && end > start; end--) {
                List<ZipPoint> there = town(Places.key(words.part(start, end)), state);
                if (!there.isEmpty()) {
                    return there;
                }
            }
        }
        return List.of();
    }

    private List<ZipPoint> town(String key, String state) {
        return index().byTown.getOrDefault(key, List.of()).stream()
                .filter(point -> !zips.at(point.code()).within(state).isNowhere())
                .toList();
    }

    private static Position middle(List<ZipPoint> points) {
        return new Position(
                points.stream()
                        .mapToDouble(each -> each.position().latitude())
                        .average()
                        .orElseThrow(),
                points.stream()
                        .mapToDouble(each -> each.position().longitude())
                        .average()
                        .orElseThrow());
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
        private final Map<Integer, ZipPoint> byCode = new HashMap<>();
        private final Map<String, List<ZipPoint>> byTown = new HashMap<>();

        Index(List<ZipPoint> points) {
            for (ZipPoint point : points) {
                byCode.put(point.code(), point);
                if (!point.place().isEmpty()) {
                    byTown.computeIfAbsent(Places.key(Query.of(point.place())), key -> new ArrayList<>(1))
                            .add(point);
                }
            }
        }
    }
}
