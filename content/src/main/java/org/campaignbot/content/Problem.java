package org.campaignbot.content;

/**
 * Something wrong in a file that people write, described so that they can fix it.
 *
 * @param file the file's path as the reader got it, relative to its folder
 * @param line the line, from 1
 * @param column the column, from 1, in characters
 * @param code the kind of problem, such as {@code table-bad-number}
 * @param message what is wrong
 * @param fix how to fix it
 */
public record Problem(String file, int line, int column, String code, String message, String fix) {

    /** One line: {@code file:line:column: message — fix}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message + " — " + fix;
    }
}
