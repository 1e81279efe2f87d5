package campaignbot.alert.audience;

/**
 * Something wrong in the words of an audience.
 *
 * @param position where it stands, in characters from 1
 * @param message what is wrong
 * @param mend how to mend it
 */
public record AudienceProblem(int position, String message, String mend) {

    /** One line: {@code at 7: message — mend}. */
    @Override
    public String toString() {
        return "at " + position + ": " + message + " — " + mend;
    }
}
