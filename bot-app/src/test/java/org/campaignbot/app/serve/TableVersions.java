package org.campaignbot.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignbot.app.config.Shipped;
import org.campaignbot.content.refresh.Publication;
import org.campaignbot.content.tables.AppliedTables;
import org.campaignbot.content.tables.DirectoryTables;
import org.campaignbot.directory.Directory;
import org.campaignbot.directory.Lawmaker;
import org.campaignbot.directory.Seat;

/**
 * Tables of members that follow each other: version 0 ships, and each later one has its own day and other numbers for both senators of
 * Alaska. So an answer, or a folder, that mixes two versions gives itself away.
 */
final class TableVersions {

    private static final LocalDate SHIPPED = LocalDate.of(2026, 6, 15);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Pattern SENATOR = Pattern.compile("202-(224-6665|224-3004|555-0[13]\\d\\d)");
    private static final Pattern DAY = Pattern.compile("Numbers as of ([A-Z][a-z]+ \\d+, \\d{4})");
    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.US);

    private final Path folder;

    TableVersions(Path folder) {
        this.folder = folder;
    }

    /** The day of a version's source. */
    static LocalDate day(int version) {
        return SHIPPED.plusDays(version);
    }

    /** Writes what the source publishes in a version. */
    Path write(int version) throws IOException {
        return new Publication()
                .withNumber("M001153", murkowski(version))
                .withNumber("S001198", sullivan(version))
                .writeTo(Files.createDirectories(folder));
    }

    private static String murkowski(int version) {
        return version == 0 ? "202-224-6665" : "202-555-0%03d".formatted(100 + version);
    }

    private static String sullivan(int version) {
        return version == 0 ? "202-224-3004" : "202-555-0%03d".formatted(300 + version);
    }

    /** The version that an answer is of; empty if it mixes two. */
    static OptionalInt of(String answer) {
        OptionalInt version = OptionalInt.empty();
        Matcher number = SENATOR.matcher(answer);
        while (number.find()) {
            String found = number.group();
            int its = found.startsWith("202-224") ? 0 : Integer.parseInt(found.substring(9)) % 100;
            if (version.isPresent() && version.getAsInt() != its) {
                return OptionalInt.empty();
            }
            version = OptionalInt.of(its);
        }
        Matcher day = DAY.matcher(answer);
        if (version.isEmpty() || !day.find()) {
            return version;
        }
        LocalDate said = LocalDate.parse(day.group(1), WORDS);
        return said.equals(day(version.getAsInt())) ? version : OptionalInt.empty();
    }

    /**
     * The version of the tables that a bot would read from a data folder now.
     *
     * @throws AssertionError if they are broken or mix two versions
     */
    static int onDisk(Path data) {
        Optional<Path> newest = new AppliedTables(data).newest();
        DirectoryTables.Result result = DirectoryTables.read(Shipped.CONTENT.tables(), newest);
        if (result instanceof DirectoryTables.Result.Broken broken) {
            throw new AssertionError(newest + " is broken: " + broken.problems());
        }
        Directory directory = ((DirectoryTables.Result.Read) result).directory();
        String said = phone(directory, "AK-S3") + " " + phone(directory, "AK-S2") + " Numbers as of "
                + WORDS.format(directory.asOf());
        return of(said).orElseThrow(() -> new AssertionError(newest + " mixes versions: " + said));
    }

    private static String phone(Directory directory, String seat) {
        return directory
                .seat(seat, TODAY)
                .flatMap(Seat::holder)
                .flatMap(Lawmaker::phone)
                .orElse("");
    }
}
