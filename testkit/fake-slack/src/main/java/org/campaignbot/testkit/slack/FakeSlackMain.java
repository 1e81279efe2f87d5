package org.campaignbot.testkit.slack;

import java.nio.file.Path;
import java.util.Set;

/**
 * Runs the fake in its own process: {@code --port P --log FILE --limits on|off --memory everything|counts --scopes a,b}.
 *
 * <p>It prints its port once it listens, takes control calls (see {@link Control}), and exits when its standard input ends, so
 * that it never outlives its parent.
 */
public final class FakeSlackMain {

    private FakeSlackMain() {}

    /**
     * Runs until the standard input ends.
     *
     * @param arguments pairs of a name and a value
     */
    public static void main(String[] arguments) throws Exception {
        try (FakeSlack slack = FakeSlack.start(settings(arguments))) {
            slack.control(new Control(slack));
            System.out.println(slack.port());
            while (System.in.read() >= 0) {
                // The input is ignored; only its end matters.
            }
        }
    }

    static SlackSettings settings(String... arguments) {
        SlackSettings settings = SlackSettings.DEFAULTS;
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            String value = arguments[index + 1];
            settings = switch (arguments[index]) {
                case "--port" -> settings.withPort(Integer.parseInt(value));
                case "--log" -> settings.withLogFile(Path.of(value));
                case "--limits" -> settings.withLimits(value.equals("off") ? Limits.NONE : Limits.DOCUMENTED);
                case "--scopes" -> settings.withScopes(Set.of(value.split(",", -1)));
                case "--memory" ->
                    settings.remembering(
                            value.equals("counts") ? SlackSettings.Memory.COUNTS : SlackSettings.Memory.EVERYTHING);
                default -> throw new IllegalArgumentException("unknown argument " + arguments[index]);
            };
        }
        return settings;
    }
}
