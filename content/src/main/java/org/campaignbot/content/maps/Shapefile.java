package org.campaignbot.content.maps;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.content.tables.TableProblems;

/**
 * Reads the polygons of an ESRI shapefile with the fields beside them (ESRI Shapefile Technical Description, 1998; dBASE III).
 *
 * <p>Our own reader, because polygons and text fields are all that's needed, and the libraries for the rest of the format are many
 * times the size of this module.
 */
final class Shapefile {

    private static final int FILE_CODE = 9994;
    private static final int HEADER = 100;
    private static final int NOTHING = 0;
    private static final int POLYGON = 5;
    private static final int POLYGON_Z = 15;
    private static final int POLYGON_M = 25;
    private static final int END_OF_FIELDS = 0x0D;
    private static final int FIELD = 32;

    private final String name;
    private final TableProblems problems;

    private Shapefile(String name, TableProblems problems) {
        this.name = name;
        this.problems = problems;
    }

    /**
     * Reads the outlines of districts.
     *
     * @param name the file's name, for problems
     * @param shapes the bytes of the .shp
     * @param table the bytes of the .dbf
     */
    static List<DistrictOutline> read(
            String name, byte[] shapes, byte[] table, DistrictNames names, TableProblems problems) {
        Shapefile file = new Shapefile(name, problems);
        try {
            return file.outlines(ByteBuffer.wrap(shapes), file.rows(ByteBuffer.wrap(table)), names);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            file.report(1, "the file is cut off, or not what its name says", "download it again");
            return List.of();
        }
    }

    private List<DistrictOutline> outlines(ByteBuffer in, List<Map<String, String>> rows, DistrictNames names) {
        List<DistrictOutline> outlines = new ArrayList<>();
        if (in.limit() < HEADER || in.getInt(0) != FILE_CODE) {
            report(1, "this is no shapefile", "take the .shp, with its .dbf beside it, or the .zip with both");
            return outlines;
        }
        if (2L * in.getInt(24) != in.limit()) {
            report(
                    1,
                    "the file has " + in.limit() + " bytes, and says that it has " + 2L * in.getInt(24),
                    "download it again: it is cut off");
            return outlines;
        }
        in.position(HEADER);
        for (int record = 1; in.remaining() > 0; record++) {
            in.order(ByteOrder.BIG_ENDIAN).getInt();
            int next = 2 * in.getInt() + in.position();
            in.order(ByteOrder.LITTLE_ENDIAN);
            int type = in.getInt();
            if (type == POLYGON || type == POLYGON_Z || type == POLYGON_M) {
                if (record > rows.size()) {
                    report(record, "the .dbf has only " + rows.size() + " rows", "take both of one download");
                    return outlines;
                }
                outline(in, record, rows.get(record - 1), names).ifPresent(outlines::add);
            } else if (type != NOTHING) {
                report(record, "this is no polygon but a shape of type " + type, "take the file of districts");
                return outlines;
            }
            in.position(next);
        }
        return outlines;
    }

    private Optional<DistrictOutline> outline(
            ByteBuffer in, int record, Map<String, String> fields, DistrictNames names) {
        DistrictNames.Result result = names.of(fields);
        if (result instanceof DistrictNames.Result.Wrong wrong) {
            report(record, wrong.message(), wrong.fix());
        }
        if (!(result instanceof DistrictNames.Result.Named named)) {
            return Optional.empty();
        }
        in.position(in.position() + 4 * Double.BYTES);
        int parts = in.getInt();
        int points = in.getInt();
        if (parts < 0 || points < 0 || 4L * parts + 16L * points > in.remaining()) {
            throw new IllegalArgumentException("more points than bytes");
        }
        int[] starts = new int[parts + 1];
        starts[parts] = points;
        for (int i = 0; i + 1 < starts.length; i++) {
            starts[i] = in.getInt();
        }
        List<double[]> rings = new ArrayList<>();
        for (int i = 0; i + 1 < starts.length; i++) {
            double[] ring = new double[2 * (starts[i + 1] - starts[i])];
            for (int j = 0; j < ring.length; j++) {
                ring[j] = in.getDouble();
                if (!(Math.abs(ring[j]) <= (j % 2 == 0 ? 180 : 90))) {
                    report(
                            record,
                            "the position " + ring[j] + " is off the earth",
                            "export the file in degrees (NAD83 or WGS 84), not in a projection");
                    return Optional.empty();
                }
            }
            rings.add(ring);
        }
        return Optional.of(new DistrictOutline(named.district(), DistrictOutline.parts(rings)));
    }

    /** The rows of the .dbf: its text and number fields by name. */
    private List<Map<String, String>> rows(ByteBuffer in) {
        in.order(ByteOrder.LITTLE_ENDIAN);
        int count = in.getInt(4);
        int header = Short.toUnsignedInt(in.getShort(8));
        int width = Short.toUnsignedInt(in.getShort(10));
        List<String> fields = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (int at = FIELD; in.get(at) != END_OF_FIELDS; at += FIELD) {
            fields.add(text(in, at, 11));
            widths.add(Byte.toUnsignedInt(in.get(at + 16)));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            int at = header + i * width + 1;
            for (int j = 0; j < fields.size(); j++) {
                row.put(fields.get(j), text(in, at, widths.get(j)));
                at += widths.get(j);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(ByteBuffer in, int at, int length) {
        byte[] bytes = new byte[length];
        in.get(at, bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private void report(int record, String message, String fix) {
        problems.add(name, record, 1, "table-bad-boundaries", "in record " + record + ", " + message, fix);
    }
}
