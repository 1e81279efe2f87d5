package campaignbot.app;

/** A setting that stops the start; the message names it, says what is wrong and how to mend it. */
final class SettingProblem extends Exception {

    private static final long serialVersionUID = 1L;

    SettingProblem(String message) {
        super(message);
    }
}
