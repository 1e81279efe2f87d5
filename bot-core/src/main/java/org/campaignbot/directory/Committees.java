package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The committees of one Congress and their members; each Congress appoints new members. */
final class Committees {

    private final Map<String, Committee> byCode = new TreeMap<>();
    private final Map<String, Set<String>> byLawmaker = new HashMap<>();

    void add(Committee committee) {
        byCode.put(committee.code(), committee);
    }

    void addMember(String committee, String bioguide) {
        byLawmaker.computeIfAbsent(bioguide, key -> new LinkedHashSet<>()).add(committee);
    }

    /** An immutable copy whose members serve until a day. */
    Sitting until(LocalDate end) {
        Map<String, Set<String>> members = new HashMap<>();
        byLawmaker.forEach((bioguide, codes) -> members.put(bioguide, Set.copyOf(codes)));
        return new Sitting(Map.copyOf(byCode), List.copyOf(byCode.values()), members, end);
    }

    /** An immutable snapshot for lookups. */
    record Sitting(
            Map<String, Committee> byCode, List<Committee> all, Map<String, Set<String>> byLawmaker, LocalDate end) {

        Optional<Committee> find(String code) {
            return Optional.ofNullable(byCode.get(code));
        }

        Set<String> of(String bioguide, LocalDate today) {
            return today.isBefore(end) ? byLawmaker.getOrDefault(bioguide, Set.of()) : Set.of();
        }
    }
}
