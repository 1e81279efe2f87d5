package org.campaignbot.content.maps;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.campaignbot.content.tables.TableProblems;
import org.campaignbot.directory.District;

/**
 * Reads which districts a ZIP code lies in: from the relation of ZIP Code Tabulation Areas to districts, or by way of blocks, where
 * that relation isn't published yet.
 */
final class ZipSource {

    private static final Pattern ZCTA = Pattern.compile("GEOID_ZCTA5_20|zcta", Pattern.CASE_INSENSITIVE);
    private static final Pattern DISTRICT_GEOID = Pattern.compile("GEOID_CD\\d{3}(_20)?");
    private static final Pattern STATE_CODE = Pattern.compile("state_fips|STATEFP", Pattern.CASE_INSENSITIVE);
    private static final Pattern DISTRICT_CODE =
            Pattern.compile("cd|CD\\d{3}(FP)?|CDFP|district(id)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAND = Pattern.compile("AREALAND_PART");
    private static final Pattern BLOCK =
            Pattern.compile("(GEOID|BLOCKID|BLOCK|GEOCODE)(20)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK_OF_ZCTA = Pattern.compile("GEOID_TABBLOCK_20");
    private static final Pattern PEOPLE =
            Pattern.compile("POP(20)?|POPULATION|P0010001|TOTAL", Pattern.CASE_INSENSITIVE);

    // A file has millions of rows, so none of these may be compiled for each.
    private static final Pattern ZIP_DIGITS = Pattern.compile("\\d{5}");
    private static final Pattern BLOCK_DIGITS = Pattern.compile("\\d{15}");
    private static final Pattern SOME_DIGITS = Pattern.compile("\\d{1,18}");
    private static final Pattern SIZE_DIGITS = Pattern.compile("\\d{1,15}");

    private final Map<String, Set<District>> known;
    private final Set<String> states;
    private final TableProblems problems;

    /**
     * A reader.
     *
     * @param known the districts that each state has
     * @param states the states to read; rows of others are passed over
     */
    ZipSource(Map<String, Set<District>> known, Set<String> states, TableProblems problems) {
        this.known = known;
        this.states = states;
        this.problems = problems;
    }

    /** Reads the relation of ZIP Code Tabulation Areas to districts; the shares are of land, if it has any. */
    ZipShares relation(Path file) {
        ZipShares shares = new ZipShares();
        RowFile.forEach(file, problems, rows -> {
            int zcta = rows.required(ZCTA, "GEOID_ZCTA5_20");
            int geoid = rows.column(DISTRICT_GEOID);
            int state = geoid < 0 ? rows.required(STATE_CODE, "GEOID_CD120_20") : -1;
            int code = geoid < 0 && state >= 0 ? rows.required(DISTRICT_CODE, "GEOID_CD120_20") : -1;
            int land = rows.column(LAND);
            if (zcta < 0 || (geoid < 0 && code < 0)) {
                return Optional.empty();
            }
            return Optional.of(row -> {
                if (row.cell(zcta).isEmpty()) {
                    return; // ground without a ZIP code
                }
                district(row, geoid, state, code)
                        .filter(each -> isZip(row, zcta))
                        .ifPresent(district -> shares.add(row.cell(zcta), district, size(row, land)));
            });
        });
        shares.dropEmptyParts();
        return shares;
    }

    /**
     * Reads block-equivalency files, and by which ZIP code each block lies in, the districts of the ZIP codes.
     *
     * @param files which block is in which district, of one state each
     * @param zips the relation of ZIP Code Tabulation Areas to blocks
     * @param people how many people each block has; without it the shares are of land
     */
    ZipShares blocks(List<Path> files, Path zips, Optional<Path> people) {
        BlockDistricts districts = new BlockDistricts();
        for (Path file : files) {
            RowFile.forEach(file, problems, rows -> equivalency(rows, districts));
        }
        districts
                .sort()
                .ifPresent(twice -> problems.add(
                        String.valueOf(files.get(0).getFileName()),
                        1,
                        1,
                        "table-bad-row",
                        "the block %015d is in two districts".formatted(twice),
                        "give the files of one plan alone"));
        people.ifPresent(file -> RowFile.forEach(file, problems, rows -> population(rows, districts)));
        ZipShares shares = new ZipShares();
        if (!problems.isEmpty()) {
            return shares;
        }
        RowFile.forEach(zips, problems, rows -> {
            int zcta = rows.required(ZCTA, "GEOID_ZCTA5_20");
            int block = rows.required(BLOCK_OF_ZCTA, "GEOID_TABBLOCK_20");
            int land = rows.column(LAND);
            if (zcta < 0 || block < 0) {
                return Optional.empty();
            }
            return Optional.of(row -> {
                District district = row.cell(zcta).isEmpty() ? null : districts.district(number(row.cell(block)));
                if (district != null && isZip(row, zcta)) {
                    double size = people.isPresent() ? districts.people(number(row.cell(block))) : size(row, land);
                    shares.add(row.cell(zcta), district, size);
                }
            });
        });
        if (people.isEmpty()) {
            shares.dropEmptyParts();
        }
        return shares;
    }

    private Optional<Consumer<RowFile>> equivalency(RowFile rows, BlockDistricts districts) {
        int block = rows.required(BLOCK, "GEOID");
        int named = rows.column(DISTRICT_CODE);
        // A state's own file has the block and one more column, under any name.
        int code = named < 0 && rows.columns() == 2 && block >= 0 ? 1 - block : named;
        if (block < 0 || code < 0) {
            if (block >= 0) {
                rows.required(DISTRICT_CODE, "CDFP");
            }
            return Optional.empty();
        }
        return Optional.of(row -> {
            long number = block(row, block);
            Optional<String> state = CensusCodes.state(
                    row.cell(block).substring(0, Math.min(2, row.cell(block).length())));
            if (number >= 0 && state.filter(states::contains).isPresent()) {
                Optional<District> district = district(row, code, state.get(), row.cell(code));
                if (district.isPresent() && !districts.add(number, district.get())) {
                    row.reportCell(
                            block,
                            "table-too-long",
                            "the country has eight million blocks, and here are many more",
                            "give the files of one plan alone");
                }
            }
        });
    }

    private Optional<Consumer<RowFile>> population(RowFile rows, BlockDistricts districts) {
        int block = rows.required(BLOCK, "GEOID20");
        int people = rows.required(PEOPLE, "POP20");
        if (block < 0 || people < 0) {
            return Optional.empty();
        }
        return Optional.of(row -> {
            long number = block(row, block);
            if (districts.district(number) != null) {
                districts.people(number, (int) Math.min(size(row, people), Integer.MAX_VALUE));
            }
        });
    }

    /** The district of a row; empty if it isn't one of the wanted states, if there is none, or if a problem was added. */
    private Optional<District> district(RowFile row, int geoid, int stateColumn, int codeColumn) {
        boolean whole = geoid >= 0;
        String cell = row.cell(whole ? geoid : stateColumn);
        if (whole && cell.isEmpty()) {
            return Optional.empty();
        }
        String fips = whole && cell.length() == 4 ? cell.substring(0, 2) : whole ? "" : cell;
        Optional<String> state = CensusCodes.state(fips);
        if (state.isEmpty()) {
            row.reportCell(
                    whole ? geoid : stateColumn,
                    "table-unknown-state",
                    "\"" + cell + "\" is no state's code" + (whole ? " with a district's" : ""),
                    whole ? "it has four characters, such as 3612 for NY-12" : "it is a FIPS code, such as 36 for NY");
            return Optional.empty();
        }
        return states.contains(state.get())
                ? district(
                        row, whole ? geoid : codeColumn, state.get(), whole ? cell.substring(2) : row.cell(codeColumn))
                : Optional.empty();
    }

    private Optional<District> district(RowFile row, int column, String state, String code) {
        if (CensusCodes.isNone(code)) {
            return Optional.empty();
        }
        Optional<District> district = CensusCodes.district(state, code);
        if (district.isEmpty() || !known.getOrDefault(state, Set.of()).contains(district.get())) {
            row.reportCell(
                    column,
                    "table-unknown-district",
                    state + " has no district \"" + code + "\"",
                    "a state has as many as before until 2033, numbered from 1; check that this is the right file");
            return Optional.empty();
        }
        return district;
    }

    private static boolean isZip(RowFile row, int column) {
        if (ZIP_DIGITS.matcher(row.cell(column)).matches()) {
            return true;
        }
        row.reportCell(
                column,
                "table-bad-number",
                "the ZIP code \"" + row.cell(column) + "\" is not five digits",
                "write all five, leading zeros too; spreadsheets take them away");
        return false;
    }

    private static long block(RowFile row, int column) {
        if (BLOCK_DIGITS.matcher(row.cell(column)).matches()) {
            return number(row.cell(column));
        }
        row.reportCell(
                column,
                "table-bad-number",
                "the block \"" + row.cell(column) + "\" is not fifteen digits",
                "write all fifteen, leading zeros too; spreadsheets take them away");
        return -1;
    }

    private static long number(String digits) {
        return SOME_DIGITS.matcher(digits).matches() ? Long.parseLong(digits) : -1;
    }

    private static double size(RowFile row, int column) {
        if (column < 0) {
            return 0;
        }
        if (SIZE_DIGITS.matcher(row.cell(column)).matches()) {
            return Double.parseDouble(row.cell(column));
        }
        row.reportCell(
                column, "table-bad-number", "\"" + row.cell(column) + "\" is not a whole number", "write it in digits");
        return 0;
    }
}
