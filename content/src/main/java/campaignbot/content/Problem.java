package campaignbot.content;

/**
 * Something wrong in a file that people write, said so that they can mend it.
 *
 * @param file the file as the reader was given it, relative to its folder
 * @param line the line, from 1
 * @param column the column, from 1, in characters
 * @param code what kind of problem it is, such as {@code table-bad-number}
 * @param message what is wrong
 * @param mend how to mend it
 */
public record Problem(String file, int line, int column, String code, String message, String mend) {

    /** One line: {@code file:line:column: message — mend}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message + " — " + mend;
    }
}
