package org.campaignbot.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The House districts of a later Congress, for some states or all, beside the map that the other tables show.
 *
 * @param number the number of the Congress
 * @param states the states that it shows, by postal code
 * @param zips the ZIP codes of these states, with districts of these states only
 * @param boundaries the boundaries of all states, these by this map
 */
public record DistrictMap(int number, Set<String> states, List<ZipEntry> zips, BoundarySource boundaries) {

    public DistrictMap {
        states = Set.copyOf(states);
        zips = List.copyOf(zips);
    }

    /** The ZIP codes of the country: these states by this map, all others as they were. */
    List<ZipEntry> over(List<ZipEntry> before) {
        Map<Integer, ZipEntry> newer = new LinkedHashMap<>();
        zips.forEach(entry -> newer.put(entry.code(), entry));
        // The index of ZIP codes expects one list for the same districts.
        Map<List<District>, List<District>> lists = new HashMap<>();
        List<ZipEntry> all = new ArrayList<>(before.size() + 100);
        for (ZipEntry entry : before) {
            ZipEntry redrawn = newer.remove(entry.code());
            all.add(redrawn == null && !isHere(entry) ? entry : merged(entry, redrawn, lists));
        }
        all.addAll(newer.values());
        return all;
    }

    private boolean isHere(ZipEntry entry) {
        return entry.state().filter(states::contains).isPresent()
                || entry.districts().stream().anyMatch(each -> states.contains(each.state()));
    }

    private ZipEntry merged(ZipEntry before, @Nullable ZipEntry redrawn, Map<List<District>, List<District>> lists) {
        Set<District> districts = new TreeSet<>();
        before.districts().stream()
                .filter(each -> !states.contains(each.state()))
                .forEach(districts::add);
        boolean aside = !districts.isEmpty();
        Optional<String> state = before.state();
        if (redrawn != null) {
            districts.addAll(redrawn.districts());
            state = redrawn.state().or(() -> before.state());
        } else if (!aside && !before.districts().isEmpty()) {
            // This map doesn't know the code, so only its state is certain.
            state = Optional.of(before.districts().get(0).state());
        }
        if (districts.isEmpty()) {
            return state.isEmpty()
                    ? before
                    : new ZipEntry(before.code(), ZipEntry.Kind.STATE_ONLY, List.of(), state, before.place());
        }
        List<District> list = List.copyOf(districts);
        return new ZipEntry(
                before.code(),
                ZipEntry.Kind.DISTRICTS,
                lists.computeIfAbsent(list, same -> same),
                Optional.empty(),
                before.place(),
                redrawn == null || aside ? List.of() : redrawn.largestFirst());
    }
}
