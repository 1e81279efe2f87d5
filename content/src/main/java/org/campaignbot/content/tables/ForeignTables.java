package org.campaignbot.content.tables;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.campaignbot.directory.DirectoryBuilder;
import org.campaignbot.directory.ForeignPlace;

/** Reads the tables of countries and of large cities abroad. */
final class ForeignTables {

    private static final int NAME = 0;
    private static final int SPANISH = 1;
    private static final int OTHERS = 2;

    private final TableProblems tableProblems;
    private final DirectoryBuilder builder;

    ForeignTables(TableProblems tableProblems, DirectoryBuilder builder) {
        this.tableProblems = tableProblems;
        this.builder = builder;
    }

    void readCountries(Path folder, String file) {
        read(folder, file, List.of("country", "pais", "others"), true);
    }

    void readCities(Path folder, String file) {
        read(folder, file, List.of("city", "ciudad", "others"), false);
    }

    private void read(Path folder, String file, List<String> columns, boolean country) {
        CsvRow.forEach(folder, file, columns, tableProblems, row -> {
            Optional<String> name = row.required(NAME, columns.get(NAME));
            Optional<String> spanish = row.required(SPANISH, columns.get(SPANISH));
            if (name.isPresent() && spanish.isPresent()) {
                ForeignPlace place = new ForeignPlace(name.get(), spanish.get(), country);
                builder.add(name.get(), place).add(spanish.get(), place);
                for (String other : row.text(OTHERS).split(";", -1)) {
                    if (!other.isBlank()) {
                        builder.add(other, place);
                    }
                }
            }
        });
    }
}
