package campaignbot.content;

/**
 * Something in a file of content that has to be mended.
 *
 * @param file the file, as a path that can be opened
 * @param line the line, from 1
 * @param column the column, from 1
 * @param code the kind of problem, as {@code unknown-step}
 * @param message what is wrong
 * @param mend how to mend it
 */
public record Problem(String file, int line, int column, String code, String message, String mend) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message + " — " + mend;
    }
}
