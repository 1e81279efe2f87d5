package org.campaignbot.content.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A made-up map: the shipped one until a test redraws it. */
final class MapDraft {

    private String zips;
    private String boundaries;

    private MapDraft(String zips, String boundaries) {
        this.zips = zips;
        this.boundaries = boundaries;
    }

    static MapDraft ofTheShipped() throws IOException {
        return new MapDraft(
                Files.readString(Publication.SHIPPED.resolve("zip-districts-cd119.csv")),
                Files.readString(Publication.SHIPPED.resolve("districts-cd119.topojson")));
    }

    MapDraft zips(String text, String other) {
        zips = zips.replace(text, other);
        return this;
    }

    MapDraft boundaries(String text, String other) {
        boundaries = boundaries.replace(text, other);
        return this;
    }

    /** Gives each district of a state the number of the next, and the last that of the first. */
    MapDraft turning(String state, int districts) {
        zips = turned(zips, "\\b" + state + "-(\\d+)\\b", state + "-", "", districts);
        return turningTheBoundariesOf(state, districts);
    }

    MapDraft turningTheBoundariesOf(String state, int districts) {
        boundaries = turned(boundaries, "\"" + state + "-(\\d+)\"", "\"" + state + "-", "\"", districts);
        return this;
    }

    private static String turned(String text, String pattern, String before, String after, int districts) {
        return Pattern.compile(pattern)
                .matcher(text)
                .replaceAll(found -> before + (Integer.parseInt(found.group(1)) % districts + 1) + after);
    }

    Path writeTo(Path folder, int number) throws IOException {
        Files.writeString(folder.resolve("zip-districts-cd" + number + ".csv"), zips);
        Files.writeString(folder.resolve("districts-cd" + number + ".topojson"), boundaries);
        return folder;
    }
}
