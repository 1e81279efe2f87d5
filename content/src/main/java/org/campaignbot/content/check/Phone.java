package org.campaignbot.content.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignbot.message.Block;
import org.campaignbot.message.Choice;
import org.campaignbot.message.Span;
import org.jspecify.annotations.Nullable;

/** Lays out a message as a phone shows it: 38 columns of text, and two lines for each row of buttons. */
final class Phone {

    /** The columns of a chat on a small phone. */
    static final int COLUMNS = 38;

    /** A row of buttons is as high as two lines of text. */
    private static final int LINES_A_ROW = 2;

    /** What stands before an item of a list, as {@code "• "}. */
    private static final int MARKER = 2;

    /** Where a phone breaks a word: after a slash or a hyphen before a letter, but not within a phone number. */
    private static final Pattern BREAK = Pattern.compile("(?<=[/-])(?=\\p{L})");

    private Phone() {}

    /** The lines of a text, with an empty one between its blocks. */
    static int lines(List<Block> blocks) {
        int lines = Math.max(0, blocks.size() - 1);
        for (Block block : blocks) {
            if (block instanceof Block.Items items) {
                for (List<Span> item : items.items()) {
                    lines += lines("•".repeat(MARKER - 1) + " " + Span.visible(item));
                }
            } else {
                for (String line : block.visible().split("\n", -1)) {
                    lines += lines(line);
                }
            }
        }
        return lines;
    }

    /** The lines of the buttons with these labels: short ones stand two in a row. */
    static int buttonLines(List<String> labels) {
        int rows = 0;
        boolean open = false;
        for (String label : labels) {
            boolean isShort = label.length() <= Choice.BESIDE;
            rows += isShort && open ? 0 : 1;
            open = isShort && !open;
        }
        return rows * LINES_A_ROW;
    }

    /** A word that is wider than the screen, which a phone breaks anywhere; null if there is none. */
    static @Nullable String tooWide(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> Stream.of(block.visible().split("\\s+", -1)))
                .flatMap(word -> Stream.of(BREAK.split(word, -1)))
                .filter(word -> width(word) > COLUMNS)
                .findFirst()
                .orElse(null);
    }

    private static int lines(String text) {
        int lines = 1;
        int column = 0;
        for (String word : text.split(" ", -1)) {
            boolean first = true;
            for (String part : BREAK.split(word, -1)) {
                int width = width(part);
                int blank = first && column > 0 ? 1 : 0;
                if (column > 0 && column + blank + width > COLUMNS) {
                    lines++;
                    column = 0;
                    blank = 0;
                }
                column += blank + width;
                first = false;
                while (column > COLUMNS) {
                    lines++;
                    column -= COLUMNS;
                }
            }
        }
        return lines;
    }

    private static int width(String word) {
        return word.codePointCount(0, word.length());
    }
}
