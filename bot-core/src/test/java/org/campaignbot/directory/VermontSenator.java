package org.campaignbot.directory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** Tables with one made-up senator: Hal Junipero of Vermont, VT-S1. */
public final class VermontSenator {

    private VermontSenator() {}

    /** Tables in which only his number varies. */
    public static DirectoryBuilder withPhone(String phone) {
        return Directory.builder()
                .asOf(LocalDate.of(2026, 6, 15))
                .map(119)
                .add(new Lawmaker(
                        "T000001",
                        Chamber.SENATE,
                        "VT",
                        Optional.empty(),
                        "Hal Junipero",
                        "Hal",
                        "Junipero",
                        "Independent",
                        OptionalInt.of(1),
                        Optional.empty(),
                        LocalDate.of(2025, 1, 3),
                        LocalDate.of(2031, 1, 3),
                        Optional.of(phone),
                        Optional.empty(),
                        Optional.of("https://junipero.example"),
                        Optional.empty()));
    }
}
