package org.campaignbot.content.maps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.campaignbot.content.tables.TableProblems;
import org.jspecify.annotations.Nullable;

/**
 * Reads the outlines of districts from a file in any form in which they are published: a .shp with its .dbf beside it, a .zip with both,
 * or GeoJSON.
 *
 * @param names finds the district that an outline is of
 */
record BoundaryFile(DistrictNames names, TableProblems problems) {

    /** Reads the outlines; empty if a problem was added instead. */
    List<DistrictOutline> read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(file)) {
            problems.add(name, 1, 1, "table-missing-file", "this file is not there", "fix its name");
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        if (lower.endsWith(".zip")) {
            Map<String, byte[]> entries = unzipped(name, bytes);
            return shapes(name, entries.get(".shp"), entries.get(".dbf"));
        } else if (lower.endsWith(".shp")) {
            Path table = file.resolveSibling(name.substring(0, name.length() - 4) + ".dbf");
            return shapes(name, bytes, Files.isRegularFile(table) ? Files.readAllBytes(table) : null);
        }
        return GeoJson.read(name, new String(bytes, StandardCharsets.UTF_8), names, problems);
    }

    private List<DistrictOutline> shapes(String name, byte @Nullable [] shapes, byte @Nullable [] table) {
        if (shapes == null || table == null) {
            problems.add(
                    name,
                    1,
                    1,
                    "table-missing-file",
                    "there is no " + (shapes == null ? ".shp" : ".dbf") + " with it",
                    "take the .zip as the Census Bureau publishes it, or all that was in it");
            return List.of();
        }
        return Shapefile.read(name, shapes, table, names, problems);
    }

    private Map<String, byte[]> unzipped(String name, byte[] bytes) {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String lower = entry.getName().toLowerCase(Locale.ROOT);
                if (lower.endsWith(".shp") || lower.endsWith(".dbf")) {
                    entries.put(lower.substring(lower.length() - 4), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            problems.add(name, 1, 1, "table-unreadable", "the archive is cut off", "download it again");
        }
        return entries;
    }
}
